/** A note's kind as it looks on the page, as a small sample beside the word for it: thick, and dashed for a flag. */
import type { Note } from '@/lib/core/note.ts';

/** A note on the page as a whole has no words to be seen on, so it is drawn without a line. */
export function NoteSample({ flag, colour, passage }: Pick<Note, 'flag' | 'colour' | 'passage'>) {
  const look = passage === null ? 'page' : flag === null ? 'note' : 'flag';
  return (
    <span class={`sample own own-${look} own-${colour}`} aria-hidden="true">
      {'\u2003\u2003'}
    </span>
  );
}
