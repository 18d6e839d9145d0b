/** What the background answers about notes, over the test's own library; nothing of pages. */
import type { Library } from '@/lib/storage/library.ts';
import { parseChangeAsk, parseNoteName } from '@/lib/messages/parse-note-payloads.ts';

export async function answerAboutNotes(library: Library, name: string, payload: unknown): Promise<unknown> {
  if (name === 'note.change') {
    const { id, change } = parseChangeAsk(payload);
    return { kind: 'saved', note: await library.notes.change(id, change) };
  }
  if (name !== 'note.delete' && name !== 'note.restore') return 'done';
  const { id } = parseNoteName(payload);
  await library.notes.bin([id], name === 'note.delete');
  return { kind: 'saved', note: await library.notes.get(id) };
}
