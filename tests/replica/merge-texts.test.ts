import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeAll, mergeTexts } from '@/lib/replica/merge-texts.ts';

const BASE = 'The board met on Monday. It named no figure. Ask Lena.';

describe('a clean merge', () => {
  it.each([
    [
      'one changed',
      BASE,
      'The board met on Tuesday. It named no figure. Ask Lena.',
      'The board met on Tuesday. It named no figure. Ask Lena.',
    ],
    [
      'neighbouring sentences',
      'The board met on Tuesday. It named no figure. Ask Lena.',
      'The board met on Monday. It named 1,500. Ask Lena.',
      'The board met on Tuesday. It named 1,500. Ask Lena.',
    ],
    [
      'one added at the end',
      `${BASE}\n\nSee page 4.`,
      BASE.replace('Monday', 'Friday'),
      `${BASE.replace('Monday', 'Friday')}\n\nSee page 4.`,
    ],
    ['both added at the end', `${BASE}\n- first`, `${BASE}\n- second`, `${BASE}\n- first\n- second`],
    ['one added at the start', `Urgent.\n${BASE}`, `${BASE} Done.`, `Urgent.\n${BASE} Done.`],
    ['both the same', `${BASE} Yes.`, `${BASE} Yes.`, `${BASE} Yes.`],
    ['one added more of the same', `${BASE} Yes.`, `${BASE} Yes. Really.`, `${BASE} Yes. Really.`],
    [
      'one took away, the other added',
      'The board met on Monday. Ask Lena.',
      `${BASE} Twice.`,
      'The board met on Monday. Ask Lena. Twice.',
    ],
  ])('%s', (_name, one, other, text) => {
    expect(mergeTexts(BASE, one, other)).toEqual({ text, isClean: true });
  });

  it('from nothing: what both wrote', () => {
    expect(mergeTexts('', 'Who said so?', 'Compare figures.')).toEqual({
      text: 'Who said so?\nCompare figures.',
      isClean: true,
    });
  });

  it('of three', () => {
    const texts = [BASE.replace('Monday', 'Friday'), BASE.replace('no figure', '1,500'), `${BASE} Twice.`] as const;
    expect(mergeAll(BASE, texts)).toEqual({
      text: 'The board met on Friday. It named 1,500. Ask Lena. Twice.',
      isClean: true,
    });
  });
});

describe('no clean merge', () => {
  it.each([
    ['one sentence, two words of it', BASE, BASE.replace('Monday', 'Friday'), BASE.replace('board', 'union')],
    ['changed here, gone there', BASE, BASE.replace('no figure', '1,500'), 'The board met on Monday. Ask Lena.'],
    ['no known text from which they come', null, BASE, `${BASE} Twice.`],
  ])('%s', (_name, base, one, other) => {
    const { text, isClean } = mergeTexts(base, one, other);
    expect(isClean).toBe(false);
    for (const sentence of [one, other].flatMap((each) => each.split(/(?<=\.) /))) expect(text).toContain(sentence);
  });

  it('keeps what is common once', () => {
    const { text } = mergeTexts(null, 'Same start. This.', 'Same start. That.');
    expect(text).toBe('Same start. This.\nThat.');
  });

  it('of one too long to compare: both, whole', () => {
    const long = 'Word. '.repeat(3000);
    expect(mergeTexts(long, `${long}This.`, `${long}That.`)).toEqual({
      text: `${long}This.\n\n${long}That.`,
      isClean: false,
    });
  });
});

describe('of any texts', () => {
  const sentence = fc.constantFrom('One.', 'Two is here.', 'Three, too?', '- four.', '', 'Five (5)?', '__proto__.');
  const anyText = fc
    .array(sentence, { maxLength: 6 })
    .chain((parts) => fc.constantFrom(parts.join(' '), parts.join('\n')));

  it('every sentence that one added is in it, and none that nobody wrote', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (base, one, other) => {
        const sentences = (text: string) =>
          text
            .split(/[\n ]*(?:\n|(?<=[.?]) )[\n ]*/)
            .map((part) => part.trim())
            .filter((part) => part !== '');
        const [before, a, b, after] = [base, one, other, mergeTexts(base, one, other).text].map(sentences);
        const added = [...(a ?? []), ...(b ?? [])].filter((each) => !(before ?? []).includes(each));
        for (const each of added) expect(after).toContain(each);
        for (const each of after ?? []) expect([...(a ?? []), ...(b ?? [])]).toContain(each);
      }),
    );
  });

  it('whichever is the first, it is clean or not alike', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (base, one, other) => {
        expect(mergeTexts(base, one, other).isClean).toBe(mergeTexts(base, other, one).isClean);
      }),
    );
  });
});
