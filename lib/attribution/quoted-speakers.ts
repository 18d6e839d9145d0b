/** Whose words a sentence within a quotation is, where the cue stands in another: before it, behind it, or beside the one before. */
import type { Read, Spoken } from './read.ts';

/** “– ‘Will do anything’ –”: agencies print headings within the text. */
const HEADING = /^[-–—].*[-–—]$/u;
/** So much of a sentence must be quoted for it to be somebody's words. */
const LEAST_QUOTED = 0.7;
/** Of sentences between a quotation's ends. */
const FARTHEST = 40;

export function speakerOfQuotation(
  read: readonly Read[],
  spoken: readonly (Spoken | null)[],
  at: number,
): Spoken | null {
  const here = read[at];
  if (here === undefined || shareQuoted(here) < LEAST_QUOTED || HEADING.test(here.sentence.text)) return null;
  const found = ofSame(read, spoken, at) ?? ofNeighbour(read, spoken, at);
  return found === null ? null : { ...found, speaker: { ...found.speaker, by: 'continued' }, stance: 'asserts' };
}

function shareQuoted({ words }: Read): number {
  return words.length === 0 ? 0 : words.filter(({ quoted }) => quoted).length / words.length;
}

/** The sentences over which the quotation goes on. */
function ofSame(read: readonly Read[], spoken: readonly (Spoken | null)[], at: number): Spoken | null {
  const [first] = read[at]?.quotations ?? [];
  const last = read[at]?.quotations.at(-1);
  if (first === undefined || last === undefined) return null;
  let [from, to] = [at, at];
  while (from > 0 && at - from < FARTHEST && (read[from]?.sentence.start ?? 0) > first.start) from -= 1;
  while (to + 1 < read.length && to - at < FARTHEST && (read[to]?.sentence.end ?? 0) < last.end) to += 1;
  const [before, behind] = [from < at ? spoken[from] : null, to > at ? spoken[to] : null];
  const isOpened = before?.governing != null && before.governing.standing !== 'tag';
  return (isOpened ? before : null) ?? behind ?? before ?? null;
}

/** A quotation alone is the last speaker's; at the head of a paragraph, of whoever speaks next in it. */
function ofNeighbour(read: readonly Read[], spoken: readonly (Spoken | null)[], at: number): Spoken | null {
  const block = (of: number): number | undefined => read[of]?.sentence.block;
  const opensBlock = block(at - 1) !== block(at) && block(at + 1) === block(at);
  const next = nextSpoken(read, spoken, at);
  if (opensBlock && next !== null && block(next.at) === block(at)) return next.spoken;
  for (let before = at - 1; before >= 0 && at - before <= FARTHEST; before -= 1) {
    const said = spoken[before];
    if (said != null) return said;
    const one = read[before];
    if (one === undefined || shareQuoted(one) < LEAST_QUOTED) break;
  }
  return next?.spoken ?? null;
}

function nextSpoken(
  read: readonly Read[],
  spoken: readonly (Spoken | null)[],
  at: number,
): { readonly at: number; readonly spoken: Spoken } | null {
  for (let next = at + 1; next < read.length && next - at <= FARTHEST; next += 1) {
    const one = read[next];
    if (one === undefined || one.quotations.length === 0) return null;
    const said = spoken[next];
    if (said != null) return { at: next, spoken: said };
  }
  return null;
}
