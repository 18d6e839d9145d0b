/** What the background keeps in memory of the packs that are on. A cache: rebuilt from the library after every wake-up. */
import { composeCard } from '@/lib/card/compose-card.ts';
import type { Card } from '@/lib/card/card.ts';
import { toMark } from '@/lib/card/mark.ts';
import type { PackId, QuestionId } from '@/lib/core/ids.ts';
import type { Mark } from '@/lib/core/marks.ts';
import type { LevelFigures, Match } from '@/lib/core/match.ts';
import type { Pack, Question } from '@/lib/core/pack.ts';
import { LEARNED } from '@/lib/matching/accept.ts';
import { applyAnswers, type Answer, type ReadForAnswers } from '@/lib/matching/answered.ts';
import { fingerprintOf } from '@/lib/matching/fingerprint.ts';
import type { Fingerprint } from '@/lib/matching/gate.ts';
import { createMatcher, type Matcher } from '@/lib/matching/matcher.ts';
import type { CardRef, MatchAnswer, MatchAsk } from '@/lib/messages/protocol.ts';
import { indexSources, type SourcesById } from '@/lib/pack/origins.ts';
import type { FeedbackStore } from '@/lib/storage/feedback-store.ts';
import type { PackStore } from '@/lib/storage/pack-store.ts';
import type { SettingsStore } from '@/lib/storage/settings-store.ts';
import { hashSentence } from '@/lib/text/sentence-hash.ts';
import type { MeaningKeeper } from './meaning.ts';
import { report } from './report.ts';

export type StoryIndex = {
  readonly fingerprints: () => Promise<readonly Fingerprint[]>;
  readonly match: (ask: MatchAsk) => Promise<MatchAnswer>;
  /** Null where the library no longer holds the question. */
  readonly card: (ref: CardRef) => Promise<Card | null>;
  readonly levels: () => Promise<LevelFigures>;
  /** To be called after every change of packs or feedback. */
  readonly forget: () => void;
};

type Story = {
  readonly pack: Pack;
  readonly questions: ReadonlyMap<QuestionId, Question>;
  readonly sources: SourcesById;
};
type Loaded = {
  readonly stories: ReadonlyMap<PackId, Story>;
  readonly prints: readonly Fingerprint[];
  readonly matcher: Matcher;
};

export type IndexSources = {
  readonly packs: PackStore;
  readonly feedback: FeedbackStore;
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly meaning: MeaningKeeper;
  /** Resolves when the built-in packs are in place: the first question may come before the first start is over. */
  readonly ready: () => Promise<unknown>;
};

export function createStoryIndex(sources: IndexSources): StoryIndex {
  const { feedback, settings, meaning, ready } = sources;
  let loading: Promise<Loaded> | null = null;
  // A load that failed must not be kept: the disk may be back for the next question.
  const loaded = () =>
    (loading ??= ready()
      .then(() => load(sources))
      .catch((cause: unknown) => {
        loading = null;
        throw cause;
      }));

  return {
    fingerprints: async () => (await loaded()).prints,
    async match({ article, packs: asked, which }) {
      const { matcher, stories } = await loaded();
      const { level } = await settings.get();
      const wanted = new Set(asked);
      const matches = (await matcher.match(article, which, { known: true, level })).filter(({ pack }) =>
        wanted.has(pack),
      );
      const answers = (await feedback.all()).filter(({ pack }) => wanted.has(pack));
      const textAt = (at: number): string => article.sentences[at]?.text ?? '';
      const { shown, hidden } = applyAnswers(matches, answers, {
        which,
        hashAt: (at) => hashSentence(textAt(at)),
        vectorAt: await vectorsOf(answers, which, { textAt, meaning }),
        packs: [...stories.values()].map(({ pack }) => pack),
      });
      const toMarks = (some: readonly Match[]): Mark[] =>
        some.flatMap((match) => markOf(match, textAt(match.sentence), stories));
      return { marks: toMarks(shown), hidden: toMarks(hidden) };
    },
    async card({ pack: packId, question, claim, accounts }) {
      const story = (await loaded()).stories.get(packId);
      if (story === undefined) return null;
      const { pack, questions, sources: bySource } = story;
      return composeCard({
        pack,
        question: questions.get(question) ?? null,
        sources: bySource,
        here: { claim, accounts },
      });
    },
    levels: async () => ((await meaning())?.trained ?? LEARNED).levels,
    forget: () => void (loading = null),
  };
}

async function load({ packs, meaning }: IndexSources): Promise<Loaded> {
  const active = await packs.active();
  return {
    stories: new Map(active.map((pack) => [pack.id, storyOf(pack)])),
    prints: active.map(fingerprintOf),
    matcher: createMatcher(active, { meaning, onMeaningLost: report }),
  };
}

type Asked = { readonly textAt: (sentence: number) => string; readonly meaning: MeaningKeeper };

/** Of each sentence alone, as the reader's answers were kept; only where there are answers to compare with. */
async function vectorsOf(
  answers: readonly Answer[],
  which: readonly number[],
  { textAt, meaning }: Asked,
): Promise<ReadForAnswers['vectorAt']> {
  const model = answers.some(({ vector }) => vector !== null) ? (await meaning())?.model : undefined;
  if (model === undefined) return () => null;
  try {
    const vectors = await model.encode(which.map((at) => ({ text: textAt(at) })));
    const byPlace = new Map(which.map((at, n) => [at, vectors[n]]));
    return (at) => {
      const vector = byPlace.get(at);
      return vector === undefined ? null : { model: model.id, vector };
    };
  } catch (cause) {
    report(cause);
    return () => null;
  }
}

const storyOf = (pack: Pack): Story => ({
  pack,
  questions: new Map(pack.questions.map((question) => [question.id, question])),
  sources: indexSources(pack.sources),
});

function markOf(match: Match, text: string, stories: ReadonlyMap<PackId, Story>): Mark[] {
  const story = stories.get(match.pack);
  const mark = story === undefined ? null : toMark(match, text, story);
  return mark === null ? [] : [mark];
}
