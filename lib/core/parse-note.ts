/** Notes as they come from the disk, a message or a file. */
import type { ArticleKey, ClaimId, NoteId, PackId, QuestionId, TextHash } from './ids.ts';
import { RELATIONS } from './match.ts';
import {
  COLOURS,
  FLAG_KINDS,
  LONGEST_BODY,
  LONGEST_CONTEXT,
  LONGEST_EXACT,
  LONGEST_TAG,
  MOST_TAGS,
  type AnchorState,
  type Evidence,
  type EvidenceAccount,
  type Imported,
  type Json,
  type Note,
  type NoteChange,
  type NoteDraft,
  type Passage,
} from './note.ts';
import { date } from './parse-date.ts';
import { ParseError, count, finite, list, oneOf, orNull, record, text } from './parse.ts';

const LONGEST_ADDRESS = 10_000;
const LONGEST_SENTENCE = 50_000;
const DEEPEST_JSON = 50;

export function parseNote(value: unknown, path = 'note'): Note {
  const note = record(value, path);
  return {
    ...parseNoteDraft(value, path),
    article: articleKey(note.article, `${path}.article`),
    url: text(note.url, `${path}.url`, LONGEST_ADDRESS),
    evidence: orNull(note.evidence, `${path}.evidence`, parseEvidence),
    created: finite(note.created, `${path}.created`),
    modified: finite(note.modified, `${path}.modified`),
    deleted: orNull(note.deleted, `${path}.deleted`, finite),
    replyTo: orNull(note.replyTo, `${path}.replyTo`, noteId),
    text: orNull(note.text, `${path}.text`, textHash),
    imported: orNull(note.imported, `${path}.imported`, imported),
  };
}

export function parseNoteDraft(value: unknown, path = 'draft'): NoteDraft {
  const draft = record(value, path);
  return {
    id: noteId(draft.id, `${path}.id`),
    passage: orNull(draft.passage, `${path}.passage`, parsePassage),
    flag: orNull(draft.flag, `${path}.flag`, flagKind),
    body: body(draft.body, `${path}.body`),
    tags: tags(draft.tags, `${path}.tags`),
    colour: colour(draft.colour, `${path}.colour`),
  };
}

/** Only what is named is changed. */
export function parseNoteChange(value: unknown, path = 'change'): NoteChange {
  const change = record(value, path);
  return {
    ...(change.body !== undefined && { body: body(change.body, `${path}.body`) }),
    ...(change.tags !== undefined && { tags: tags(change.tags, `${path}.tags`) }),
    ...(change.colour !== undefined && { colour: colour(change.colour, `${path}.colour`) }),
    ...(change.flag !== undefined && { flag: orNull(change.flag, `${path}.flag`, flagKind) }),
    ...(change.passage !== undefined && { passage: orNull(change.passage, `${path}.passage`, parsePassage) }),
  };
}

export function parsePassage(value: unknown, path = 'passage'): Passage {
  const passage = record(value, path);
  return {
    exact: text(passage.exact, `${path}.exact`, LONGEST_EXACT),
    prefix: text(passage.prefix, `${path}.prefix`, LONGEST_CONTEXT),
    suffix: text(passage.suffix, `${path}.suffix`, LONGEST_CONTEXT),
    position: orNull(passage.position, `${path}.position`, (value, at) => {
      const { start, end } = record(value, at);
      return { start: count(start, `${at}.start`), end: count(end, `${at}.end`) };
    }),
    heading: orNull(passage.heading, `${path}.heading`, (value, at) => text(value, at, LONGEST_CONTEXT)),
  };
}

export function parseEvidence(value: unknown, path = 'evidence'): Evidence {
  const evidence = record(value, path);
  const words = (name: keyof Evidence) => text(evidence[name], `${path}.${name}`);
  return {
    sentence: text(evidence.sentence, `${path}.sentence`, LONGEST_SENTENCE),
    pack: words('pack') as PackId,
    packTitle: words('packTitle'),
    packVersion: words('packVersion'),
    question: words('question') as QuestionId,
    asks: words('asks'),
    claim: orNull(evidence.claim, `${path}.claim`, text) as ClaimId | null,
    says: orNull(evidence.says, `${path}.says`, text),
    relation: oneOf(RELATIONS, evidence.relation, `${path}.relation`),
    accounts: list(evidence.accounts, `${path}.accounts`, evidenceAccount, 1000),
  };
}

function evidenceAccount(value: unknown, path: string): EvidenceAccount {
  const account = record(value, path);
  const source = record(account.source, `${path}.source`);
  return {
    claim: text(account.claim, `${path}.claim`),
    speaker: text(account.speaker, `${path}.speaker`),
    role: orNull(account.role, `${path}.role`, text),
    stance: text(account.stance, `${path}.stance`),
    said: orNull(account.said, `${path}.said`, date),
    quote: orNull(account.quote, `${path}.quote`, text),
    source: {
      title: orNull(source.title, `${path}.source.title`, text),
      author: orNull(source.author, `${path}.source.author`, text),
      outlet: orNull(source.outlet, `${path}.source.outlet`, text),
      url: orNull(source.url, `${path}.source.url`, text),
      published: orNull(source.published, `${path}.source.published`, date),
    },
  };
}

function imported(value: unknown, path: string): Imported {
  const from = record(value, path);
  return {
    format: oneOf(['w3c', 'hypothesis'], from.format, `${path}.format`),
    id: text(from.id, `${path}.id`, LONGEST_ADDRESS),
    author: orNull(from.author, `${path}.author`, text),
    rest: json(from.rest, `${path}.rest`),
  };
}

export function parseAnchorState(value: unknown, path: string): AnchorState {
  const state = record(value, path);
  const kind = oneOf(['found', 'changed', 'ambiguous', 'orphan'], state.kind, `${path}.kind`);
  if (kind === 'changed') return { kind, now: text(state.now, `${path}.now`, LONGEST_EXACT) };
  return kind === 'ambiguous' ? { kind, places: count(state.places, `${path}.places`) } : { kind };
}

/** Plain data, as `JSON.parse` gives it. */
export function json(value: unknown, path: string, depth = 0): Json {
  if (depth > DEEPEST_JSON) throw new ParseError(path, `no more than ${DEEPEST_JSON} levels`);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return finite(value, path);
  if (Array.isArray(value)) return value.map((entry: unknown, at) => json(entry, `${path}[${at}]`, depth + 1));
  return Object.fromEntries(
    Object.entries(record(value, path)).map(([key, entry]) => [key, json(entry, `${path}.${key}`, depth + 1)]),
  );
}

export function noteId(value: unknown, path: string): NoteId {
  const id = text(value, path, 36);
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new ParseError(path, 'a UUID in lower case');
  return id as NoteId;
}

export const articleKey = (value: unknown, path: string): ArticleKey =>
  text(value, path, LONGEST_ADDRESS) as ArticleKey;

export function textHash(value: unknown, path: string): TextHash {
  const hash = text(value, path, 64);
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new ParseError(path, 'a SHA-256 in hexadecimal');
  return hash as TextHash;
}

export const flagKind = (value: unknown, path: string) => oneOf(FLAG_KINDS, value, path);
const colour = (value: unknown, path: string) => oneOf(COLOURS, value, path);
const body = (value: unknown, path: string): string => text(value, path, LONGEST_BODY);

const tags = (value: unknown, path: string): string[] =>
  list(value, path, (tag, at) => text(tag, at, LONGEST_TAG), MOST_TAGS);
