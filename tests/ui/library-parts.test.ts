import { describe, expect, it } from 'vitest';
import { parseRoute, routeHref } from '@/lib/ui/library-route.ts';
import { searchQuestions } from '@/lib/ui/search-pack.ts';
import { HARBOUR } from '../card/harbour-pack.ts';

describe('the address of a place in the library', () => {
  const overview = { kind: 'overview' };
  it.each([
    ['', { pack: null, place: overview }],
    ['#', { pack: null, place: overview }],
    ['#harbour-2021', { pack: 'harbour-2021', place: overview }],
    ['#harbour-2021/q-fire', { pack: 'harbour-2021', place: { kind: 'question', question: 'q-fire' } }],
    ['#harbour-2021/q-fire/more', { pack: null, place: overview }],
    ['#<script>', { pack: null, place: overview }],
  ])('%j', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  it('leads back to where it came from', () => {
    expect(parseRoute(routeHref('a-pack', 'q-1'))).toEqual({
      pack: 'a-pack',
      place: { kind: 'question', question: 'q-1' },
    });
    expect(parseRoute(routeHref('a-pack'))).toEqual({ pack: 'a-pack', place: overview });
  });
});

describe('searching a pack', () => {
  it.each([
    ['', ['q-outcome', 'q-dockers', 'q-cranes', 'q-fire']],
    ['cranes', ['q-cranes']],
    ['CRANES  stood', ['q-cranes']],
    ['lindqvist', ['q-outcome']],
    ['líndqvist', ['q-outcome']],
    ['holm', ['q-outcome', 'q-cranes']],
    ['breakthrough of any kind', ['q-outcome']],
    ['zeppelin', []],
  ])('%j', (query, found) => {
    expect(searchQuestions(HARBOUR.questions, query).map(({ id }) => id)).toEqual(found);
  });
});
