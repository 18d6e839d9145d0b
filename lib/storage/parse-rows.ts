/**
 * Rows are parsed on the way out: an older version, a damaged disk or another tab may have written them. Windows,
 * aspects, wordings and events are younger than the tables, as is all of an answer but “no”: a row without them is whole.
 */
import { count, finite, flag, list, oneOf, orNull, record, text } from '@/lib/core/parse.ts';
import { date } from '@/lib/core/parse-date.ts';
import { json } from '@/lib/core/parse-note.ts';
import { QUALIFIERS, type Figure } from '@/lib/core/figures.ts';
import type { AccountId, ClaimId, PackId, QuestionId, SourceId } from '@/lib/core/ids.ts';
import { GENRES, STANCES } from '@/lib/core/pack.ts';
import type { Aspect, EventId, Locator, SentenceHash, StoryEvent, TimeWindow, ToldDate } from '@/lib/core/pack.ts';
import type { StoredVector } from '@/lib/core/sentence-model.ts';
import { VERDICTS, type AccountRow, type ClaimRow, type FeedbackRow, type SettingRow } from './rows.ts';
import type { PackRow, QuestionRow, SourceRow } from './rows.ts';

export function parsePackRow(value: unknown): PackRow {
  const row = record(value, 'packs');
  const scope = record(row.scope, 'packs.scope');
  return {
    id: text(row.id, 'packs.id') as PackId,
    version: text(row.version, 'packs.version'),
    date: date(row.date, 'packs.date'),
    title: text(row.title, 'packs.title'),
    summary: text(row.summary, 'packs.summary'),
    language: text(row.language, 'packs.language'),
    licence: text(row.licence, 'packs.licence'),
    scope: {
      what: text(scope.what, 'packs.scope.what'),
      where: list(scope.where, 'packs.scope.where', text),
      from: date(scope.from, 'packs.scope.from'),
      to: date(scope.to, 'packs.scope.to'),
    },
    names: list(row.names, 'packs.names', (group, path) => list(group, path, text)),
    changes: list(row.changes, 'packs.changes', (change, path) => {
      const { version, date: when, text: what } = record(change, path);
      return { version: text(version, path), date: date(when, path), text: text(what, path) };
    }),
    events: list(row.events ?? [], 'packs.events', event),
    on: flag(row.on, 'packs.on'),
    from: oneOf(['built-in', 'reader'], row.from, 'packs.from'),
  };
}

export function parseSourceRow(value: unknown): SourceRow {
  const row = record(value, 'sources');
  return {
    ...place(row, 'sources'),
    id: text(row.id, 'sources.id') as SourceId,
    kind: oneOf(['article', 'cited'], row.kind, 'sources.kind'),
    title: orNull(row.title, 'sources.title', text),
    author: orNull(row.author, 'sources.author', text),
    outlet: orNull(row.outlet, 'sources.outlet', text),
    url: orNull(row.url, 'sources.url', text),
    published: orNull(row.published, 'sources.published', date),
    dateCertain: flag(row.dateCertain, 'sources.dateCertain'),
    dateNote: orNull(row.dateNote, 'sources.dateNote', text),
    genre: oneOf(GENRES, row.genre, 'sources.genre'),
    language: text(row.language, 'sources.language'),
    reprintOf: orNull(row.reprintOf, 'sources.reprintOf', sourceId),
    derivesFrom: orNull(row.derivesFrom, 'sources.derivesFrom', sourceId),
    republishedBy: list(row.republishedBy, 'sources.republishedBy', (copy, path) => {
      const { outlet, url, published } = record(copy, path);
      return { outlet: text(outlet, path), url: orNull(url, path, text), published: orNull(published, path, date) };
    }),
    note: orNull(row.note, 'sources.note', text),
  };
}

export function parseQuestionRow(value: unknown): QuestionRow {
  const row = record(value, 'questions');
  return {
    ...place(row, 'questions'),
    id: text(row.id, 'questions.id') as QuestionId,
    asks: text(row.asks, 'questions.asks'),
    kind: oneOf(['contested', 'reported'], row.kind, 'questions.kind'),
    when: orNull(row.when, 'questions.when', timeWindow),
    aspects: list(row.aspects ?? [], 'questions.aspects', aspect),
  };
}

export function parseClaimRow(value: unknown): ClaimRow {
  const row = record(value, 'claims');
  return {
    ...place(row, 'claims'),
    id: text(row.id, 'claims.id') as ClaimId,
    question: text(row.question, 'claims.question') as QuestionId,
    says: text(row.says, 'claims.says'),
    when: orNull(row.when, 'claims.when', timeWindow),
    wordings: list(row.wordings ?? [], 'claims.wordings', text),
    figures: list(row.figures, 'claims.figures', figure),
  };
}

export function parseAccountRow(value: unknown): AccountRow {
  const row = record(value, 'accounts');
  return {
    ...place(row, 'accounts'),
    id: text(row.id, 'accounts.id') as AccountId,
    claim: text(row.claim, 'accounts.claim') as ClaimId,
    source: sourceId(row.source, 'accounts.source'),
    speaker: text(row.speaker, 'accounts.speaker'),
    role: orNull(row.role, 'accounts.role', text),
    via: orNull(row.via, 'accounts.via', text),
    viaSource: orNull(row.viaSource, 'accounts.viaSource', sourceId),
    stance: oneOf(STANCES, row.stance, 'accounts.stance'),
    event: orNull(row.event, 'accounts.event', toldDate),
    said: orNull(row.said, 'accounts.said', toldDate),
    figures: list(row.figures, 'accounts.figures', figure),
    quote: orNull(row.quote, 'accounts.quote', text),
    note: orNull(row.note, 'accounts.note', text),
    locators: list(row.locators, 'accounts.locators', locator),
  };
}

export function parseFeedbackRow(value: unknown): FeedbackRow {
  const row = record(value, 'feedback');
  return {
    pack: text(row.pack, 'feedback.pack') as PackId,
    question: text(row.question, 'feedback.question') as QuestionId,
    sentence: text(row.sentence, 'feedback.sentence') as SentenceHash,
    at: finite(row.at, 'feedback.at'),
    verdict: oneOf(VERDICTS, row.verdict ?? 'no', 'feedback.verdict'),
    claim: orNull(row.claim, 'feedback.claim', text) as ClaimId | null,
    vector: storedVector(row.vector),
  };
}

/** Whatever its value: a newer version may have written it. */
export function parseSettingRow(value: unknown): SettingRow {
  const row = record(value, 'settings');
  return { key: text(row.key, 'settings.key', 200), value: json(row.value, 'settings.value') };
}

/** A vector can be made again, the answer beside it cannot: a damaged one is none. */
function storedVector(value: unknown): StoredVector | null {
  if (typeof value !== 'object' || value === null) return null;
  const { model, values, scale } = record(value, 'feedback.vector');
  const isWhole = typeof model === 'string' && values instanceof Int8Array && values.length > 0;
  return isWhole && typeof scale === 'number' && Number.isFinite(scale) && scale > 0 ? { model, values, scale } : null;
}

const place = (row: Readonly<Record<string, unknown>>, path: string) => ({
  pack: text(row.pack, `${path}.pack`) as PackId,
  place: count(row.place, `${path}.place`),
});

const sourceId = (value: unknown, path: string): SourceId => text(value, path) as SourceId;

function toldDate(value: unknown, path: string): ToldDate {
  const told = record(value, path);
  return { date: date(told.date, `${path}.date`), given: orNull(told.given, `${path}.given`, text) };
}

function timeWindow(value: unknown, path: string): TimeWindow {
  const { from, to } = record(value, path);
  return { from: date(from, `${path}.from`), to: date(to, `${path}.to`) };
}

function aspect(value: unknown, path: string): Aspect {
  const { says, when } = record(value, path);
  return { says: text(says, `${path}.says`), when: orNull(when, `${path}.when`, timeWindow) };
}

function event(value: unknown, path: string): StoryEvent {
  const row = record(value, path);
  return {
    id: text(row.id, `${path}.id`) as EventId,
    name: text(row.name, `${path}.name`),
    also: list(row.also, `${path}.also`, text),
    when: timeWindow(row.when, `${path}.when`),
    own: flag(row.own, `${path}.own`),
  };
}

function locator(value: unknown, path: string): Locator {
  const { words, hash } = record(value, path);
  return { words: text(words, `${path}.words`), hash: text(hash, `${path}.hash`) as SentenceHash };
}

function figure(value: unknown, path: string): Figure {
  const row = record(value, path);
  const amount = record(row.amount, `${path}.amount`);
  const number = (field: string): number => finite(amount[field], `${path}.amount.${field}`);
  return {
    name: text(row.name, `${path}.name`),
    amount:
      amount.kind === 'range'
        ? { kind: 'range', low: number('low'), high: number('high') }
        : { kind: 'value', value: number('value') },
    unit: text(row.unit, `${path}.unit`),
    of: text(row.of, `${path}.of`),
    qualifier: orNull(row.qualifier, `${path}.qualifier`, (value, at) => oneOf(QUALIFIERS, value, at)),
    outOf: orNull(row.outOf, `${path}.outOf`, finite),
    asOf: orNull(row.asOf, `${path}.asOf`, date),
  };
}
