/** The bodies of an annotation: what is said of the passage. */
import type { EvidenceAccount, Json, Note } from '@/lib/core/note.ts';
import { entriesOf, isFields, type Fields } from './kept-fields.ts';
import { iriOf, itemsOf, isUri, wordsOf } from './w3c-words.ts';

/** Bodies with these purposes say what the passage is about, not what somebody thinks of it. */
const NOT_SHOWN = ['identifying', 'linking'];

/** None where nothing is said: a bare highlight. */
export function writeBodies({ body, tags, evidence }: Note): readonly Fields[] {
  return [
    ...(body === '' ? [] : [textualBody(body)]),
    ...tags.map((tag) => ({ type: 'TextualBody', value: tag, purpose: 'tagging' })),
    ...(evidence?.accounts ?? []).flatMap(accountBody),
  ];
}

const textualBody = (value: string): Fields => ({
  type: 'TextualBody',
  value,
  format: 'text/markdown',
  purpose: 'commenting',
});

const accountBody = ({ source }: EvidenceAccount): Fields[] =>
  source.url === null || !isUri(source.url)
    ? []
    : [{ type: 'SpecificResource', source: source.url, purpose: 'identifying' }];

type Said = { readonly kind: 'text' | 'tag'; readonly value: string };

/** The text of all bodies together, addresses of pictures and pages in it as links; the tags. */
export function readBodies(row: Fields): Pick<Note, 'body' | 'tags'> {
  const isTagging = wordsOf(row.motivation).join() === 'tagging';
  const said = entriesOf(row.body).flatMap((body) => saidBy(body, isTagging));
  const { bodyValue } = row;
  if (typeof bodyValue === 'string') said.push({ kind: isTagging ? 'tag' : 'text', value: bodyValue });
  const valuesOf = (kind: Said['kind']) => said.flatMap((one) => (one.kind === kind ? [one.value] : []));
  return { body: valuesOf('text').join('\n\n'), tags: valuesOf('tag') };
}

function saidBy(body: Json, isTagging: boolean): Said[] {
  if (typeof body === 'string') return [isTagging ? { kind: 'tag', value: body } : link(body)];
  if (!isFields(body)) return [];
  const purposes = wordsOf(body.purpose);
  const isTag = purposes.length === 0 ? isTagging : purposes.includes('tagging');
  const items = itemsOf(body);
  if (items !== null) return items.flatMap((item) => saidBy(item, isTag));
  const { value, source } = body;
  if (typeof value === 'string') return [{ kind: isTag ? 'tag' : 'text', value }];
  if (purposes.some((purpose) => NOT_SHOWN.includes(purpose))) return [];
  if (isFields(source) && source.value !== undefined) return saidBy(source, isTag);
  const iri = iriOf(source ?? body);
  return iri === null ? [] : [isTag ? { kind: 'tag', value: iri } : link(iri)];
}

const link = (iri: string): Said => ({ kind: 'text', value: `<${iri}>` });

/** After an edit: the bodies written anew, with those of the foreign annotation that never showed. */
export function editBodies(foreign: Json | undefined, plain: Json | undefined): Json | undefined {
  const hidden = entriesOf(foreign).filter(
    (body) => isFields(body) && wordsOf(body.purpose).some((purpose) => NOT_SHOWN.includes(purpose)),
  );
  const own = entriesOf(plain).filter(
    (body) => !hidden.some((other) => isFields(other) && sourceOf(other) === sourceOf(body)),
  );
  const bodies = [...own, ...hidden];
  return bodies.length === 0 ? undefined : bodies;
}

const sourceOf = (body: Json): string | null => (isFields(body) ? iriOf(body.source) : null);
