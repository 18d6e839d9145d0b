/** Pages that say the same words in several places, and passages of which a part is gone. */
import { describe, expect, it } from 'vitest';
import type { Passage } from '@/lib/core/note.ts';
import { anchorAll } from '@/lib/anchor/anchor-all.ts';
/** Pages that say the same words in several places, and passages of which a part is gone. */
import { describePassage } from '@/lib/anchor/describe-passage.ts';
import { indexPage } from '@/lib/anchor/page-index.ts';
import { anchorOn, note, PARAGRAPHS, spanOf, wordsFound } from './pages.ts';

const [HEAD, TALKS, WAGES, MINISTRY, HERALD, PILOTS] = PARAGRAPHS;
const join = (...paragraphs: readonly string[]): string => paragraphs.join('\n');

describe('a page that says the same twice', () => {
  const teaser = 'Ferry fares to the outer islands will double in June';
  const page = join(HEAD, teaser, TALKS, WAGES, MINISTRY, teaser, HERALD, PILOTS);
  const fares = describePassage(indexPage(page), spanOf(page, 'outer islands will'));
  const others: readonly Passage[] = PARAGRAPHS.map((words) => note(words.slice(5, 30), page));

  it.each([
    ['one is meant where nothing was moved', `A line in front.\n${page}`, 'exact'],
    [
      'neither is where paragraphs were moved',
      join(PILOTS, teaser, MINISTRY, HEAD, WAGES, teaser, HERALD, TALKS),
      'ambiguous',
    ],
    [
      'nor is the other where its own was edited and paragraphs were moved',
      join(PILOTS, teaser.replace('outer islands will', 'outer isles may'), MINISTRY, HEAD, WAGES, teaser, HERALD),
      'ambiguous',
    ],
  ] as const)('%s', (_name, text, kind) => {
    expect(anchorAll(indexPage(text), [fares, ...others])[0]?.kind).toBe(kind);
  });
  it('a note is where it stood if nothing tells that the page was changed', () => {
    expect(anchorOn(page, fares)).toEqual({ kind: 'exact', span: spanOf(page, 'outer islands will') });
  });
  it('over and over, all notes tell together how far it has moved', () => {
    const row = 'Nothing new was heard from the harbour on this day either. ';
    const text = row.repeat(11);
    const starts = [2, 4, 6, 8, 9].map((n) => n * row.length + 8);
    const notes = starts.map((start) => describePassage(indexPage(text), { start, end: start + 13 }));
    expect(anchorAll(indexPage(`In front. ${text}`), notes)).toEqual(
      starts.map((start) => ({ kind: 'exact', span: { start: start + 10, end: start + 23 } })),
    );
  });
});

describe('a passage over several paragraphs', () => {
  const page = join(HEAD, TALKS, WAGES, 'Not so.', MINISTRY, HERALD, PILOTS);
  const passage = note('still waiting for their wages.\nNot so.\nA spokesman for the ministry', page);

  it('is found with another paragraph put into it', () => {
    const text = page.replace('Not so.', 'Not so.\nAdvertisement: buy fish, ice and salt from the quay.');
    expect(wordsFound(text, passage)).toMatch(/^still waiting[^]*Advertisement[^]*the ministry$/);
  });
  it.each([
    ['its first', join(HEAD, TALKS, 'Not so.', MINISTRY, HERALD, PILOTS)],
    ['its last', join(HEAD, TALKS, WAGES, 'Not so.', HERALD, PILOTS)],
    ['one between', join(HEAD, TALKS, WAGES, MINISTRY, HERALD, PILOTS)],
  ])('is not found with %s gone', (_name, text) => {
    expect(wordsFound(text, passage)).toBeNull();
  });
});
