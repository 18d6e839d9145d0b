/** What popup and panel share: walking, saying what a sentence states or does not, noting it, and the letters for it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CardClaim } from '@/lib/card/card.ts';
import type { Mark } from '@/lib/core/marks.ts';
import type { FlagKind } from '@/lib/core/note.ts';
import { Card, type CardAnswers, type CardNotes } from './card.tsx';
import type { LatestAnswer } from './hidden-marks.tsx';
import {
  markAsked,
  nameOfMark,
  type CardView,
  type HiddenMark,
  type MarkName,
  type ReaderEvents,
  type ReaderProps,
} from './page-view.ts';
import { QuestionSwitch } from './question-switch.tsx';
import { t } from './text.ts';

type Letters = Readonly<Record<string, (() => void) | undefined>>;

/**
 * Does what a letter stands for, within our own pages and outside fields; modifiers are the browser's. Heard on the whole
 * document: the focus falls to its body when a button goes away, as those of the list do once a mark is picked.
 */
export function useLetters(letters: Letters): void {
  const latest = useRef(letters);
  latest.current = letters;
  useEffect(() => {
    const listen = ({ target, key, altKey, ctrlKey, metaKey }: KeyboardEvent): void => {
      if (altKey || ctrlKey || metaKey || !Object.hasOwn(latest.current, key)) return;
      if (target instanceof HTMLElement && target.closest('input, select, textarea, [contenteditable]') !== null)
        return;
      latest.current[key]?.();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** J and K walk the marks; N writes a note on the picked one, else on the page; F opens the kinds of flag for it. */
export function lettersOf({ onWalk }: Pick<ReaderEvents, 'onWalk'>, noting: MarkNoting): Letters {
  return { j: () => onWalk(1), k: () => onWalk(-1), n: noting.onNote, f: noting.onFlag };
}

type MarkNoting = {
  /** For the card; absent where the picked mark cannot be written on. */
  readonly card: CardNotes | undefined;
  readonly onNote?: () => void;
  readonly onFlag?: () => void;
};

/**
 * Notes and flags on the picked mark, at `picked` of the page's marks; null: none. Only on the mark's own question: what
 * stands in the library about that is what a flag takes along.
 */
export function useMarkNoting({ noting, asked }: Pick<ReaderProps, 'noting' | 'asked'>, picked: number | null) {
  const [flagged, setFlagged] = useState<number | null>(null);
  if (noting === null) return NO_NOTING;
  const { onNote } = noting.events;
  if (picked === null) return { card: undefined, onNote: () => onNote({ on: 'page' }, null) };
  if (asked > 0) return NO_NOTING;
  const write = (flag: FlagKind | null) => onNote({ on: 'mark', mark: picked }, flag);
  const onFlagging = (open: boolean) => setFlagged(open ? picked : null);
  return {
    card: { flagging: flagged === picked, onFlagging, onNote: () => write(null), onFlag: write },
    onNote: () => write(null),
    onFlag: () => onFlagging(true),
  };
}

const NO_NOTING: MarkNoting = { card: undefined };

/** What the reader can say of the marks, and what they said last, for as long as this view is open; the library remembers it all. */
export function useAnswers({ onReject, onConfirm, onRestore }: AnswerEvents) {
  const [latest, setLatest] = useState<LatestAnswer | null>(null);
  const takeBack = (mark: MarkName) => {
    setLatest(null);
    onRestore(mark);
  };
  return {
    latest,
    takeBack,
    answersFor: (mark: Mark): CardAnswers => ({
      onReject: () => {
        setLatest({ kind: 'hidden', mark: nameOfMark(mark) });
        onReject(nameOfMark(mark));
      },
      onConfirm: ({ id, says }: CardClaim) => {
        setLatest({ kind: 'confirmed', mark: nameOfMark(mark), says });
        onConfirm(nameOfMark(mark), id);
      },
      onTakeBack: () => takeBack(nameOfMark(mark)),
    }),
    /** Nothing was said of a sentence that is only like another: there, the way back is to say the contrary. */
    showAgain: (mark: HiddenMark) => {
      setLatest(null);
      if (mark.alike) onConfirm(mark, mark.claim);
      else onRestore(mark);
    },
  };
}

type AnswerEvents = Pick<ReaderEvents, 'onReject' | 'onConfirm' | 'onRestore'>;

type PickedCardProps = Pick<ReaderProps, 'asked'> & {
  readonly view: CardView;
  readonly mark: Mark;
  readonly space: 'tight' | 'wide';
  readonly onAsk: ReaderEvents['onAsk'];
  readonly answers: CardAnswers;
  readonly notes: CardNotes | undefined;
};

export function PickedCard({ view, mark, asked, space, onAsk, answers, notes }: PickedCardProps) {
  return (
    <>
      <QuestionSwitch mark={mark} asked={asked} onAsk={onAsk} />
      <CardOrNot view={view} mark={markAsked(mark, asked)} space={space} {...(asked === 0 && { answers, notes })} />
    </>
  );
}

type CardOrNotProps = Pick<PickedCardProps, 'view' | 'mark' | 'space'> &
  Partial<Pick<PickedCardProps, 'answers' | 'notes'>>;

function CardOrNot({ view, mark, space, answers, notes }: CardOrNotProps) {
  if (view.kind === 'loading') return <p class="quiet">{t('cardLoading')}</p>;
  if (view.kind === 'missing') return <p class="quiet">{t('cardMissing')}</p>;
  // Its own key: what was unfolded in one card must not stand open in the next.
  return (
    <Card
      key={view.card.question.id}
      card={view.card}
      mark={mark}
      space={space}
      {...(answers !== undefined && { answers })}
      {...(notes !== undefined && { notes })}
    />
  );
}

/** Null unless the page is read and a mark is picked. */
export function pickedMark(page: ReaderProps['page']): { readonly mark: Mark; readonly at: number } | null {
  if (page.kind !== 'read' || page.picked === null) return null;
  const mark = page.marks[page.picked];
  return mark === undefined ? null : { mark, at: page.picked };
}
