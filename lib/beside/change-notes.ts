/** Changes to notes from the library page: one by message, so that open pages are told; many straight on the disk. */
import type { NoteId } from '@/lib/core/ids.ts';
import type { Note, NoteChange } from '@/lib/core/note.ts';
import { call } from '@/lib/messages/bus.ts';
import type { SaveOutcome } from '@/lib/messages/note-protocol.ts';
import { LibraryError } from '@/lib/storage/library-error.ts';
import type { NoteListing } from '@/lib/storage/note-listing.ts';
import { saveFailure } from '@/lib/ui/save-failure.ts';
import type { ShelfNotice } from '@/lib/ui/shelf.ts';
import { t } from '@/lib/ui/text.ts';

export type Change = NoteChange & Partial<Pick<Note, 'deleted'>>;
export type Notify = (notice: ShelfNotice) => void;

/** `words`: what to say when it is done, given how many. `undone`: what when it is taken back. */
export type ManyChange = {
  readonly change: (note: Note) => Change;
  readonly words: (count: number) => string;
};

/** The notice says that it is done only when it is on the disk; its undo puts back what each note had before. */
export async function changeMany(
  listing: NoteListing,
  ids: readonly NoteId[],
  { change, words }: ManyChange,
  notify: Notify,
): Promise<void> {
  const before = new Map<NoteId, Change>();
  const record = (note: Note): Change => {
    const next = change(note);
    before.set(note.id, formerOf(note, next));
    return next;
  };
  const undo = () =>
    void listing
      .changeMany(ids, (note) => before.get(note.id) ?? {})
      .then(() => {
        tellPages();
        notify({ words: t('barUndone'), undo: null });
      })
      .catch((cause: unknown) => notify(notDone(cause)));
  try {
    await listing.changeMany(ids, record);
    tellPages();
    notify({ words: words(before.size), undo });
  } catch (cause) {
    notify(notDone(cause));
  }
}

/** Open pages look again. That they could not be told changes nothing of what is on the disk. */
const tellPages = (): void => void call('library.changed').catch(() => undefined);

function formerOf({ tags, colour, deleted }: Note, next: Change): Change {
  return {
    ...(next.tags !== undefined && { tags }),
    ...(next.colour !== undefined && { colour }),
    ...(next.deleted !== undefined && { deleted }),
  };
}

export const notDone = (cause: unknown): ShelfNotice => ({
  words: cause instanceof LibraryError ? `${t('notDone')} ${whyInWords(cause)}` : t('notDone'),
  undo: null,
});

const whyInWords = ({ kind }: LibraryError): string =>
  t(({ full: 'noteWhyFull', unavailable: 'noteWhyUnavailable', corrupt: 'noteWhyCorrupt' } as const)[kind]);

/** One note into the bin, or out of it. */
export async function binOne(id: NoteId, name: string, notify: Notify): Promise<void> {
  const failed = () => notify({ words: t('noteNotDeleted'), undo: null });
  const restore = () => void restoreOne(id, notify);
  const outcome = await call('note.delete', { id }).catch(() => null);
  if (outcome?.kind === 'saved') notify({ words: t('noteDeleted', name), undo: restore });
  else failed();
}

export async function restoreOne(id: NoteId, notify: Notify): Promise<void> {
  const outcome = await call('note.restore', { id }).catch(() => null);
  notify({ words: outcome?.kind === 'saved' ? t('noteRestored') : t('noteNotRestored'), undo: null });
}

/** Null: it is on the disk. Else why not, in a sentence. */
export async function saveChange(id: NoteId, change: NoteChange): Promise<string | null> {
  const outcome: SaveOutcome = await call('note.change', { id, change }).catch(() => ({
    kind: 'not-saved',
    why: 'unavailable',
  }));
  return outcome.kind === 'saved' ? null : saveFailure(outcome.why);
}
