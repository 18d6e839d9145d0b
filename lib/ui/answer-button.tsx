/** “This is what it says”, and the way back. In the card, and in its top in the page. */
import type { AnswerState } from './claim-answer.ts';
import { t, uiLocale, type MessageKey } from './text.ts';

const WORDS = { open: 'statesThis', said: 'takeBack' } as const satisfies Record<AnswerState, MessageKey>;

type AnswerButtonProps = {
  /** What the claim says. */
  readonly says: string;
  readonly state: AnswerState;
  readonly onAnswer: () => void;
};

/** One button for both ways: it stays where it is when the answer is given, and the focus stays on it. */
export function AnswerButton({ says, state, onAnswer }: AnswerButtonProps) {
  const words = t(WORDS[state]);
  return (
    <button
      type="button"
      class="plain answer"
      lang={uiLocale()}
      aria-label={t('linkAbout', words, says)}
      onClick={onAnswer}
    >
      {words}
    </button>
  );
}
