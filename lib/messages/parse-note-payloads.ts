/** What comes with a message about notes, from a page or to one. */
import type { ClaimId, QuestionId, AccountId, PackId } from '@/lib/core/ids.ts';
import { RELATIONS } from '@/lib/core/match.ts';
import type { FlagKind } from '@/lib/core/note.ts';
import { parseArticleFields, LONGEST_ARTICLE } from '@/lib/core/parse-article.ts';
import {
  articleKey,
  flagKind,
  noteId,
  parseAnchorState,
  parseNoteChange,
  parseNoteDraft,
} from '@/lib/core/parse-note.ts';
import { ParseError, count, flag, list, oneOf, orNull, record, text } from '@/lib/core/parse.ts';
import type { EvidenceAsk, NoteAsk, NoteStart, NotesToBackground, NotesToPage, PageMet } from './note-protocol.ts';

type Ask<K extends keyof NotesToBackground> = Parameters<NotesToBackground[K]>[0];
type PageAsk<K extends keyof NotesToPage> = Parameters<NotesToPage[K]>[0];

const MOST_KEYS = 20;
/** Notes of one page. */
const MOST_NOTES = 10_000;

export const parseKeysAsk = (value: unknown): Ask<'notes.on'> => ({ keys: keys(record(value, 'ask').keys) });

export function parsePageMet(value: unknown, path = 'page'): PageMet {
  const page = record(value, path);
  const { url: _canonical, ...fields } = parseArticleFields(value, path);
  return {
    ...fields,
    keys: keys(page.keys),
    url: text(page.url, `${path}.url`),
    packs: list(page.packs, `${path}.packs`, (id, at) => text(id, at, 80) as PackId, 1000),
    marks: count(page.marks, `${path}.marks`),
    text: orNull(page.text, `${path}.text`, (value, at) => text(value, at, LONGEST_ARTICLE)),
  };
}

export function parseNoteAsk(value: unknown): NoteAsk {
  const ask = record(value, 'note');
  return {
    ...parseNoteDraft(value, 'note'),
    page: parsePageMet(ask.page, 'note.page'),
    evidence: orNull(ask.evidence, 'note.evidence', evidenceAsk),
  };
}

function evidenceAsk(value: unknown, path: string): EvidenceAsk {
  const ask = record(value, path);
  return {
    sentence: text(ask.sentence, `${path}.sentence`, 50_000),
    relation: oneOf(RELATIONS, ask.relation, `${path}.relation`),
    pack: text(ask.pack, `${path}.pack`, 80) as PackId,
    question: text(ask.question, `${path}.question`, 80) as QuestionId,
    claim: orNull(ask.claim, `${path}.claim`, (id, at) => text(id, at, 80) as ClaimId),
    accounts: list(ask.accounts, `${path}.accounts`, (id, at) => text(id, at, 80) as AccountId, 1000),
  };
}

export function parseChangeAsk(value: unknown): Ask<'note.change'> {
  const { id, change } = record(value, 'ask');
  return { id: noteId(id, 'ask.id'), change: parseNoteChange(change, 'ask.change') };
}

export const parseNoteName = (value: unknown): Ask<'note.delete'> => ({
  id: noteId(record(value, 'ask').id, 'ask.id'),
});

export function parseAnchored(value: unknown): Ask<'notes.anchored'> {
  const found = list(
    record(value, 'ask').found,
    'ask.found',
    (entry, path) => {
      const { note, state } = record(entry, path);
      return { note: noteId(note, `${path}.note`), state: parseAnchorState(state, `${path}.state`) };
    },
    MOST_NOTES,
  );
  return { found };
}

export function parseDraftAsk(value: unknown): Ask<'draft.keep'> {
  const { key, draft } = record(value, 'ask');
  return { key: articleKey(key, 'ask.key'), draft: parseNoteDraft(draft, 'ask.draft') };
}

export function parseNoteStart(value: unknown): PageAsk<'note.start'> {
  const ask = record(value, 'ask');
  return { start: start(ask.start), flag: orNull<FlagKind>(ask.flag, 'ask.flag', flagKind) };
}

export const parseTabOrNull = (value: unknown): number | null => orNull(record(value, 'ask').tabId, 'ask.tabId', count);
export const parseHeight = (value: unknown): number => count(record(value, 'ask').height, 'ask.height');

function start(value: unknown): NoteStart {
  const ask = record(value, 'ask.start');
  const on = oneOf(['selection', 'mark', 'page'], ask.on, 'ask.start.on');
  return on === 'mark' ? { on, mark: count(ask.mark, 'ask.start.mark') } : { on };
}

export function parseNoteShow(value: unknown): PageAsk<'note.show'> {
  const { id, edit } = record(value, 'ask');
  return { id: noteId(id, 'ask.id'), edit: flag(edit, 'ask.edit') };
}

function keys(value: unknown) {
  const found = list(value, 'keys', articleKey, MOST_KEYS);
  if (found.length === 0) throw new ParseError('keys', 'at least one key');
  return found;
}
