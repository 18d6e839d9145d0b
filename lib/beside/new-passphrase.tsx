/** A new passphrase in two steps: seen, then typed back. Shared by setting up, changing, and taking a device out. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { PassphraseCheck, PassphraseChoice, type ChosenPassphrase } from '@/lib/ui/sync-passphrase.tsx';
import { useCopy } from './use-copy.ts';

export type NewPassphraseProps = {
  /** Draws one by chance. */
  readonly draw: () => Promise<string>;
  /** Whether it is typed back already. */
  readonly isAt: 'choice' | 'check';
  readonly onAt: (at: 'choice' | 'check') => void;
  /** What the button is called that goes on from there. */
  readonly start: string;
  readonly onConfirmed: (passphrase: string) => void;
  readonly onBack?: () => void;
  /** Said with the choice. */
  readonly children?: ComponentChildren;
  /** What else is asked with the check. */
  readonly below?: ComponentChildren;
  readonly onError: (cause: unknown) => void;
};

export function NewPassphrase(props: NewPassphraseProps) {
  const { draw, isAt, onAt, start, onConfirmed, onBack, children, below, onError } = props;
  const [chosen, setChosen] = useState<ChosenPassphrase>({ text: '', isOwn: false });
  const { isCopied, copy } = useCopy();
  const another = () => void draw().then((text) => setChosen({ text, isOwn: false }), onError);
  useEffect(() => {
    // The reader may have gone on to words of their own before the first is drawn.
    void draw().then((text) => setChosen((before) => (before.isOwn ? before : { text, isOwn: false })), onError);
  }, []);
  if (isAt === 'check')
    return (
      <PassphraseCheck
        chosen={chosen}
        start={start}
        onConfirmed={() => onConfirmed(chosen.text)}
        onBack={() => onAt('choice')}
      >
        {below}
      </PassphraseCheck>
    );
  return (
    <PassphraseChoice
      chosen={chosen}
      isCopied={isCopied}
      onChosen={setChosen}
      onAnother={another}
      onCopy={() => copy(chosen.text)}
      onNext={() => {
        if (chosen.text !== '') onAt('check');
      }}
      onBack={onBack}
    >
      {children}
    </PassphraseChoice>
  );
}
