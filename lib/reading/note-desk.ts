/** Opens the editor on what the reader points at, or on a note that is there, with what was written and never saved. */
import { boxesOf, type Box } from '@/lib/article/boxes.ts';
import type { NoteDraft } from '@/lib/core/note.ts';
import type { EditorJob, NoteBegin, PageNote } from '@/lib/messages/note-protocol.ts';
import type { EditorFrame } from './editor-frame.ts';
import type { Begun, NoteMaker } from './note-maker.ts';
import type { LiveNote, PageNotesKeeper } from './page-notes.ts';

export type NoteDesk = {
  readonly write: (begin: NoteBegin) => Promise<'open' | 'nothing'>;
  readonly edit: (live: LiveNote) => void;
};

type At = {
  readonly frame: EditorFrame;
  readonly maker: NoteMaker;
  readonly keeper: PageNotesKeeper;
  /** Where the words to write on stand. */
  readonly linesOf: (begin: NoteBegin) => readonly Box[];
};

export function createNoteDesk({ frame, maker, keeper, linesOf }: At): NoteDesk {
  /** `begun`: null for a note that is there. */
  function jobOf(draft: NoteDraft, begun: Begun | null): EditorJob {
    const drafts = keeper.drafts();
    const own = drafts.find(({ id }) => id === draft.id);
    const known = new Set(keeper.notes().map(({ note }) => note.id));
    return {
      draft: { ...draft, ...own },
      isNew: begun !== null,
      page: maker.pageMet(),
      evidence: begun?.subject.evidence ?? null,
      asks: begun?.subject.asks ?? null,
      recovered: begun === null ? [] : drafts.filter(({ id, body }) => !known.has(id) && body !== ''),
    };
  }

  return {
    async write(begin) {
      const begun = await maker.begin(begin);
      if (begun === null) return 'nothing';
      frame.open(jobOf(begun.draft, begun), linesOf(begin));
      return 'open';
    },
    edit({ note, ranges }) {
      frame.open(jobOf(draftOf(note), null), boxesOf(ranges));
    },
  };
}

const draftOf = ({ id, passage, flag, body, tags, colour }: PageNote): NoteDraft => ({
  id,
  passage,
  flag,
  body,
  tags,
  colour,
});
