/**
 * A note as a row of Hypothesis' API, and back. Only the quote tells the place: Hypothesis counts its positions in
 * UTF-16 over the page's raw text, ours are code points over its text with white space folded, and neither can be had
 * from the other without the page. Theirs are kept for when the note goes out again.
 */
import { articleKeyOf } from '@/lib/core/article-key.ts';
import { LONGEST_TAG, MOST_TAGS, type Json, type Note, type Passage } from '@/lib/core/note.ts';
import { ParseError } from '@/lib/core/parse.ts';
import { entriesOf, isFields, isList, type Fields } from './kept-fields.ts';
import { OWN_KEY, type NoteFormat, type Told } from './note-format.ts';
import { hypothesisIdOf, noteIdOf } from './note-id.ts';
import { isoOf, momentOf } from './note-moment.ts';
import { passageOf, quoteSelector } from './note-quote.ts';

/** Whoever takes such a file in puts their own name here. */
const READER = 'acct:reader@parallax.invalid';

export const HYPOTHESIS_ROW: NoteFormat = {
  name: 'hypothesis',
  write: writeRow,
  read: readRow,
  needed: ['id'],
  told: [
    { by: ['text'], fields: ['body'] },
    { by: ['tags'], fields: ['tags'] },
    { by: ['uri'], fields: ['url'] },
    { by: ['target'], fields: ['url', 'passage'] },
    { by: ['references'], fields: ['replyTo'] },
    { by: ['created'], fields: ['created'] },
    { by: ['updated'], fields: ['modified'] },
  ],
  edit: (key, foreign, plain) => (key === 'target' ? editTarget(foreign, plain) : plain),
  addOwn: (row, own) => ({ ...row, [OWN_KEY]: own }),
  dropOwn: (row) => row,
};

function writeRow(note: Note, title: string | null): Fields {
  const { imported, passage, replyTo, url } = note;
  return {
    id: imported?.format === 'hypothesis' && imported.id !== '' ? imported.id : hypothesisIdOf(note.id),
    created: stampOf(note.created),
    updated: stampOf(note.modified),
    user: READER,
    uri: url,
    text: note.body,
    tags: note.tags,
    group: '__world__',
    permissions: { read: [READER], admin: [READER], update: [READER], delete: [READER] },
    target: [{ source: url, ...(passage !== null && { selector: [quoteSelector(passage)] }) }],
    document: title === null ? {} : { title: [title] },
    links: {},
    ...(replyTo !== null && { references: [hypothesisIdOf(replyTo)] }),
    user_info: { display_name: null },
    flagged: false,
    hidden: false,
  };
}

/** As the API writes it, with microseconds. */
const stampOf = (moment: number): string => isoOf(moment).replace('Z', '000+00:00');

function readRow(row: Fields): Told {
  const target = entriesOf(row.target).find(isFields) ?? {};
  const url = row.uri ?? row.url ?? target.source;
  if (typeof url !== 'string') throw new ParseError('uri', 'the address of what is annotated');
  // An annotation of the W3C's model names what it is.
  if (row['@context'] !== undefined || row.type !== undefined) throw new ParseError('type', 'none');
  const id =
    typeof row.id === 'string' && row.id !== '' ? row.id : hypothesisIdOf(noteIdOf('hypothesis', JSON.stringify(row)));
  const created = momentOf(row.created) ?? momentOf(row.updated) ?? 0;
  const tags = entriesOf(row.tags).filter((tag) => typeof tag === 'string');
  const kept = tags.filter((tag) => tag.length <= LONGEST_TAG).slice(0, MOST_TAGS);
  const passage = passageIn(target);
  const parent = entriesOf(row.references).at(-1);
  return {
    note: {
      id: noteIdOf('hypothesis', id),
      article: articleKeyOf(url),
      url,
      passage,
      flag: null,
      evidence: null,
      body: typeof row.text === 'string' ? row.text : '',
      tags: kept,
      colour: 'yellow',
      created,
      modified: momentOf(row.updated) ?? created,
      deleted: null,
      replyTo: typeof parent === 'string' ? noteIdOf('hypothesis', parent) : null,
      text: null,
    },
    id,
    author: authorOf(row),
    title: titleOf(row),
    unshown: unshownOf(passage, target, kept.length < tags.length),
  };
}

function passageIn({ selector }: Fields): Passage | null {
  const quote = entriesOf(selector)
    .filter(isFields)
    .find(({ type }) => type === 'TextQuoteSelector');
  return quote === undefined ? null : passageOf(quote, null);
}

function unshownOf(passage: Passage | null, { selector }: Fields, hasOtherTags: boolean): Told['unshown'] {
  const isElsewhere = passage === null && entriesOf(selector).length > 0;
  return [
    ...(isElsewhere
      ? [{ where: 'target', why: 'The place is given without its words. The note is kept, on the page as a whole.' }]
      : []),
    ...(hasOtherTags ? [{ where: 'tags', why: 'Tags that are too many or too long do not show; they are kept.' }] : []),
  ];
}

function authorOf({ user, user_info: info }: Fields): string | null {
  const shown = isFields(info) ? info.display_name : null;
  const name = typeof shown === 'string' && shown !== '' ? shown : user;
  return typeof name === 'string' && name.length <= 1000 ? name : null;
}

function titleOf({ document: page }: Fields): string | null {
  const [title] = isFields(page) ? entriesOf(page.title) : [];
  return typeof title === 'string' && title !== '' ? title : null;
}

/** After an edit: the passage's new words; everything else of the target stays. */
function editTarget(foreign: Json | undefined, plain: Json | undefined): Json | undefined {
  const [ours] = entriesOf(plain);
  if (!isList(foreign) || !isFields(ours)) return plain;
  return foreign.map((target, at) => (at === 0 && isFields(target) ? { ...target, ...ours } : target));
}
