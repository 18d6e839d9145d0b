/** Of what time an article speaks: its own date, and what each sentence names by a date or by an event. */
import type { Span } from '@/lib/core/article.ts';
import { daysOf, overlap, type DaySpan } from '@/lib/core/day-span.ts';
import type { ArticleToMatch } from '@/lib/core/match.ts';
import type { Term } from '@/lib/text/names.ts';
import { datedSpansIn } from '@/lib/text/relative-dates.ts';
import type { EventFinder } from './event-mentions.ts';

/** One place in a sentence that tells a time; `spans`: each that it may mean. */
export type TimeCue = Span & { readonly kind: 'date' | 'event'; readonly spans: readonly DaySpan[] };

export type ArticleTimes = {
  /** Null where the page does not say. */
  readonly published: DaySpan | null;
  /** By sentence. */
  readonly cues: readonly (readonly TimeCue[])[];
};

/** Those that tell of `time`, or of something within it. */
export function cuesIn(cues: readonly TimeCue[], time: DaySpan): TimeCue[] {
  return cues.filter(({ spans }) => spans.some((span) => overlap(span, time)));
}

export function readTimes(
  { published, sentences }: ArticleToMatch,
  termsOf: (sentence: number) => readonly Term[],
  findEvents: EventFinder,
): ArticleTimes {
  const own = published === null ? null : daysOf(published);
  const cues = sentences.map(({ text }, at): TimeCue[] => {
    const dates = datedSpansIn(text, published).map(({ start, end, first, last }): TimeCue => ({
      kind: 'date',
      start,
      end,
      spans: [{ first, last }],
    }));
    const events = findEvents(termsOf(at)).flatMap(({ start, end, events }): TimeCue[] => {
      // Nobody speaks of what is yet to come by its name.
      const spans = events.map(({ span }) => span).filter(({ first }) => own === null || first <= own.last);
      return spans.length === 0 ? [] : [{ kind: 'event', start, end, spans }];
    });
    return [...dates, ...events];
  });
  return { published: own, cues };
}
