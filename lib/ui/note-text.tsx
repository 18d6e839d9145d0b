/** A text that may be very long: its beginning, and the rest when asked for. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { cutShort } from './note-words.ts';
import { t } from './text.ts';

type NoteTextProps = {
  readonly text: string;
  /** Characters shown before the rest is asked for. */
  readonly most: number;
  readonly children: (shown: string) => ComponentChildren;
};

export function NoteText({ text, most, children }: NoteTextProps) {
  const [whole, setWhole] = useState(false);
  const beginning = cutShort(text, most);
  return (
    <>
      {children(whole ? text : beginning)}
      {beginning !== text && <UnfoldButton whole={whole} onWhole={setWhole} />}
    </>
  );
}

type UnfoldButtonProps = { readonly whole: boolean; readonly onWhole: (whole: boolean) => void };

export function UnfoldButton({ whole, onWhole }: UnfoldButtonProps) {
  return (
    <button type="button" class="plain" aria-expanded={whole} onClick={() => onWhole(!whole)}>
      {whole ? t('noteLessOfIt') : t('noteAllOfIt')}
    </button>
  );
}
