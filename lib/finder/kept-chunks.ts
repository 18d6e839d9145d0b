/** Which entry lies in which kept chunk, so that after a change only the chunks concerned are written again. */
import type { NoteId } from '@/lib/core/ids.ts';
import { chunkOf, type EntryChunk } from './entry-chunk.ts';
import type { NoteEntry } from './note-entry.ts';

/** Entries in one row: few rows to read, and not much to write after one change. */
const SIZE = 2000;

export type KeptChunks = {
  /** The entries of a chunk as it was read. */
  readonly loaded: (place: number, ids: readonly NoteId[]) => void;
  readonly changed: (id: NoteId) => void;
  readonly dropped: (id: NoteId) => void;
  /** What has to be written; after this, nothing has. `entryOf`: of every note that was not dropped. */
  readonly takeChanged: (entryOf: (id: NoteId) => NoteEntry | undefined) => EntryChunk[];
};

export function createKeptChunks(size = SIZE): KeptChunks {
  const places = new Map<NoteId, number>();
  const chunks: Set<NoteId>[] = [];
  const stale = new Set<number>();
  const lay = (id: NoteId, place: number): void => {
    while (chunks.length <= place) chunks.push(new Set());
    chunks[place]?.add(id);
    places.set(id, place);
  };
  const spare = (): number => {
    const last = Math.max(0, chunks.length - 1);
    return (chunks[last]?.size ?? 0) < size ? last : last + 1;
  };

  return {
    loaded(place, ids) {
      for (const id of ids) if (!places.has(id)) lay(id, place);
      if (ids.length === 0) stale.add(place);
    },
    changed(id) {
      if (!places.has(id)) lay(id, spare());
      stale.add(places.get(id) ?? 0);
    },
    dropped(id) {
      const place = places.get(id);
      if (place === undefined) return;
      places.delete(id);
      chunks[place]?.delete(id);
      stale.add(place);
    },
    takeChanged(entryOf) {
      const taken = [...stale].map((place) =>
        chunkOf(
          place,
          [...(chunks[place] ?? [])].flatMap((id) => entryOf(id) ?? []),
        ),
      );
      stale.clear();
      return taken;
    },
  };
}
