/** Follows the notes of the page beside, and carries out what the reader asks of them. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { MessageError } from '@/lib/messages/bus.ts';
import type { NotesView, Noting } from '@/lib/ui/noting.ts';
import type { NoteNotice } from '@/lib/ui/noting.ts';
import type { PageView } from '@/lib/ui/page-view.ts';
import { noteEvents } from './note-events.ts';
import type { NoteLink } from './note-link.ts';
import type { PageLink } from './page-link.ts';

/** Pages on which something can be written, whether or not they tell a known story. */
const NOTABLE: ReadonlySet<PageView['kind']> = new Set(['read', 'no-story', 'no-article', 'failed']);

/** Null where nothing can be written on. `onEditing`: the editor has opened in the page. */
export function useNoting(link: PageLink | null, page: PageView, onEditing: () => void): Noting | null {
  const [notice, say] = useState<NoteNotice | null>(null);
  const notable = NOTABLE.has(page.kind);
  const notes = useNotes(notable ? link : null);
  const on = link?.notes ?? null;
  const events = useMemo(
    () => (link === null || on === null ? null : noteEvents(link, on, { say, onEditing })),
    [link],
  );
  // What was said of another page's notes is of no use here.
  useEffect(() => say(null), [link]);
  return events === null || !notable ? null : { notes, notice, events };
}

function useNotes(link: PageLink | null): NotesView {
  const [view, setView] = useState<NotesView>(LOADING);
  useEffect(() => {
    setView(LOADING);
    const on = link?.notes ?? null;
    if (link === null || on === null) return undefined;
    const life = new AbortController();
    const look = oneAtATime(async () => {
      const next = await viewOfNotes(on);
      if (next !== null && !life.signal.aborted) setView(next);
    });
    link.onNews(look, life.signal);
    look();
    return () => life.abort();
  }, [link]);
  return view;
}

const LOADING: NotesView = { kind: 'loading' };

/** Null where the page has gone: popup and panel will soon say so. */
async function viewOfNotes(on: NoteLink): Promise<NotesView | null> {
  try {
    const { notes } = await on.notes();
    return { kind: 'notes', notes };
  } catch (cause) {
    if (!(cause instanceof MessageError)) throw cause;
    return cause.kind === 'refused' ? { kind: 'failed' } : null;
  }
}

/** News may come faster than answers: asked again while at work, it works once more afterwards. */
function oneAtATime(work: () => Promise<void>): () => void {
  const state = { working: false, again: false };
  const run = async (): Promise<void> => {
    state.again = state.working;
    if (state.working) return;
    state.working = true;
    await work().finally(() => {
      state.working = false;
    });
    if (state.again) await run();
  };
  return () => void run();
}
