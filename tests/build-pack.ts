/** Packs of made-up stories, from the few words that a test is about; all else is filled in. */
import type { Pack, Stance } from '@/lib/core/pack.ts';
import { parsePack } from '@/lib/pack/parse-pack.ts';
import { hashSentence } from '@/lib/text/sentence-hash.ts';

export type AccountSketch = {
  readonly source?: string;
  readonly speaker?: string;
  readonly stance?: Stance;
  /** The sentences in which the source tells it. */
  readonly tells: readonly string[];
};
export type FigureSketch = {
  readonly name: string;
  readonly value: number;
  readonly unit?: string;
  readonly of: string;
};
export type WindowSketch = { readonly from: string; readonly to: string };
export type ClaimSketch = {
  readonly says: string;
  readonly when?: WindowSketch;
  readonly wordings?: readonly string[];
  readonly figures?: readonly FigureSketch[];
  readonly accounts?: readonly AccountSketch[];
};
export type QuestionSketch = {
  readonly asks: string;
  readonly when?: WindowSketch;
  readonly aspects?: readonly { readonly says: string; readonly when?: WindowSketch }[];
  readonly claims: Readonly<Record<string, ClaimSketch>>;
};
export type EventSketch = WindowSketch & {
  readonly id: string;
  readonly name: string;
  readonly also?: readonly string[];
  readonly own: boolean;
};
export type PackSketch = {
  readonly id: string;
  readonly language?: string;
  readonly from?: string;
  readonly to?: string;
  readonly names?: readonly (readonly string[])[];
  readonly events?: readonly EventSketch[];
  /** By question, then by claim: ids to words. */
  readonly questions: Readonly<Record<string, QuestionSketch>>;
};

/** Throws where the sketch makes no valid pack. */
export function buildPack({ id, language = 'en', from = '2019-05', to = '2019-06', ...sketch }: PackSketch): Pack {
  const questions = Object.entries(sketch.questions).map(([question, { claims, ...own }]) => ({
    id: question,
    kind: 'contested',
    ...own,
    claims: Object.entries(claims).map(([claim, words]) => toClaim(claim, words)),
  }));
  const sources = new Set(
    questions.flatMap(({ claims }) => claims.flatMap((claim) => claim.accounts.map((a) => a.source))),
  );
  const result = parsePack({
    format: 'parallax-pack/1',
    id,
    version: '1.0.0',
    date: '2020-01-01',
    title: `The story of ${id}`,
    summary: 'Made up for tests.',
    language,
    licence: 'CC0-1.0',
    scope: { what: 'a made-up story', where: [], from, to },
    names: sketch.names ?? [],
    events: (sketch.events ?? []).map(({ from: first, to: last, ...event }) => ({
      ...event,
      when: { from: first, to: last },
    })),
    sources: Array.from(sources, (source) => ({ id: source, kind: 'article', genre: 'news', language })),
    questions,
  });
  if (result.kind === 'invalid') throw new Error(JSON.stringify(result.problems));
  return result.pack;
}

function toClaim(id: string, { figures = [], accounts = [{ tells: [] }], ...own }: ClaimSketch) {
  return {
    id,
    ...own,
    figures: figures.map((figure) => ({ unit: 'people', ...figure })),
    accounts: accounts.map(({ source = 'gazette', speaker = 'a reporter', stance = 'asserts', tells }, n) => ({
      id: `${id}.${source}-${n + 1}`,
      source,
      speaker,
      stance,
      // A pack proves every account by a sentence; one that no test is about gets a sentence of its own.
      locators: (tells.length > 0 ? tells : [`${source} tells ${id} somewhere`]).map((sentence) => ({
        words: sentence.split(' ').slice(0, 5).join(' '),
        hash: hashSentence(sentence),
      })),
    })),
  };
}
