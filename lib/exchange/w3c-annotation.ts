/** A note as an annotation of the W3C's model, and back. */
import { articleKeyOf } from '@/lib/core/article-key.ts';
import { LONGEST_TAG, MOST_TAGS, type Imported, type Json, type Note } from '@/lib/core/note.ts';
import { ParseError } from '@/lib/core/parse.ts';
import { uuidOf } from '@/lib/text/uuid-of.ts';
import { entriesOf, isFields, isList, isSame, type Fields } from './kept-fields.ts';
import { OWN_KEY, type NoteFormat, type Told } from './note-format.ts';
import { noteIdOf } from './note-id.ts';
import { isoOf, momentOf } from './note-moment.ts';
import { editBodies, readBodies, writeBodies } from './w3c-body.ts';
import { editTarget, readTarget, writeTarget } from './w3c-target.ts';
import { CONTEXT, iriOf, isUri, motivationOf, wordsOf } from './w3c-words.ts';

/** Says what our key is, and that its value is plain JSON: processors leave it as it stands. */
const OWN_CONTEXT: Fields = { [OWN_KEY]: { '@id': 'urn:parallax:note', '@type': '@json' } };

export const W3C_ANNOTATION: NoteFormat = {
  name: 'w3c',
  write: writeAnnotation,
  read: readAnnotation,
  needed: ['@context', 'id', 'type'],
  told: [
    { by: ['motivation'], fields: ['flag'] },
    { by: ['body', 'bodyValue'], fields: ['body', 'tags'] },
    { by: ['target'], fields: ['url', 'passage', 'replyTo'] },
    { by: ['created'], fields: ['created'] },
    { by: ['modified'], fields: ['modified'] },
  ],
  edit: (key, foreign, plain) =>
    key === 'body' ? editBodies(foreign, plain) : key === 'target' ? editTarget(foreign, plain) : plain,
  addOwn: (row, own) => ({ ...row, '@context': withOwnContext(row['@context']), [OWN_KEY]: own }),
  dropOwn: (row) => ({ ...row, '@context': withoutOwnContext(row['@context']) }),
};

function writeAnnotation(note: Note): Fields {
  const { imported, created, modified } = note;
  const bodies = writeBodies(note);
  const via = viaOf(imported);
  return {
    '@context': CONTEXT,
    id: imported?.format === 'w3c' && isUri(imported.id) ? imported.id : `urn:uuid:${note.id}`,
    type: 'Annotation',
    motivation: motivationOf(note),
    ...(imported !== null && imported.author !== null && { creator: { type: 'Person', name: imported.author } }),
    created: isoOf(created),
    modified: isoOf(modified),
    ...(bodies.length > 0 && { body: bodies }),
    target: writeTarget(note),
    ...(via !== null && { via }),
  };
}

/** The address from which a note came in another format. */
function viaOf(imported: Imported | null): string | null {
  if (imported?.format !== 'hypothesis') return null;
  const address = `https://hypothes.is/a/${imported.id}`;
  return isUri(address) ? address : null;
}

function readAnnotation(row: Fields): Told {
  const types = wordsOf(row.type ?? row['@type']);
  if (types.length > 0 && !types.includes('Annotation')) throw new ParseError('type', 'Annotation');
  if (row.target === undefined) throw new ParseError('target', 'what is annotated');
  const id = iriOf(row) ?? `urn:uuid:${uuidOf(['w3c', JSON.stringify(row)])}`;
  const { unshown, ...target } = readTarget(row);
  const { body, tags } = readBodies(row);
  const created = momentOf(row.created) ?? momentOf(row.modified) ?? 0;
  const url = target.url ?? (target.replyTo === null ? '' : `urn:uuid:${target.replyTo}`);
  const [kept, others] = keepable(tags);
  return {
    note: {
      id: noteIdOf('w3c', id),
      article: articleKeyOf(url),
      url,
      passage: target.passage,
      flag: wordsOf(row.motivation).includes('questioning') ? 'question' : null,
      evidence: null,
      body,
      tags: kept,
      colour: 'yellow',
      created,
      modified: momentOf(row.modified) ?? created,
      deleted: null,
      replyTo: target.replyTo,
      text: null,
    },
    id,
    author: authorOf(row.creator),
    title: null,
    unshown: others
      ? [...unshown, { where: 'body', why: 'Tags that are too many or too long do not show; they are kept.' }]
      : unshown,
  };
}

function keepable(tags: readonly string[]): readonly [readonly string[], boolean] {
  const kept = tags.filter((tag) => tag.length <= LONGEST_TAG).slice(0, MOST_TAGS);
  return [kept, kept.length < tags.length];
}

function authorOf(creator: Json | undefined): string | null {
  const [first] = entriesOf(creator);
  const { name, nickname } = isFields(first) ? first : {};
  const [word] = [...entriesOf(name), ...entriesOf(nickname), iriOf(first)];
  return typeof word === 'string' && word.length <= 1000 ? word : null;
}

/** Behind a single word, before a list of one: so it can be told which of the two it was. */
function withOwnContext(context: Json | undefined): Json {
  if (!isList(context)) return context === undefined ? [CONTEXT, OWN_CONTEXT] : [context, OWN_CONTEXT];
  return context.length === 1 ? [OWN_CONTEXT, ...context] : [...context, OWN_CONTEXT];
}

function withoutOwnContext(context: Json | undefined): Json {
  const all = entriesOf(context);
  const others = all.filter((one) => !isSame(one, OWN_CONTEXT));
  const [only = CONTEXT] = others;
  return all.length === 2 && others.length === 1 && !isSame(all[0], OWN_CONTEXT) ? only : others;
}
