/** “Flag ▾”: the kinds of flag as a menu, by arrow keys. The focus goes in with its opening and back to the button. */
import { useEffect, useRef } from 'preact/hooks';
import { FLAG_KINDS, type FlagKind } from '@/lib/core/note.ts';
import { Icon } from './icon.tsx';
import { flagInWords } from './note-words.ts';
import { t } from './text.ts';

type FlagMenuProps = {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onFlag: (flag: FlagKind) => void;
};

export function FlagMenu({ open, onOpen, onFlag }: FlagMenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    onOpen(false);
    button.current?.focus();
  };
  return (
    <div
      class="flag-menu"
      // Where a press on a button does not focus it, the focus would go nowhere and close the menu under the pointer.
      onMouseDown={(event) => event.preventDefault()}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        const within = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
        if (open && !within) onOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => (open ? close() : onOpen(true))}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          onOpen(true);
        }}
      >
        {t('flag')} <Icon name="down" />
      </button>
      {open && (
        <FlagKinds
          onClose={close}
          onFlag={(flag) => {
            close();
            onFlag(flag);
          }}
        />
      )}
    </div>
  );
}

type FlagKindsProps = { readonly onClose: () => void; readonly onFlag: FlagMenuProps['onFlag'] };

function FlagKinds({ onClose, onFlag }: FlagKindsProps) {
  const items = useRef<(HTMLButtonElement | null)[]>([]);
  const focusOn = (at: number) => items.current.at(at % FLAG_KINDS.length)?.focus();
  useEffect(() => focusOn(0), []);
  const move = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape') onClose();
    else {
      const to = destinationOf(
        event.key,
        items.current.findIndex((item) => item === document.activeElement),
      );
      if (to === null) return;
      focusOn(to);
    }
    // The browser would close the popup on Escape and scroll by arrows; letters have other meanings outside.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div role="menu" aria-label={t('flagAs')} onKeyDown={move}>
      {FLAG_KINDS.map((flag, at) => (
        <button
          key={flag}
          ref={(element) => {
            items.current[at] = element;
          }}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => onFlag(flag)}
        >
          {flagInWords(flag)}
        </button>
      ))}
    </div>
  );
}

/** Which item a key leads to from the one at `at`; null where the key is none of the menu's. */
function destinationOf(key: string, at: number): number | null {
  if (key === 'ArrowDown') return at + 1;
  if (key === 'ArrowUp') return at - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return -1;
  return /^\p{L}$/u.test(key) ? nextBeginningWith(key, at) : null;
}

function nextBeginningWith(letter: string, at: number): number {
  const begins = (step: number): boolean => {
    const flag = FLAG_KINDS[(at + step) % FLAG_KINDS.length];
    return flag !== undefined && flagInWords(flag).toLowerCase().startsWith(letter.toLowerCase());
  };
  return at + (FLAG_KINDS.map((_, step) => step + 1).find(begins) ?? 0);
}
