/** What popup and panel do with the page's notes. Whatever comes of it is said; nothing is said to be done before it is. */
import type { NoteId } from '@/lib/core/ids.ts';
import { MessageError, call } from '@/lib/messages/bus.ts';
import type { NoteBegin, SaveOutcome } from '@/lib/messages/note-protocol.ts';
import { noteName } from '@/lib/ui/note-words.ts';
import type { NoteEvents, NoteNotice } from '@/lib/ui/noting.ts';
import type { NoteLink } from './note-link.ts';
import type { PageLink } from './page-link.ts';

type Telling = {
  readonly say: (notice: NoteNotice | null) => void;
  /** The editor has opened in the page. */
  readonly onEditing: () => void;
};

export function noteEvents(link: Pick<PageLink, 'reread'>, on: NoteLink, { say, onEditing }: Telling): NoteEvents {
  // Emptied first: the same sentence twice is then said twice.
  const telling = (work: () => Promise<NoteNotice | null>, gone: NoteNotice = { kind: 'unreachable' }): void => {
    say(null);
    void work().then(say, (cause: unknown) => {
      if (!(cause instanceof MessageError)) throw cause;
      say(gone);
    });
  };
  const start = async (begin: NoteBegin): Promise<NoteNotice> => {
    if ((await on.start(begin)) === 'nothing') return { kind: 'nothing' };
    onEditing();
    return { kind: 'editing' };
  };
  const show = async (id: NoteId, edit: boolean): Promise<NoteNotice | null> => {
    if ((await on.show(id, edit)) === 'not-here') return { kind: 'not-here' };
    return edit ? { kind: 'editing' } : null;
  };
  return {
    onNote: (start_, flag) => telling(() => start({ start: start_, flag })),
    onShow: (id) => telling(() => show(id, false)),
    onEdit: (id) => telling(() => show(id, true)),
    onDelete: (note) => {
      const done = { kind: 'deleted', id: note.id, name: noteName(note) } as const;
      telling(async () => afterSaving(await call('note.delete', { id: note.id }), 'delete', done), lost('delete'));
    },
    onRestore: (id) => {
      const done = { kind: 'restored' } as const;
      telling(async () => afterSaving(await call('note.restore', { id }), 'restore', done), lost('restore'));
    },
    onLink: (id) => telling(() => copyLink(on, id)),
    onAttach: (id) => telling(() => attach(on, id)),
    onSearchAgain: () => telling(() => link.reread().then(() => ({ kind: 'searched' }))),
    onDismiss: () => say(null),
  };
}

type Doing = Extract<NoteNotice, { kind: 'failed' }>['doing'];

const lost = (doing: Doing): NoteNotice => ({ kind: 'failed', doing, why: 'unavailable' });

const afterSaving = (outcome: SaveOutcome, doing: Doing, done: NoteNotice): NoteNotice =>
  outcome.kind === 'saved' ? done : { kind: 'failed', doing, why: outcome.why };

async function attach(on: NoteLink, id: NoteId): Promise<NoteNotice> {
  const outcome = await on.attach(id);
  return outcome === 'nothing' ? { kind: 'select-first' } : afterSaving(outcome, 'attach', { kind: 'attached' });
}

async function copyLink(on: NoteLink, id: NoteId): Promise<NoteNotice> {
  const found = await on.linkTo(id);
  if (found.kind === 'none') return { kind: 'no-link', why: found.why };
  const copied = await navigator.clipboard.writeText(found.href).then(
    () => true,
    () => false,
  );
  return { kind: 'link', href: found.href, copied };
}
