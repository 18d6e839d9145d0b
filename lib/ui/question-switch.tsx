/** A sentence often speaks to two questions: the surer one is shown, the others stand beside it. */
import type { Mark } from '@/lib/core/marks.ts';
import { t } from './text.ts';

type QuestionSwitchProps = { readonly mark: Mark; readonly asked: number; readonly onAsk: (asked: number) => void };

/** Draws nothing for a sentence with one question. */
export function QuestionSwitch({ mark, asked, onAsk }: QuestionSwitchProps) {
  if (mark.alsoAsks.length === 0) return null;
  return (
    <div class="question-switch" role="group" aria-label={t('questionsOfSentence')}>
      {[mark.asks, ...mark.alsoAsks].map((asks, at) => (
        <button key={asks} type="button" aria-pressed={at === asked} onClick={() => onAsk(at)} dir="auto">
          {asks}
        </button>
      ))}
    </div>
  );
}
