/**
 * Between a note and a record of a format that others know. What the format cannot say goes along under one key of our
 * own (`parallax`), worked out by reading the record back: so whatever a note holds, it comes in as it went out. What
 * of a foreign record a note cannot say stays in `imported.rest`.
 */
import type { Imported, Json, Note } from '@/lib/core/note.ts';
import { json, parseNote } from '@/lib/core/parse-note.ts';
import { ParseError, record } from '@/lib/core/parse.ts';
import type { ExportItem } from './export-item.ts';
import { fieldsInOrder, isFields, isSame, overlay, restOf, without, type Fields } from './kept-fields.ts';

export const OWN_KEY = 'parallax';

/** What a record says by itself. */
export type Told = {
  readonly note: Omit<Note, 'imported'>;
  /** Its id and author, as the format has them. */
  readonly id: string;
  readonly author: string | null;
  /** Of the page. */
  readonly title: string | null;
  /** Sentences on what of it does not show in the note, each with where it stands in the record. */
  readonly unshown: readonly { readonly where: string; readonly why: string }[];
};

export type NoteFormat = {
  readonly name: Imported['format'];
  /** The note as the format can say it. */
  readonly write: (note: Note, title: string | null) => Fields;
  /** Throws `ParseError` where the record is no note. Must not fail on what `write` gives. */
  readonly read: (row: Fields) => Told;
  /** Keys without which a record is not valid. */
  readonly needed: readonly string[];
  /** Which keys of a record tell which fields of a note, for records whose note was edited here. */
  readonly told: readonly { readonly by: readonly string[]; readonly fields: readonly (keyof Note)[] }[];
  /** A key's value after an edit: from the foreign record's own and the one written anew. */
  readonly edit: (key: string, foreign: Json | undefined, plain: Json | undefined) => Json | undefined;
  /** Adds our own key, with whatever the format wants said of it; takes off what was said, the key being gone. */
  readonly addOwn: (row: Fields, own: Fields) => Fields;
  readonly dropOwn: (row: Fields) => Fields;
};

export type ReadNote = { readonly note: Note; readonly title: string | null; readonly unshown: Told['unshown'] };

/** A foreign record may be a little less deep than what is kept in `imported.rest`, our own key somewhat deeper. */
const [DEPTH_AROUND, DEPTH_OF_OWN] = [5, -10];

/** Throws `ParseError`, naming the field that is wrong. */
export function noteOf(format: NoteFormat, value: unknown): ReadNote {
  const { [OWN_KEY]: added, ...others } = record(value, format.name);
  const own = isFields(added) ? fieldsOf(json(added, OWN_KEY, DEPTH_OF_OWN)) : null;
  const whole = fieldsOf(json(others, format.name, DEPTH_AROUND));
  const row = own === null ? whole : format.dropOwn(whole);
  const told = format.read(row);
  const note = parseNote({ ...merged(told, own), imported: own?.imported ?? null });
  const title = typeof own?.title === 'string' ? own.title : told.title;
  const { unshown } = told;
  if (note.imported !== null) return { note, title, unshown };
  const imported = importedOf(format, row, told, { note, title: own === null ? null : title });
  const isOwn = own?.own === true && isSame(imported.rest, {});
  return { note: isOwn ? note : { ...note, imported }, title, unshown };
}

const fieldsOf = (value: Json): Fields => (isFields(value) ? value : {});

/** The record to write. */
export function rowOf(format: NoteFormat, { note, article }: ExportItem): Fields {
  const title = article?.title ?? null;
  const plain = format.write(note, title);
  const { imported } = note;
  const isForeign = imported?.format === format.name;
  const { row, told } = (isForeign ? foreignRow(format, note, plain) : null) ?? {
    row: plain,
    told: format.read(plain),
  };
  const isToldAnyway = (known: Imported): boolean =>
    isForeign && isSame(importedOf(format, row, told, { note, title: null }), known);
  const own: Fields = {
    ...(imported === null && { own: true }),
    ...(!isForeign && title !== told.title && { title }),
    ...fieldsInOrder(unsaid(note, told)),
    ...(imported !== null && !isToldAnyway(imported) && { imported }),
  };
  return isSame(own, {}) ? row : format.addOwn(row, own);
}

/** `title`: what the record would say of the page anew; null: what it says is kept, as the library may not know it. */
function importedOf(
  format: NoteFormat,
  row: Fields,
  { id, author }: Told,
  { note, title }: Pick<ReadNote, 'note' | 'title'>,
): Imported {
  const plain = format.write({ ...note, imported: { format: format.name, id, author, rest: {} } }, title);
  return { format: format.name, id, author, rest: restOf(row, plain, format.needed) };
}

/** Null where what was kept of it makes no record any more. A single note must not hold up all the others. */
function foreignRow(format: NoteFormat, note: Note, plain: Fields): { row: Fields; told: Told } | null {
  try {
    const row = edited(format, note, plain, overlay(plain, note.imported?.rest ?? null));
    return { row, told: format.read(row) };
  } catch (cause) {
    if (cause instanceof ParseError) return null;
    throw cause;
  }
}

/** The foreign record, with what was changed here since it came. */
function edited(format: NoteFormat, note: Note, plain: Fields, row: Fields): Fields {
  const told = format.read(row).note;
  const changed = format.told
    .filter(({ fields }) => fields.some((field) => field !== 'imported' && !isSame(told[field], note[field])))
    .flatMap(({ by }) => by);
  const now = changed.flatMap((key): [string, Json][] => {
    const value = format.edit(key, row[key], plain[key]);
    return value === undefined ? [] : [[key, value]];
  });
  return { ...without(row, changed), ...Object.fromEntries(now) };
}

/** The note's fields that the record does not tell, or tells otherwise. The heading alone is not worth the whole passage. */
function unsaid(note: Note, { note: told }: Told): Fields {
  const heading = note.passage?.heading ?? null;
  const known = { ...told, passage: told.passage && { ...told.passage, heading } };
  const fields = Object.entries(note).filter(
    ([field, value]) =>
      field !== 'imported' && !isSame(value, new Map<string, unknown>(Object.entries(known)).get(field)),
  );
  const hasHeading = heading !== null && isSame(known.passage, note.passage);
  return Object.fromEntries([...fields, ...(hasHeading ? [['heading', heading] as const] : [])]);
}

function merged({ note }: Told, own: Fields | null): Fields {
  const said: Fields = { ...note };
  if (own === null) return said;
  const { passage } = note;
  const heading = own.heading;
  return { ...said, ...(passage !== null && heading !== undefined && { passage: { ...passage, heading } }), ...own };
}
