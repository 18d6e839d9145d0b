/** Addresses in a note: where one typed among words begins and ends, and which may become links. */

const TYPED = /^https?:\/\/[^\s<>"“”]+/i;
/** An address ends before the punctuation of the sentence around it. */
const PUNCTUATION = /[.,;:!?\]}'’*_~]$/;

/** The web address that `text` begins with; null where it begins with none. */
export function addressAt(text: string): string | null {
  const typed = TYPED.exec(text)?.[0];
  if (typed === undefined) return null;
  let open = count(typed, '(') - count(typed, ')');
  let end = typed.length;
  // A bracket belongs to it where it was opened in it: …/Strike_(labour)
  while (PUNCTUATION.test(typed.charAt(end - 1)) || (typed.charAt(end - 1) === ')' && open < 0)) {
    if (typed.charAt(end - 1) === ')') open += 1;
    end -= 1;
  }
  const address = typed.slice(0, end);
  return isOpenable(address) ? address : null;
}

/** Nothing that runs, nothing of the browser's own, nothing relative. */
export const isOpenable = (address: string): boolean =>
  /^(?:https?:\/\/|mailto:)[^\s/]/i.test(address) && URL.canParse(address);

const count = (text: string, sign: string): number => text.split(sign).length - 1;
