/** All marks of the article as a list: the way to them by keyboard and by ear, since highlights have no elements. */
import type { Mark } from '@/lib/core/marks.ts';
import { tallyInWords } from './claim.tsx';
import { kindInWords } from './kind-sample.tsx';
import { t } from './text.ts';

type MarkListProps = {
  readonly marks: readonly Mark[];
  readonly picked: number | null;
  /** BCP 47 of the article. */
  readonly language: string | null;
  readonly onPick: (mark: number) => void;
};

export function MarkList({ marks, picked, language, onPick }: MarkListProps) {
  return (
    <ol class="mark-list" aria-label={t('marksOfPage')}>
      {marks.map((mark, at) => (
        <li key={`${mark.match.sentence} ${mark.match.question}`}>
          <button type="button" aria-current={at === picked ? 'true' : undefined} onClick={() => onPick(at)}>
            <span class={`words mark-${mark.kind}`} lang={language ?? undefined} dir="auto">
              {mark.text}
            </span>
            <span class="asks" dir="auto">
              {mark.asks}
            </span>
            <span class="meta">{t('kindAndTally', kindInWords(mark.kind), tallyInWords(mark))}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
