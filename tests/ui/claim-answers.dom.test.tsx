/** “This is what it says”: what the reader can say in a card, and take back. */
import './i18n-stub.ts';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Mark } from '@/lib/core/marks.ts';
import { Card, type CardAnswers } from '@/lib/ui/card.tsx';
import { axeViolations } from './check-axe.ts';
import { cardFor, madeMark } from './sample-props.ts';

afterEach(cleanup);

const outcome = madeMark({ question: 'q-outcome', claim: 0 });
const draw = (mark: Mark, answers: CardAnswers) =>
  render(<Card card={cardFor(mark)} mark={mark} space="wide" answers={answers} />);
const answerSpies = () => ({ onReject: vi.fn(), onConfirm: vi.fn(), onTakeBack: vi.fn() });

describe('what the reader says of a sentence and a claim', () => {
  const said = (claim: number | null = 1) =>
    madeMark({
      question: 'q-outcome',
      claim,
      relation: claim === null ? 'on-question' : 'same',
      reasons: [{ kind: 'reader-said' }],
    });
  const offered = () =>
    screen.getAllByRole('button').map((button) => button.getAttribute('aria-label') ?? button.textContent);
  const statesDeal = 'This is what it says: Both sides reached a provisional deal.';
  const statesNothing = 'This is what it says: The talks brought nothing, and much work remains.';
  const statesNear = 'This is what it says: The talks came close to a breakthrough.';
  const takesDealBack = 'Take back what you said: Both sides reached a provisional deal.';

  it.each([
    ['the mark’s own claim is not offered', outcome, [statesNear, statesDeal, 'Not the same claim']],
    [
      'all are, where no claim is meant',
      madeMark({ question: 'q-outcome', claim: null, relation: 'on-question' }),
      [statesNear, statesDeal, statesNothing, 'Not the same claim'],
    ],
    [
      'its own is, where the sentence is taken to deny it',
      madeMark({ question: 'q-outcome', claim: 0, relation: 'denies' }),
      [statesNear, statesDeal, statesNothing, 'Not the same claim'],
    ],
    ['what was said can be taken back', said(), [statesNear, takesDealBack, statesNothing, 'Not the same claim']],
    [
      'so can that it only speaks to the question',
      said(null),
      [statesNear, statesDeal, statesNothing, 'Take back what you said', 'Not the same claim'],
    ],
  ] as const)('%s', (_what, mark, expected) => {
    draw(mark, answerSpies());
    expect(offered()).toEqual(expected);
  });

  it('says which claim, or takes it back', () => {
    const answers = answerSpies();
    draw(outcome, answers);
    fireEvent.click(screen.getByRole('button', { name: statesDeal }));
    expect(answers.onConfirm).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ id: cardFor(said()).claims[1]?.id, says: 'Both sides reached a provisional deal.' }),
    );
    cleanup();
    draw(said(), answers);
    fireEvent.click(screen.getByRole('button', { name: takesDealBack }));
    expect(answers.onTakeBack).toHaveBeenCalledOnce();
    expect(answers.onConfirm).toHaveBeenCalledOnce();
  });

  it('keeps the focus where it was when the answer is there', () => {
    const answers = answerSpies();
    const { rerender } = draw(outcome, answers);
    screen.getByRole('button', { name: statesDeal }).focus();
    rerender(<Card card={cardFor(said())} mark={said()} space="wide" answers={answers} />);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: takesDealBack }));
  });

  it('then estimates nothing any more', () => {
    draw(said(), answerSpies());
    const fold = screen.getByText('Why is this marked?').closest('details');
    expect([...(fold?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent)).toEqual(['You said so.']);
  });

  it('passes axe', async () => {
    const { container } = render(
      <main>
        <h1>Test</h1>
        <Card card={cardFor(said())} mark={said()} space="wide" answers={answerSpies()} />
      </main>,
    );
    container.querySelectorAll('details').forEach((fold) => (fold.open = true));
    expect(await axeViolations(container)).toEqual([]);
  });
});
