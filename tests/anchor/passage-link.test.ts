import { describe, expect, it } from 'vitest';
import { indexPage } from '@/lib/anchor/page-index.ts';
import { passageLink } from '@/lib/anchor/passage-link.ts';
import { spanOf, TEXT } from './pages.ts';

const URL = 'https://news.example/a';
const linkTo = (text: string, words: string): string => {
  const link = passageLink(indexPage(text), spanOf(text, words), URL);
  return link.kind === 'link'
    ? decodeURIComponent(link.href.replace(/.*:~:text=/, '').replaceAll('%2D', '‐'))
    : link.why;
};

describe('a link to a passage', () => {
  it.each([
    ['unique words', TEXT, 'ships would sail', 'ships would sail'],
    ['cut words are whole', TEXT, 'hips would sai', 'ships would sail'],
    ['a number is one word', TEXT, '200 sailors', '1,200 sailors'],
    ['two paragraphs: from, to', TEXT, 'by spring.\n“Nobody asked', 'by spring.,“Nobody asked'],
    [
      'a long passage: from, to',
      TEXT,
      'The delegation from Marisk said on Monday, after a night in the old',
      'The delegation from,in the old',
    ],
    ['the first of two', 'He said yes on Monday. Then he said no.', 'He said', 'He said,-yes on'],
    ['the second of two', 'He said yes on Monday. Then he said no.', 'he said', 'Monday. Then-,he said,-no.'],
    ['the same in another case stands elsewhere', 'Red dawn. A red dawn rose', 'red dawn', 'dawn. A-,red dawn,-rose'],
    ['the same with accents stands elsewhere', 'a café. The cafe closed', 'cafe', 'café. The-,cafe,-closed'],
    ['a dash in it', 'the so-called deal', 'so-called', 'so‐called'],
    ['nothing to look for', 'what … now', '…', 'no-words'],
  ])('%s', (_name, text, words, expected) => {
    expect(linkTo(text, words)).toBe(expected);
  });

  it('none where nothing tells two places apart', () => {
    const page = indexPage('ha ha ha ha ha '.repeat(20));
    expect(passageLink(page, { start: 150, end: 152 }, URL)).toEqual({ kind: 'none', why: 'not-unique' });
  });
  it.each(['ftp://a.example/', 'javascript:alert(1)', 'nonsense', ''])('none to %j', (url) => {
    expect(passageLink(indexPage(TEXT), spanOf(TEXT, 'ships'), url)).toEqual({ kind: 'none', why: 'no-address' });
  });
  it('the address keeps its own fragment', () => {
    expect(passageLink(indexPage(TEXT), spanOf(TEXT, 'ships'), `${URL}#top`)).toEqual({
      kind: 'link',
      href: `${URL}#top:~:text=ships`,
    });
  });
});
