/**
 * The two parts that stand in the page itself, inside a closed shadow root: the one-line tip and the top of a card.
 * Their style is in-page.css alone. Small: this is part of what every read page loads.
 */
import { useEffect, useRef } from 'preact/hooks';
import type { Card, CardClaim, CardOrigin } from '@/lib/card/card.ts';
import type { Mark } from '@/lib/core/marks.ts';
import { AnswerButton } from './answer-button.tsx';
import { answerState } from './claim-answer.ts';
import { InPageNoting, type InPageNotingProps } from './in-page-noting.tsx';
import type { CardView } from './page-view.ts';
import type { Place } from './place-box.ts';
import { sourceName, stanceInWords } from './source-words.ts';
import { joined, plural, t } from './text.ts';

type InPageTipProps = { readonly mark: Mark; readonly at: Place };

/** “Who ended the talks? 5 accounts, 3 origins”. */
export function InPageTip({ mark, at }: InPageTipProps) {
  return (
    <div class="tip" role="tooltip" style={position(at)} dir="auto">
      <b>{mark.asks}</b> {tally(mark)}
    </div>
  );
}

type InPagePopoverProps = InPageNotingProps & {
  readonly mark: Mark;
  readonly card: CardView;
  readonly at: Place;
  /** Opened by a key: the focus moves in. The caller puts it back on closing. */
  readonly takesFocus: boolean;
  /** The claim of which the reader has just said that the sentence states it. */
  readonly said: string | null;
  readonly onConfirm: (claim: CardClaim) => void;
  readonly onTakeBack: () => void;
  readonly onPanel: () => void;
  readonly onClose: () => void;
};

export function InPagePopover(props: InPagePopoverProps) {
  const { mark, at, takesFocus, said, onTakeBack, onNote, onFlag, onPanel, onClose } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
  // The button goes away with what it undoes: the focus stays in the card.
  const undo = () => {
    box.current?.focus();
    onTakeBack();
  };
  return (
    <div
      ref={box}
      class="popover"
      role="dialog"
      aria-label={mark.asks}
      tabIndex={-1}
      style={position(at)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header>
        <div>
          <h2 dir="auto">{mark.asks}</h2>
          <p>{tally(mark)}</p>
        </div>
        <button type="button" class="close" aria-label={t('close')} onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      <PopoverBody {...props} />
      <Said said={said} onTakeBack={undo} />
      <footer>
        <span>{t('unmarkedNotChecked')}</span>
        <InPageNoting onNote={onNote} onFlag={onFlag} />
        <button type="button" onClick={onPanel}>
          {t('openPanel')}
        </button>
      </footer>
    </div>
  );
}

/** Always there, so that what comes into it is read out. */
function Said({ said, onTakeBack }: Pick<InPagePopoverProps, 'said' | 'onTakeBack'>) {
  return (
    <div role="status">
      {said !== null && (
        <p class="notice">
          <span>{t('markConfirmed', said)}</span>{' '}
          <button type="button" onClick={onTakeBack}>
            {t('undo')}
          </button>
        </p>
      )}
    </div>
  );
}

type Answering = Pick<InPagePopoverProps, 'mark' | 'onConfirm' | 'onTakeBack'>;

function PopoverBody({ card, ...answering }: Answering & { readonly card: CardView }) {
  if (card.kind === 'loading') return <p class="quiet">{t('cardLoading')}</p>;
  if (card.kind === 'missing') return <p class="quiet">{t('cardMissing')}</p>;
  return <ClaimTops card={card.card} {...answering} />;
}

/** All claims in the card's own order, so that the short form is no other choice than the long one. */
function ClaimTops({ card, ...answering }: Answering & { readonly card: Card }) {
  return (
    <ul lang={card.language}>
      {card.claims.map((claim) => (
        <li key={claim.id} class={claim.here ? 'here' : undefined}>
          <b dir="auto">{claim.says}</b>
          <span>{tally(claim.tells.accounts > 0 ? claim.tells : claim.disputes)}</span>
          {claim.here && <span class="sr-only">{t('hereOnQuestion')}</span>}
          <ClaimVoices claim={claim} />
          <ClaimButton claim={claim} {...answering} />
        </li>
      ))}
    </ul>
  );
}

function ClaimButton({ claim, mark, onConfirm, onTakeBack }: Answering & { readonly claim: CardClaim }) {
  const state = answerState(claim.id, mark.match);
  if (state === null) return null;
  const onAnswer = () => (state === 'said' ? onTakeBack() : onConfirm(claim));
  return <AnswerButton says={claim.says} state={state} onAnswer={onAnswer} />;
}

/** The first who tells it and the first who disputes it. */
function ClaimVoices({ claim }: { readonly claim: CardClaim }) {
  const sides = ['tells', 'disputes'] as const;
  const first = sides.flatMap((side) => claim.origins.find((origin) => origin.side === side) ?? []);
  return (
    <>
      {first.map((origin) => (
        <p key={origin.side} dir="auto">
          {voice(origin)}
        </p>
      ))}
    </>
  );
}

/** “Vladimir Medinsky · says · Antiwar.com”. */
function voice({ accounts: [first] }: CardOrigin): string {
  return first === undefined ? '' : joined(first.speaker, stanceInWords(first.stance), sourceName(first.source));
}

const position = ({ left, top }: Place) => ({ left: `${left}px`, top: `${top}px` });

const tally = ({ accounts, origins }: Pick<Mark, 'accounts' | 'origins'>): string =>
  t('tally', plural('accounts', accounts), plural('origins', origins));
