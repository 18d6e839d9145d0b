/** Highlights, flags and deletes at once, and says in the bar what has been done, with a way back. */
import { boxesOf, type Box } from '@/lib/article/boxes.ts';
import type { NoteId } from '@/lib/core/ids.ts';
import type { NoteBegin, SaveOutcome } from '@/lib/messages/note-protocol.ts';
import { flagInWords } from '@/lib/ui/note-words.ts';
import { saveFailure } from '@/lib/ui/save-failure.ts';
import { t } from '@/lib/ui/text.ts';
import type { Begun, NoteMaker } from './note-maker.ts';
import type { NoteMargin } from './note-margin.tsx';
import type { LiveNote, PageNotesKeeper } from './page-notes.ts';

export type DeedPorts = {
  readonly deleteNote: (ask: { id: NoteId }) => Promise<SaveOutcome>;
  readonly restoreNote: (ask: { id: NoteId }) => Promise<SaveOutcome>;
  readonly failed: (cause: unknown) => void;
};

export type NoteDeeds = {
  readonly put: (begin: NoteBegin) => Promise<'saved' | 'not-saved' | 'nothing'>;
  readonly remove: (live: LiveNote) => Promise<void>;
  /** There is nothing to write on: says what to do. */
  readonly nothing: () => 'nothing';
};

type Doing = {
  readonly maker: NoteMaker;
  readonly keeper: PageNotesKeeper;
  readonly margin: NoteMargin;
  readonly ports: DeedPorts;
  /** Where the words to write on stand. */
  readonly linesOf: (begin: NoteBegin) => readonly Box[];
  readonly onEdit: (id: NoteId) => void;
};

export function createNoteDeeds({ maker, keeper, margin, ports, linesOf, onEdit }: Doing): NoteDeeds {
  const fail = ports.failed;

  async function put(begin: NoteBegin): Promise<'saved' | 'not-saved' | 'nothing'> {
    const begun = await maker.begin(begin);
    if (begun === null) return nothing();
    const boxes = linesOf(begin);
    margin.showBar({ kind: 'saving' }, () => boxes);
    return save(begun, boxes);
  }

  async function save(begun: Begun, boxes: readonly Box[]): Promise<'saved' | 'not-saved'> {
    const outcome = await maker.save(begun);
    if (outcome.kind === 'not-saved') {
      const onRetry = () => void save(begun, boxes).catch(fail);
      margin.showBar({ kind: 'failed', said: saveFailure(outcome.why), onRetry }, () => boxes);
      return 'not-saved';
    }
    await keeper.refresh();
    const { flag, id } = outcome.note;
    const lines = () => boxesOfNote(keeper, id) ?? boxes;
    const said = flag === null ? t('barHighlighted') : t('barFlagged', flagInWords(flag));
    const onUndo = () => void take(ports.deleteNote({ id }), { said: t('barUndone'), lines, onUndo: null }).catch(fail);
    margin.showBar({ kind: 'done', said, onUndo, onEdit: () => onEdit(id) }, lines);
    return 'saved';
  }

  function remove({ note: { id }, ranges }: LiveNote): Promise<void> {
    const boxes = boxesOf(ranges);
    const lines = () => boxes;
    const restored = { said: t('barRestored'), lines, onUndo: null };
    const onUndo = () => void take(ports.restoreNote({ id }), restored).catch(fail);
    return take(ports.deleteNote({ id }), { said: t('barDeleted'), lines, onUndo });
  }

  async function take(work: Promise<SaveOutcome>, done: Done): Promise<void> {
    const outcome = await work;
    const { said, onUndo } = outcome.kind === 'saved' ? done : { said: saveFailure(outcome.why), onUndo: null };
    margin.showBar({ kind: 'done', said, onUndo, onEdit: null }, done.lines);
    await keeper.refresh();
  }

  function nothing(): 'nothing' {
    margin.showBar({ kind: 'done', said: t('barNothing'), onUndo: null, onEdit: null }, () => []);
    return 'nothing';
  }

  return { put, remove, nothing };
}

type Done = { readonly said: string; readonly lines: () => readonly Box[]; readonly onUndo: (() => void) | null };

function boxesOfNote(keeper: PageNotesKeeper, id: NoteId): Box[] | null {
  const ranges = keeper.notes().find(({ note }) => note.id === id)?.ranges ?? [];
  return ranges.length === 0 ? null : boxesOf(ranges);
}
