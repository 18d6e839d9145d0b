import { describe, expect, it } from 'vitest';
import { indexPage } from '@/lib/anchor/page-index.ts';
import { passageLink } from '@/lib/anchor/passage-link.ts';
import { spanOf, TEXT } from './pages.ts';

const URL = 'https://news.example/a';
const linkTo = (text: string, words: string, at = 0): string => {
  const span = spanOf(text.slice(at), words);
  const link = passageLink(indexPage(text), { start: at + span.start, end: at + span.end }, URL);
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
    ['words that stand twice', 'He said yes on Monday. Then he said no.', 'he said', 'Monday. Then-,he said,-no.'],
    ['the same in another case stands elsewhere', 'Red dawn. A red dawn rose', 'red dawn', 'dawn. A-,red dawn,-rose'],
    ['a dash in it', 'the so-called deal', 'so-called', 'so‐called'],
    ['no way to tell them apart', 'ha ha ha ha ha '.repeat(20), 'ha', 'ha ha-,ha'],
    ['nothing to look for', 'what … now', '…', 'no-words'],
  ])('%s', (_name, text, words, expected) => {
    const at = text.startsWith('He said yes') ? 10 : text.startsWith('Red') ? 10 : 0;
    if (text.startsWith('ha'))
      expect(passageLink(indexPage(text), { start: 150, end: 152 }, URL)).toEqual({ kind: 'none', why: 'not-unique' });
    else expect(linkTo(text, words, at)).toBe(expected);
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
