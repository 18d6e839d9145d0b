/** What the reader does in the list of notes, carried out. */
import type { NoteId } from '@/lib/core/ids.ts';
import type { NoteListing } from '@/lib/storage/note-listing.ts';
import { sectionHref } from '@/lib/ui/library-route.ts';
import type { BulkEvents, ShelfEvents, ShelfNotice } from '@/lib/ui/shelf.ts';
import { noteName } from '@/lib/ui/note-words.ts';
import { parseTags, tagsInWords } from '@/lib/ui/tag-words.ts';
import { plural } from '@/lib/ui/text.ts';
import { binOne, changeMany, notDone, restoreOne, type ManyChange, type Notify } from './change-notes.ts';
import type { ShelfState } from './use-shelf.ts';

type ShelfWork = {
  readonly shelved: ShelfState;
  readonly section: 'notes' | 'bin';
  readonly isOpen: boolean;
  readonly listing: NoteListing;
  readonly notice: ShelfNotice | null;
  readonly notify: Notify;
  readonly leave: () => void;
};

export function shelfEvents(work: ShelfWork): ShelfEvents {
  const { shelved, section, isOpen, notice, leave } = work;
  const { shelf, select, activate } = shelved;
  return {
    onSearch: shelved.find,
    onFilters: shelved.filter,
    onWindow: shelved.want,
    onActive: activate,
    onOpen(place) {
      activate(place);
      const id = shelf.idAt(place);
      if (id !== null) location.hash = sectionHref(section, id);
    },
    onToggle(place) {
      const id = shelf.idAt(place);
      activate(place);
      if (id !== null) select(toggled(shelf.selected, id));
    },
    onExtend: (place) => shelved.extend(place),
    onSelectAll: () => select(new Set(shelved.idsAt(0, shelf.count))),
    onSelectNone: () => select(new Set()),
    onUndo: () => notice?.undo?.(),
    onLeave() {
      if (shelf.selected.size > 0) select(new Set());
      else if (isOpen) leave();
    },
    bulk: bulkEvents(work),
  };
}

const isAmong = (tag: string, tags: readonly string[]): boolean =>
  tags.some((one) => one.toLowerCase() === tag.toLowerCase());

function toggled(ids: ReadonlySet<NoteId>, id: NoteId): ReadonlySet<NoteId> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

function bulkEvents({ shelved, section, listing, notify }: ShelfWork): BulkEvents {
  const { shelf, select } = shelved;
  const ids = [...shelf.selected];
  const many = (change: ManyChange) => void changeMany(listing, ids, change, notify);
  const changed = (count: number) => plural('bulkChanged', count);
  const leaving = (change: ManyChange) => {
    select(new Set());
    many(change);
  };
  return {
    onTag: (tags) =>
      many({ change: (note) => ({ tags: parseTags(tagsInWords([...note.tags, ...tags])) }), words: changed }),
    onUntag: (tags) =>
      many({ change: (note) => ({ tags: note.tags.filter((tag) => !isAmong(tag, tags)) }), words: changed }),
    onColour: (colour) => many({ change: () => ({ colour }), words: changed }),
    onBin() {
      if (section === 'bin') return;
      if (ids.length > 0)
        leaving({ change: () => ({ deleted: Date.now() }), words: (count) => plural('bulkBinned', count) });
      else binActive(shelved, notify);
    },
    onRestore: () => leaving({ change: () => ({ deleted: null }), words: (count) => plural('bulkRestored', count) }),
    onEmptyBin: () =>
      void listing.emptyBin().then(
        (count) => notify({ words: plural('bulkForGood', count), undo: null }),
        (cause: unknown) => notify(notDone(cause)),
      ),
  };
}

function binActive({ shelf }: ShelfState, notify: Notify): void {
  const id = shelf.idAt(shelf.active);
  const line = id === null ? undefined : shelf.lineOf(id);
  if (line === undefined) return;
  void (line.note.deleted === null
    ? binOne(line.note.id, noteName(line.note), notify)
    : restoreOne(line.note.id, notify));
}
