import { expect, it } from 'vitest';
import { timelineOf } from '@/lib/card/timeline.ts';
import { indexSources } from '@/lib/pack/origins.ts';
import { HARBOUR, questionOf } from './harbour-pack.ts';

const sources = indexSources(HARBOUR.sources);
const accounts = questionOf('q-outcome').claims.flatMap((claim) => claim.accounts);

it('runs from the oldest: what happened, was said, was published; each publication once, origins among them', () => {
  const entries = timelineOf(accounts, sources);
  expect(
    entries.map(({ date, what, tellers }) => {
      const names = tellers.map(({ speaker, outlet, title }) => (what === 'published' ? (outlet ?? title) : speaker));
      return `${date} ${what}: ${names.join(', ')}`;
    }),
  ).toEqual([
    '2021-03-01 published: The Northern Weekly',
    '2021-03 published: Notes from the picket line',
    '2021-03-02 event: Jonas Reed, Mara Quill',
    '2021-03-02 said: Jonas Reed',
    '2021-03-02 published: Harbour Ledger',
    '2021-03-03 said: Petra Holm',
    '2021-03-03 published: The Ellery Courier',
    '2021-03-04 published: Southern Tribune',
    '2021-04-10 published: Bay Gazette',
  ]);
});

it('keeps the source’s own word for a date, and says which dates are inferred', () => {
  const entries = timelineOf(accounts, sources);
  const said = entries.find(({ what }) => what === 'said');
  const inferred = entries.filter(({ tellers }) => tellers.some(({ certain }) => !certain));
  expect(said?.tellers[0]?.given).toBe('Tuesday');
  expect(inferred.map(({ date, what }) => `${date} ${what}`)).toEqual(['2021-03 published']);
});

it('is empty without accounts', () => {
  expect(timelineOf([], sources)).toEqual([]);
});
