/** Made-up pages and settings for the views. */
import { NOWHERE, composeCard } from '@/lib/card/compose-card.ts';
import { toMark } from '@/lib/card/mark.ts';
import type { Card } from '@/lib/card/card.ts';
import type { ArticleHead, Mark, PackSummary } from '@/lib/core/marks.ts';
import type { Match } from '@/lib/core/match.ts';
import type { Pack } from '@/lib/core/pack.ts';
import { partialDate } from '@/lib/core/dates.ts';
import { DEFAULT_SETTINGS } from '@/lib/core/settings.ts';
import { indexSources } from '@/lib/pack/origins.ts';
import type { OptionsProps } from '@/lib/ui/options-props.ts';
import type { PageView, ReaderProps, Site } from '@/lib/ui/page-view.ts';
import { HARBOUR, questionOf } from '../card/harbour-pack.ts';

export const SUMMARY: PackSummary = {
  id: HARBOUR.id,
  title: HARBOUR.title,
  version: HARBOUR.version,
  date: HARBOUR.date,
};

export const ARTICLE: ArticleHead = {
  title: 'Envoys leave Port Ellery with a page of proposals and two readings of it',
  byline: 'Lena Ortiz',
  outlet: 'The Strait Courier',
  url: 'https://strait.example/2021/envoys',
  published: partialDate('2021-03-03'),
  language: 'en',
  sentences: 34,
};

const TEXTS: Record<string, string> = {
  'q-outcome': 'A spokeswoman for the shipowners said that nothing worth the name had come of the talks on pier 2.',
  'q-dockers': 'The harbour board has named a figure of 1,500 people who have laid down work.',
  'q-cranes': 'Of 152 cranes in the container harbour, 123 were standing still by nightfall.',
  'q-fire': 'A shed burned on pier 4.',
};

type Meant = { readonly question: string; readonly claim: number | null } & Partial<Omit<Match, 'question' | 'claim'>>;

/** The match of sentence `sentence` with a claim of the made-up pack, by its place in the question. */
export function madeMark({ question: id, claim, ...rest }: Meant): Mark {
  const question = questionOf(id);
  const match: Match = {
    sentence: 0,
    pack: HARBOUR.id,
    question: question.id,
    claim: claim === null ? null : (question.claims[claim]?.id ?? null),
    relation: 'same',
    accounts: [],
    score: 0.82,
    reasons: [
      { kind: 'shared-names', names: ['Port Ellery'] },
      { kind: 'shared-words', words: ['nothing', 'talks', 'came'] },
    ],
    also: [],
    ...rest,
  };
  const questions = new Map(HARBOUR.questions.map((one) => [one.id, one]));
  const mark = toMark(match, TEXTS[id] ?? '', { questions, sources: indexSources(HARBOUR.sources) });
  if (mark === null) throw new Error(`no question ${id}`);
  return mark;
}

export const MARKS: readonly Mark[] = [
  madeMark({ question: 'q-outcome', claim: 0, sentence: 3 }),
  madeMark({
    question: 'q-dockers',
    claim: 0,
    sentence: 7,
    relation: 'other-figure',
    reasons: [{ kind: 'other-figure', here: '1,500', there: '1,351' }],
  }),
  madeMark({ question: 'q-cranes', claim: 0, sentence: 12 }),
  madeMark({ question: 'q-fire', claim: null, sentence: 20, relation: 'on-question' }),
];

/** @throws Error when the made-up pack cannot give the card. */
export function cardFor({ match }: Mark, pack: Pack = HARBOUR): Card {
  const question = pack.questions.find(({ id }) => id === match.question) ?? null;
  const card = composeCard({ pack, question, sources: indexSources(pack.sources), here: match });
  if (card === null) throw new Error(`no card for ${match.question}`);
  return card;
}

/** As the library shows it. @throws Error when the made-up pack has no such question. */
export function libraryCard(id: string): Card {
  const sources = indexSources(HARBOUR.sources);
  const card = composeCard({ pack: HARBOUR, question: questionOf(id), sources, here: NOWHERE });
  if (card === null) throw new Error(`no card for ${id}`);
  return card;
}

export const SITE: Site = { host: 'strait.example', choice: 'click', everywhere: false };

export const readPage = (picked: number | null, marks: readonly Mark[] = MARKS): PageView => ({
  kind: 'read',
  article: ARTICLE,
  packs: [SUMMARY],
  complete: true,
  marks,
  hidden: [],
  picked,
});

const nothing = (): void => undefined;

export const NO_EVENTS: ReaderProps['events'] = {
  onRead: nothing,
  onGrant: nothing,
  onStop: nothing,
  onSite: nothing,
  onPick: nothing,
  onWalk: nothing,
  onAsk: nothing,
  onReject: nothing,
  onConfirm: nothing,
  onRestore: nothing,
  onPanel: nothing,
  onLibrary: nothing,
  onOptions: nothing,
};

export function readerProps(picked: number | null, change: Partial<ReaderProps> = {}): ReaderProps {
  const mark = picked === null ? undefined : MARKS[picked];
  return {
    page: readPage(picked),
    site: SITE,
    card: mark === undefined ? { kind: 'loading' } : { kind: 'card', card: cardFor(mark) },
    asked: 0,
    hidden: [],
    noting: null,
    events: NO_EVENTS,
    ...change,
  };
}

export const OPTIONS: OptionsProps = {
  settings: { ...DEFAULT_SETTINGS, offSites: ['quiet.example'] },
  reading: { everywhere: false, sites: ['news.example', 'strait.example'] },
  levels: {
    few: { precision: 0.912, recall: 0.4 },
    balanced: { precision: 0.804, recall: 0.615 },
    more: { precision: 0.66, recall: 0.787 },
  },
  commands: [
    { name: 'next-mark', description: 'Go to the next mark', shortcut: 'Alt+J' },
    { name: 'previous-mark', description: 'Go to the previous mark', shortcut: '' },
    { name: '_execute_action', description: '', shortcut: 'Alt+P' },
  ],
  stored: { packs: 1, notes: 12, articles: 1, hiddenMarks: 2, confirmedMarks: 1, bytes: 1_430_000, persisted: false },
  version: '0.1.0',
  transfer: null,
  sync: null,
  isSynced: false,
  events: {
    onSettings: nothing,
    onEverywhere: nothing,
    onRemoveSite: nothing,
    onShortcuts: nothing,
    onTakeBack: nothing,
    onWipe: nothing,
  },
};
