/** The reader's notes of the page that popup or panel stand beside: what it is asked. */
import type { NoteId } from '@/lib/core/ids.ts';
import { callPage } from '@/lib/messages/bus.ts';
import type { NoteBegin, PageNotes, PassageLink, SaveOutcome } from '@/lib/messages/note-protocol.ts';

/** As PageLink: every call throws a MessageError of kind `absent` where nothing reads the page. */
export type NoteLink = {
  readonly notes: () => Promise<PageNotes>;
  readonly start: (begin: NoteBegin) => Promise<'open' | 'nothing'>;
  readonly show: (id: NoteId, edit: boolean) => Promise<'shown' | 'not-here'>;
  readonly attach: (id: NoteId) => Promise<SaveOutcome | 'nothing'>;
  readonly linkTo: (id: NoteId) => Promise<PassageLink>;
};

export const notesOfTab = (tabId: number): NoteLink => ({
  notes: () => callPage(tabId, 'page.notes'),
  start: (begin) => callPage(tabId, 'note.start', begin),
  show: (id, edit) => callPage(tabId, 'note.show', { id, edit }),
  attach: (id) => callPage(tabId, 'note.attach', { id }),
  linkTo: (id) => callPage(tabId, 'note.link', { id }),
});
