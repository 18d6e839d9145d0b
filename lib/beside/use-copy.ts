/** A text put on the clipboard, and whether that was done. */
import { useState } from 'preact/hooks';

export type Copy = { readonly isCopied: boolean | null; readonly copy: (text: string) => void };

export function useCopy(): Copy {
  const [copied, setCopied] = useState<{ readonly text: string; readonly isDone: boolean } | null>(null);
  return {
    isCopied: copied?.isDone ?? null,
    copy(text) {
      const tell = (isDone: boolean) => setCopied({ text, isDone });
      // A browser may refuse it: the text stays on the page, to be copied by hand.
      navigator.clipboard.writeText(text).then(
        () => tell(true),
        () => tell(false),
      );
    },
  };
}
