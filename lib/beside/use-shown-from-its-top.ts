/** What is opened is shown from its beginning; where it takes the list's place, it takes the focus too. */
import { useEffect, useRef } from 'preact/hooks';

/** `shown`: what names the item that is open; null: none is. */
export function useShownFromItsTop(shown: string | null) {
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    if (shown === null || pane.current === null) return;
    pane.current.scrollTop = 0;
    const list = document.querySelector('.shelf');
    if (list === null || getComputedStyle(list).visibility !== 'hidden') return;
    window.scrollTo(0, 0);
    pane.current.focus();
  }, [shown]);
  return pane;
}
