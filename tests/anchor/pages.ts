/** Texts to anchor on, and the passages of them. */
import type { Span } from '@/lib/core/article.ts';
import type { Passage } from '@/lib/core/note.ts';
import { anchorAll } from '@/lib/anchor/anchor-all.ts';
import type { AnchorResult } from '@/lib/anchor/anchor-result.ts';
import { describePassage } from '@/lib/anchor/describe-passage.ts';
import { indexPage } from '@/lib/anchor/page-index.ts';

export const PARAGRAPHS = [
  'Talks on the northern ports go on',
  'The delegation from Marisk said on Monday, after a night in the old customs hall, that its ships would sail again by spring.',
  '“Nobody asked us,” Orlov told reporters, adding that at least 1,200 sailors were still waiting for their wages.',
  'A spokesman for the ministry, who was not authorised to speak, did not deny it; he said the offer stood.',
  'In March the Kiva Herald had reported that the ministry would pay 3.5 percent more, and that the union refused.',
  'Harbour pilots, whose own quarrel over pensions ended last year, watched from the quay and said little.',
] as const;
export const TEXT = PARAGRAPHS.join('\n');

/** The first place where `words` stand. */
export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the text`);
  return { start, end: start + words.length };
}

export const note = (words: string, text = TEXT): Passage => describePassage(indexPage(text), spanOf(text, words));

export function anchorOn(text: string, passage: Passage): AnchorResult {
  const [result] = anchorAll(indexPage(text), [passage]);
  return result ?? { kind: 'orphan' };
}

/** What was found, as words; null where nothing or several were. */
export function wordsFound(text: string, passage: Passage): string | null {
  const result = anchorOn(text, passage);
  return 'span' in result ? text.slice(result.span.start, result.span.end) : null;
}
