import { describe, expect, it } from 'vitest';
import { parseRoute, routeHref, sectionHref } from '@/lib/ui/library-route.ts';
import { searchQuestions } from '@/lib/ui/search-pack.ts';
import { HARBOUR } from '../card/harbour-pack.ts';

describe('the address of a place in the library', () => {
  const overview = { kind: 'overview' };
  const packs = (pack: string | null, place: object = overview) => ({ section: 'packs', pack, place });
  it.each([
    ['', { section: 'start' }],
    ['#', { section: 'start' }],
    ['#harbour-2021', packs('harbour-2021')],
    ['#harbour-2021/q-fire', packs('harbour-2021', { kind: 'question', question: 'q-fire' })],
    ['#harbour-2021/q-fire/more', { section: 'start' }],
    ['#<script>', { section: 'start' }],
    ['#/packs', packs(null)],
    ['#/notes', { section: 'notes', note: null }],
    ['#/notes/a-1', { section: 'notes', note: 'a-1' }],
    ['#/bin', { section: 'bin', note: null }],
    ['#/articles/island.example%2Ftalks%3Fa%3D1', { section: 'articles', article: 'island.example/talks?a=1' }],
    ['#/articles/%', { section: 'articles', article: '%' }],
    ['#/elsewhere', { section: 'start' }],
  ])('%j', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  it('leads back to where it came from', () => {
    expect(parseRoute(routeHref('a-pack', 'q-1'))).toEqual(packs('a-pack', { kind: 'question', question: 'q-1' }));
    expect(parseRoute(routeHref('a-pack'))).toEqual(packs('a-pack'));
    const article = 'island.example/a b?c=%20#/d';
    expect(parseRoute(sectionHref('articles', article))).toEqual({ section: 'articles', article });
    expect(parseRoute(sectionHref('bin'))).toEqual({ section: 'bin', note: null });
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
