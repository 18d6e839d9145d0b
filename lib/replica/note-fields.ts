/** A note as fields: so fine that two devices which change different things of it both have their way. */
import { LONGEST_TAG, MOST_TAGS, type Note } from '@/lib/core/note.ts';
import { parseNote } from '@/lib/core/parse-note.ts';
import { record as object } from '@/lib/core/parse.ts';
import type { LibraryDb } from '@/lib/storage/db.ts';
import { BODY, type SyncedRecord } from '@/lib/sync/record.ts';
import { bodyOf, differing, valueIn, type Fields } from './cells.ts';
import { keyPart, type RowKind } from './kind.ts';
import { listIn, placesOf, type PlacedList } from './placed-cells.ts';

const TAGS: PlacedList = { prefix: 'tag:', longest: LONGEST_TAG, most: MOST_TAGS };

export function noteFields(note: Note, record: SyncedRecord | undefined): Fields {
  const { article, url, created, evidence, imported, replyTo, passage, text } = note;
  const { flag, colour, deleted, modified, body } = note;
  return {
    ...differing(record, {
      made: { article, url, created, evidence, imported, replyTo },
      passage: { passage, text },
      flag,
      colour,
      deleted,
      modified,
      [BODY]: body,
    }),
    ...placesOf(record, TAGS, note.tags),
  };
}

/** Throws `ParseError`. */
export function noteOf(record: SyncedRecord): Note {
  const { article, url, created, evidence, imported, replyTo } = object(valueIn(record, 'made'), 'made');
  const { passage, text } = object(valueIn(record, 'passage') ?? {}, 'passage');
  return parseNote({
    id: keyPart(record.id),
    ...{ article, url, created, evidence, imported, replyTo, passage, text },
    flag: valueIn(record, 'flag'),
    colour: valueIn(record, 'colour'),
    deleted: valueIn(record, 'deleted'),
    modified: valueIn(record, 'modified') ?? created,
    body: bodyOf(record) ?? '',
    tags: listIn(record, TAGS),
  });
}

export const noteKind = ({ notes }: LibraryDb): RowKind<Note> => ({
  table: notes as RowKind<Note>['table'],
  keyOf: keyPart,
  parse: (row) => parseNote(row),
  mainField: 'made',
  fieldsOf: noteFields,
  rowOf: noteOf,
});
