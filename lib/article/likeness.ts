/** How much a heading and a title say the same. */

/** 0 to 1. A title may add the outlet's name to the heading's words, a heading a word or two to the title's. */
export function likeness(heading: string, title: string): number {
  const [ours, theirs] = [wordsOf(heading), wordsOf(title)];
  if (ours.length === 0 || theirs.length === 0) return 0;
  const known = new Set(theirs);
  const shared = ours.filter((word) => known.has(word)).length;
  return (2 * shared) / (ours.length + Math.min(theirs.length, ours.length + 4));
}

export const wordsOf = (text: string): string[] =>
  text.toLowerCase().match(/[^\s!-/:-@[-`{-~\u00a1-\u00bf‐-⁞、。「」！？]+/g) ?? [];
