/** Of what time a text speaks, by its dates and by the events that it mentions. */
import { describe, expect, it } from 'vitest';
import { daysWithin } from '@/lib/core/day-span.ts';
import { partialDate } from '@/lib/core/dates.ts';
import type { ArticleToMatch } from '@/lib/core/match.ts';
import type { Pack, TimeWindow } from '@/lib/core/pack.ts';
import { compileNames, termsOf } from '@/lib/text/names.ts';
import { createEventFinder } from '@/lib/matching/time/event-mentions.ts';
import { readTimes } from '@/lib/matching/time/read-times.ts';
import { createTimeMeasure } from '@/lib/matching/time/time-features.ts';
import { buildPack } from '../../build-pack.ts';

const PACK: Pack = buildPack({
  id: 'orrin-dam',
  from: '2019-05',
  to: '2019-06',
  names: [['Velden', 'Weldin']],
  events: [
    {
      id: 'flood',
      name: 'Orrin flood',
      also: ['night of the sirens'],
      from: '2019-05-04',
      to: '2019-05-05',
      own: true,
    },
    { id: 'inquiry', name: 'Velden inquiry', also: ['Velden'], from: '2019-06', to: '2019-06', own: true },
    { id: 'fair', name: 'Velden fair', also: ['Velden'], from: '2011', to: '2011', own: false },
  ],
  questions: { q: { asks: 'Why?', claims: { c: { says: 'The dam broke.' } } } },
});
const NAMES = compileNames(PACK.names);
const findEvents = createEventFinder(PACK, NAMES);
const mentions = (text: string) =>
  findEvents(termsOf(text, NAMES)).map(
    ({ start, end, events }) => `${text.slice(start, end)}: ${events.map(({ event }) => event.id).join(' ')}`,
  );

describe('mentions of events', () => {
  it.each([
    ['On the night of the sirens nobody slept.', ['night of the sirens: flood']],
    ['The Weldin inquiry heard her.', ['Weldin inquiry: inquiry']],
    ['In Velden they wept.', ['Velden: inquiry fair']],
    ['At the Velden Fair they danced.', ['Velden Fair: fair']],
    ['A night of sirens. The flood of Orrin.', ['night of sirens: flood']],
    ['Nothing of the kind.', []],
  ])('%s', (text, expected) => {
    expect(mentions(text)).toEqual(expected);
  });
});

const article = (published: string | null, ...texts: string[]): ArticleToMatch => ({
  title: null,
  url: null,
  published: published === null ? null : partialDate(published),
  language: 'en',
  sentences: texts.map((text, block) => ({ text, role: 'body', block })),
});
const measure = (
  read: ArticleToMatch,
  at: number,
  when: TimeWindow | null = PACK.events[0]?.when ?? null,
  headings: number[] = [],
) => {
  const times = readTimes(read, (n) => termsOf(read.sentences[n]?.text ?? '', NAMES), findEvents);
  return createTimeMeasure(times, when === null ? null : daysWithin(when))(at, headings);
};

describe('time of a sentence and a question', () => {
  it('counts cues in its time and off it, in the sentence and around', () => {
    const read = article(
      '2021-03',
      'In 2011 they built it.',
      'On the night of the sirens, on 4 May 2019, it broke.',
      'By December 2020 it stood again.',
    );
    expect(measure(read, 1)).toMatchObject({
      dateInTime: 1,
      dateOffTime: 0,
      eventInTime: 1,
      eventOffTime: 0,
      besideInTime: 0,
      besideOffTime: 2,
      beforeOffTime: 1,
      lastCue: 1,
      undated: 0,
    });
    expect(measure(read, 2)).toMatchObject({ dateOffTime: 1, lastCue: -1, beforeInTime: 2 });
  });

  it('takes nothing for what was to come by then', () => {
    expect(measure(article('2015', 'In Velden they wept.'), 0)).toMatchObject({ eventInTime: 0, eventOffTime: 1 });
    expect(measure(article('2010', 'In Velden they wept.'), 0)).toMatchObject({ eventInTime: 0, eventOffTime: 0 });
  });

  it('a mention that may mean several is in time where one of them is', () => {
    const inquiry = PACK.events[1]?.when ?? null;
    expect(measure(article('2020', 'In Velden they wept.'), 0, inquiry)).toMatchObject({
      eventInTime: 1,
      eventOffTime: 0,
    });
  });

  it('knows how long after the article is, within bounds, and when nobody says', () => {
    expect(measure(article('2019-05-05', 'It broke.'), 0).yearsAfter).toBeCloseTo(0, 2);
    expect(measure(article('2021-05-05', 'It broke.'), 0).yearsAfter).toBeCloseTo(2, 2);
    expect(measure(article('2055', 'It broke.'), 0).yearsAfter).toBe(5);
    expect(measure(article(null, 'It broke.'), 0)).toMatchObject({ yearsAfter: 0.5, undated: 1 });
  });

  it('without limit everything is in time', () => {
    expect(measure(article('2021', 'In 2011 they built it.'), 0, null)).toMatchObject({
      dateInTime: 1,
      dateOffTime: 0,
      yearsAfter: 0,
    });
  });

  it('the last cue counts for eight sentences', () => {
    const after = (sentences: number) =>
      measure(
        article('2021', 'In 2011 they built it.', ...Array.from({ length: sentences }, () => 'It stood.')),
        sentences,
      ).lastCue;
    expect([after(1), after(8), after(9)]).toEqual([-1, -1, 0]);
  });

  it('headings count as they say', () => {
    expect(measure(article('2021', 'May 2019', 'It broke.'), 1, undefined, [0]).headingTime).toBe(1);
    expect(measure(article('2021', '2011', 'It broke.'), 1, undefined, [0, -1]).headingTime).toBe(-1);
  });
});
