/** A new passphrase: drawn by chance unless the reader wants one of their own; then typed back, so that it is kept for sure. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { FEWEST_DRAWN_WORDS, drawnWordsIn, isStrong } from './passphrase-strength.ts';
import { SyncButtons } from './sync-dialog.tsx';
import { SyncField } from './sync-field.tsx';
import { formatNumber, t } from './text.ts';

/** `isOwn`: the reader's own words; else drawn by chance, one word each. */
export type ChosenPassphrase = { readonly text: string; readonly isOwn: boolean };

type PassphraseChoiceProps = {
  readonly chosen: ChosenPassphrase;
  /** Whether the last copying was done; null: none was asked. */
  readonly isCopied: boolean | null;
  readonly onChosen: (chosen: ChosenPassphrase) => void;
  /** Draws another one. */
  readonly onAnother: () => void;
  readonly onCopy: () => void;
  readonly onNext: () => void;
  readonly onBack?: (() => void) | undefined;
  readonly children?: ComponentChildren;
};

export function PassphraseChoice(props: PassphraseChoiceProps) {
  const { chosen, onNext, onBack, children } = props;
  const [isTooWeak, setTooWeak] = useState(false);
  return (
    <form
      class="transfer-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const isEnough = !chosen.isOwn || isStrong(chosen.text);
        setTooWeak(!isEnough);
        if (isEnough) onNext();
      }}
    >
      {children}
      {chosen.isOwn ? <OwnWords {...props} isTooWeak={isTooWeak} /> : <DrawnWords {...props} />}
      <p class="meta">{t('passphraseKeep')}</p>
      <SyncButtons>
        <button type="submit" class="primary">
          {t('syncNext')}
        </button>
        {onBack !== undefined && (
          <button type="button" onClick={onBack}>
            {t('syncBack')}
          </button>
        )}
      </SyncButtons>
    </form>
  );
}

function DrawnWords({ chosen, isCopied, onChosen, onAnother, onCopy }: PassphraseChoiceProps) {
  const label = useId();
  return (
    <>
      <p id={label}>{t('passphraseDrawn')}</p>
      <output class="passphrase" aria-labelledby={label} dir="ltr">
        {chosen.text}
      </output>
      <div class="buttons">
        <button type="button" onClick={onCopy}>
          {t('syncCopy')}
        </button>
        <button type="button" onClick={onAnother}>
          {t('passphraseAnother')}
        </button>
        <button type="button" class="plain" onClick={() => onChosen({ text: '', isOwn: true })}>
          {t('passphraseOwn')}
        </button>
        <Copied isCopied={isCopied} />
      </div>
    </>
  );
}

/** The region is always there, so that what comes into it is read out. */
export const Copied = ({ isCopied }: { readonly isCopied: boolean | null }) => (
  <span class="meta" role="status">
    {isCopied !== null && t(isCopied ? 'syncCopied' : 'syncNotCopied')}
  </span>
);

type OwnWordsProps = PassphraseChoiceProps & { readonly isTooWeak: boolean };

function OwnWords({ chosen, isTooWeak, onChosen, onAnother }: OwnWordsProps) {
  const words = Math.floor(drawnWordsIn(chosen.text));
  const meter = useId();
  return (
    <>
      <SyncField
        label={t('passphraseOwnLabel')}
        kind="secret"
        value={chosen.text}
        onValue={(text) => onChosen({ text, isOwn: true })}
        problem={isTooWeak && !isStrong(chosen.text) ? t('passphraseWeak', formatNumber(FEWEST_DRAWN_WORDS)) : null}
      />
      <div class="sync-field">
        <label for={meter}>{t('passphraseStrength')}</label>
        <meter id={meter} min={0} max={6} value={Math.min(6, words)} />
        <p class="meta">{t('passphraseAtMost', formatNumber(words))}</p>
      </div>
      <button type="button" class="plain" onClick={onAnother}>
        {t('passphraseDrawInstead')}
      </button>
    </>
  );
}

type PassphraseCheckProps = {
  readonly chosen: ChosenPassphrase;
  /** What the button is called that goes on. */
  readonly start: string;
  readonly onConfirmed: () => void;
  readonly onBack: () => void;
  /** What else is asked in this step. */
  readonly children?: ComponentChildren;
};

/** Words asked back, counted from 1. */
const ASKED = [2, 5] as const;
const wordAt = (text: string, place: number): string => text.split(/[\s-]+/)[place - 1] ?? '';
const isAlike = (typed: string, meant: string): boolean =>
  typed.trim().toLowerCase().normalize('NFKC') === meant.toLowerCase().normalize('NFKC');

export function PassphraseCheck({ chosen, start, onConfirmed, onBack, children }: PassphraseCheckProps) {
  const asked = chosen.isOwn
    ? [{ label: t('passphraseAgain'), meant: chosen.text, help: undefined }]
    : ASKED.map((place) => ({
        label: t('passphraseWord', formatNumber(place)),
        meant: wordAt(chosen.text, place),
        help: undefined,
      }));
  const [typed, setTyped] = useState<readonly string[]>(asked.map(() => ''));
  const [isChecked, setChecked] = useState(false);
  const isRight = (at: number) => {
    const meant = asked[at]?.meant ?? '';
    return chosen.isOwn ? typed[at] === meant : isAlike(typed[at] ?? '', meant);
  };
  return (
    <form
      class="transfer-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (asked.every((_, at) => isRight(at))) onConfirmed();
      }}
    >
      <p>{t(chosen.isOwn ? 'passphraseCheckOwn' : 'passphraseCheck')}</p>
      {asked.map(({ label }, at) => (
        <SyncField
          key={label}
          label={label}
          kind={chosen.isOwn ? 'secret' : 'address'}
          value={typed[at] ?? ''}
          onValue={(value) => setTyped(typed.map((before, place) => (place === at ? value : before)))}
          problem={isChecked && !isRight(at) ? t('passphraseNotSame') : null}
        />
      ))}
      {children}
      <SyncButtons>
        <button type="submit" class="primary">
          {start}
        </button>
        <button type="button" onClick={onBack}>
          {t('passphraseSeeAgain')}
        </button>
      </SyncButtons>
    </form>
  );
}
