/** What the background keeps in memory of the packs that are on. A cache: rebuilt from the library after every wake-up. */
import { composeCard } from '@/lib/card/compose-card.ts';
import type { Card } from '@/lib/card/card.ts';
import { toMark } from '@/lib/card/mark.ts';
import type { PackId, QuestionId } from '@/lib/core/ids.ts';
import type { Mark } from '@/lib/core/marks.ts';
import type { Match } from '@/lib/core/match.ts';
import type { Pack, Question } from '@/lib/core/pack.ts';
import { fingerprintOf } from '@/lib/matching/fingerprint.ts';
import type { Fingerprint } from '@/lib/matching/gate.ts';
import { createMatcher, type Matcher } from '@/lib/matching/matcher.ts';
import type { CardRef, MatchAnswer, MatchAsk } from '@/lib/messages/protocol.ts';
import { indexSources, type SourcesById } from '@/lib/pack/origins.ts';
import { rejectionKey, type FeedbackStore } from '@/lib/storage/feedback-store.ts';
import type { PackStore } from '@/lib/storage/pack-store.ts';
import { hashSentence } from '@/lib/text/sentence-hash.ts';

export type StoryIndex = {
  readonly fingerprints: () => Promise<readonly Fingerprint[]>;
  readonly match: (ask: MatchAsk) => Promise<MatchAnswer>;
  /** Null where the library no longer holds the question. */
  readonly card: (ref: CardRef) => Promise<Card | null>;
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

/** `ready` resolves when the built-in packs are in place: the first question may come before the first start is over. */
export function createStoryIndex(packs: PackStore, feedback: FeedbackStore, ready: () => Promise<unknown>): StoryIndex {
  let loading: Promise<Loaded> | null = null;
  // A load that failed must not be kept: the disk may be back for the next question.
  const loaded = () =>
    (loading ??= ready()
      .then(() => load(packs))
      .catch((cause: unknown) => {
        loading = null;
        throw cause;
      }));

  return {
    fingerprints: async () => (await loaded()).prints,
    async match({ article, packs: asked, which }) {
      const { matcher, stories } = await loaded();
      const matches = await matcher.match(article, which, { known: true });
      const rejected = new Set((await feedback.all()).map(rejectionKey));
      const wanted = new Set(asked);
      const sorted: { marks: Mark[]; hidden: Mark[] } = { marks: [], hidden: [] };
      for (const match of matches.filter(({ pack }) => wanted.has(pack))) {
        const text = article.sentences[match.sentence]?.text ?? '';
        const key = rejectionKey({ pack: match.pack, question: match.question, sentence: hashSentence(text) });
        sorted[rejected.has(key) ? 'hidden' : 'marks'].push(...markOf(match, text, stories));
      }
      return sorted;
    },
    async card({ pack: packId, question, claim, accounts }) {
      const story = (await loaded()).stories.get(packId);
      if (story === undefined) return null;
      const { pack, questions, sources } = story;
      return composeCard({ pack, question: questions.get(question) ?? null, sources, here: { claim, accounts } });
    },
    forget: () => void (loading = null),
  };
}

async function load(packs: PackStore): Promise<Loaded> {
  const active = await packs.active();
  return {
    stories: new Map(active.map((pack) => [pack.id, storyOf(pack)])),
    prints: active.map(fingerprintOf),
    matcher: createMatcher(active),
  };
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
