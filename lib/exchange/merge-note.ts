/** What becomes of a note that comes in while the library may have it already. Decides; touches nothing. */
import type { Colour, Note, Passage } from '@/lib/core/note.ts';
import { isSame } from './kept-fields.ts';

export type Merge =
  | { readonly kind: 'add' | 'replace'; readonly note: Note }
  /** `deleted`: it was thrown away here after the incoming was last changed. */
  | { readonly kind: 'keep'; readonly why: 'same' | 'not-newer' | 'deleted' };

/** `existing` and `incoming` have the same id. Only what was changed later, there, takes the place of what is here. */
export function mergeIncoming(existing: Note | null, incoming: Note): Merge {
  if (existing === null) return { kind: 'add', note: incoming };
  if (isSame(existing, incoming)) return { kind: 'keep', why: 'same' };
  if (lastChange(incoming) > lastChange(existing)) return { kind: 'replace', note: withOwn(existing, incoming) };
  return { kind: 'keep', why: existing.deleted === null ? 'not-newer' : 'deleted' };
}

const lastChange = ({ modified, deleted }: Note): number => Math.max(modified, deleted ?? modified);

/** The colour of what comes in without one. */
const UNSAID: Colour = 'yellow';

/** Other programs know nothing of what only Parallax can say: that stays, where the incoming says nothing of it. */
function withOwn(existing: Note, incoming: Note): Note {
  if (incoming.imported === null) return incoming;
  return {
    ...incoming,
    article: existing.url === incoming.url ? existing.article : incoming.article,
    colour: incoming.colour === UNSAID ? existing.colour : incoming.colour,
    flag: incoming.flag ?? existing.flag,
    evidence: incoming.evidence ?? existing.evidence,
    text: incoming.text ?? existing.text,
    passage: placed(existing.passage, incoming.passage),
  };
}

const placed = (existing: Passage | null, incoming: Passage | null): Passage | null =>
  existing !== null && incoming !== null && existing.exact === incoming.exact
    ? { ...incoming, position: incoming.position ?? existing.position, heading: incoming.heading ?? existing.heading }
    : incoming;
