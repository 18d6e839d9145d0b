/** Two texts that come from one, made one again: sentence by sentence, so that no sentence is put together that nobody wrote. */
import { diff3Merge, diffComm } from 'node-diff3';
import { splitSentences } from '@/lib/text/sentences.ts';

/** `isClean`: every change of either is in it, and no sentence was changed in both. Else it holds both readings, one after the other. */
export type MergedTexts = { readonly text: string; readonly isClean: boolean };

/** Sentences and the gaps between them; with more, the comparison would take too long for a page that waits for it. */
const MOST_UNITS = 4000;

/** `base`: the text from which both come; null where it is not known, and then nothing but equal texts is clean. */
export function mergeTexts(base: string | null, one: string, other: string): MergedTexts {
  if (one === other || other === base) return { text: one, isClean: true };
  if (one === base) return { text: other, isClean: true };
  const [a, b] = [unitsOf(one), unitsOf(other)];
  const o = base === null ? null : unitsOf(base);
  if (Math.max(a.length, b.length, o?.length ?? 0) > MOST_UNITS) return { text: `${one}\n\n${other}`, isClean: false };
  const parts = o === null ? withoutBase(a, b) : withBase(o, a, b);
  return { text: inOne(parts.map(({ text }) => text)), isClean: parts.every(({ isClean }) => isClean) };
}

/** Of any number of texts. */
export function mergeAll(base: string | null, texts: readonly [string, ...string[]]): MergedTexts {
  const [first, ...others] = texts;
  return others.reduce<MergedTexts>(
    (merged, text) => {
      const next = mergeTexts(base, merged.text, text);
      return { text: next.text, isClean: merged.isClean && next.isClean };
    },
    { text: first, isClean: true },
  );
}

/** Sentences and what parts them by turns, whole: put together they are the text again, but for white space at its end. */
function unitsOf(text: string): string[] {
  const units: string[] = [];
  let at = 0;
  for (const { start, end } of splitSentences(text)) {
    if (start > at) units.push(text.slice(at, start));
    units.push(text.slice(start, end));
    at = end;
  }
  return units;
}

function withBase(base: readonly string[], one: readonly string[], other: readonly string[]): MergedTexts[] {
  return diff3Merge([...one], [...base], [...other]).map(({ ok, conflict }) => {
    if (conflict === undefined) return { text: (ok ?? []).join(''), isClean: true };
    const [a, b] = [conflict.a.join(''), conflict.b.join('')];
    if (conflict.o.length > 0) return { text: stacked(a, b), isClean: false };
    // Both added here, and neither took away: both additions stand.
    return { text: a.startsWith(b) ? a : b.startsWith(a) ? b : stacked(a, b), isClean: true };
  });
}

const withoutBase = (one: readonly string[], other: readonly string[]): MergedTexts[] =>
  diffComm([...one], [...other]).map(({ common, buffer1 = [], buffer2 = [] }) =>
    common === undefined
      ? { text: stacked(buffer1.join(''), buffer2.join('')), isClean: false }
      : { text: common.join(''), isClean: true },
  );

/** The one after the other, parted by what either has of white space, else by a new line. */
function stacked(one: string, other: string): string {
  if (one === '' || other === '' || /\n\s*$/.test(one) || /^\s*\n/.test(other)) return one + other;
  return /[.!?…]\s*$/.test(one) && /^\s/.test(other) ? one + other : `${one}\n${other.trimStart()}`;
}

/** No two sentences run into each other. */
const inOne = (texts: readonly string[]): string =>
  texts
    .filter((text) => text !== '')
    .reduce((whole, text) => (/\S$/.test(whole) && /^\S/.test(text) ? `${whole}\n${text}` : whole + text), '');
