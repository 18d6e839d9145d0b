/** The note that is open in the library: followed as it is on the disk, and edited in place. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { NoteDraft, Note } from '@/lib/core/note.ts';
import type { NoteId } from '@/lib/core/ids.ts';
import type { SavedArticle } from '@/lib/core/saved-article.ts';
import { call } from '@/lib/messages/bus.ts';
import type { Library } from '@/lib/storage/library.ts';
import type { NoteInFull } from '@/lib/storage/note-listing.ts';
import type { EditorState } from '@/lib/ui/note-editor.tsx';
import type { NoteItemEvents, OpenNote } from '@/lib/ui/shelf.ts';
import { t } from '@/lib/ui/text.ts';
import { saveChange, type Notify } from './change-notes.ts';

/** `missing`: there is no such note any more. */
export type OpenState = OpenNote | 'missing' | null;
type EditEvents = Pick<NoteItemEvents, 'onEdit' | 'onDraft' | 'onSave' | 'onDiscard' | 'onCancel'>;

/** Milliseconds without a key before what is typed is put by. */
const TYPING_PAUSE = 600;

export function useOpenNote(id: NoteId | null, library: Library, notify: Notify, onError: (cause: unknown) => void) {
  const full = useFull(id, library, onError);
  const article = useArticle(full === null || full === 'missing' ? null : full.note, library, onError);
  const [editor, setEditor] = useState<EditorState | null>(null);
  const [recovered, setRecovered] = useState<readonly NoteDraft[]>([]);
  const keep = useDraftKeeping(onError);
  useEffect(() => setEditor(null), [id]);
  const note = full === null || full === 'missing' ? null : full.note;
  const close = () => setEditor(null);

  async function edit(): Promise<void> {
    if (note === null) return;
    const drafts = await library.drafts.on([note.article]);
    setRecovered(drafts.filter((draft) => draft.id === note.id));
    setEditor({ kind: 'open' });
  }
  async function save({ body, tags, colour, flag }: NoteDraft): Promise<void> {
    if (note === null) return;
    setEditor({ kind: 'saving' });
    keep.stop();
    const failure = await saveChange(note.id, { body, tags, colour, flag });
    setEditor(failure === null ? null : { kind: 'failed', said: failure });
    if (failure === null) notify({ words: t('noteSaved'), undo: null });
  }
  const events: EditEvents = {
    onEdit: () => void edit().catch(onError),
    onSave: (draft) => void save(draft).catch(onError),
    onDraft: (draft) => note !== null && keep.soon(note, draft),
    onDiscard: (draft) => {
      setRecovered([]);
      void call('draft.drop', { id: draft.id }).catch(onError);
    },
    onCancel: () => {
      keep.stop();
      if (note !== null) void call('draft.drop', { id: note.id }).catch(onError);
      close();
    },
  };
  return { open: openState(full, article, { editor, recovered }), events };
}

function openState(
  full: NoteInFull | 'missing' | null,
  article: SavedArticle | null | undefined,
  { editor, recovered }: Pick<OpenNote, 'editor' | 'recovered'>,
): OpenState {
  if (full === null || full === 'missing') return full;
  if (article === undefined) return null;
  const { note, anchor, answers, replies } = full;
  return { note, article, state: anchor, answers, replies, editor, recovered };
}

function useFull(id: NoteId | null, library: Library, onError: (cause: unknown) => void) {
  const [full, setFull] = useState<NoteInFull | 'missing' | null>(null);
  useEffect(() => {
    setFull(null);
    return id === null ? undefined : library.noteListing.watch(id, (note) => setFull(note ?? 'missing'), onError);
  }, [id]);
  return full !== null && full !== 'missing' && full.note.id !== id ? null : full;
}

/** Undefined until it is known whether the library keeps it. */
function useArticle(note: Note | null, library: Library, onError: (cause: unknown) => void) {
  const [article, setArticle] = useState<SavedArticle | null | undefined>(undefined);
  const key = note?.article ?? null;
  useEffect(() => {
    setArticle(undefined);
    if (key !== null) library.articleListing.rows([key]).then(([found]) => setArticle(found ?? null), onError);
  }, [key]);
  return article;
}

/** What is typed is put by after a pause, and when the page is left: a closed tab must not lose it. */
function useDraftKeeping(onError: (cause: unknown) => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pending = useRef<(() => void) | null>(null);
  const flush = () => {
    clearTimeout(timer.current);
    pending.current?.();
    pending.current = null;
  };
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, []);
  return {
    soon({ article }: Note, draft: NoteDraft): void {
      pending.current = () => void call('draft.keep', { key: article, draft }).catch(onError);
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, TYPING_PAUSE);
    },
    stop(): void {
      clearTimeout(timer.current);
      pending.current = null;
    },
  };
}
