/** The editor's page: gets what it is open for from the page it stands on, keeps what is typed, saves when told to. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { NoteDraft } from '@/lib/core/note.ts';
import { call } from '@/lib/messages/bus.ts';
import type { EditorJob, SaveOutcome } from '@/lib/messages/note-protocol.ts';
import { NoteEditor, type EditorState } from '@/lib/ui/note-editor.tsx';
import { saveFailure } from '@/lib/ui/save-failure.ts';
import { t } from '@/lib/ui/text.ts';

type NotePageProps = {
  /** Of the page written on, where the editor stands in a window of its own; null: in a frame on it. */
  readonly tabId: number | null;
  readonly onError: (cause: unknown) => void;
};

export function NotePage({ tabId, onError }: NotePageProps) {
  const job = useJob(tabId, onError);
  const [state, setState] = useState<EditorState>({ kind: 'open' });
  const [discarded, setDiscarded] = useState<readonly string[]>([]);
  const keep = useDraftKeeper(job ?? null, onError);
  useHeight(tabId, onError);
  if (job === undefined) return null;
  if (job === null) return <p class="note-editor">{t('editorNothing')}</p>;

  const close = () => {
    void call('editor.close', { tabId }).catch(onError);
    if (tabId !== null) window.close();
  };
  const save = async (draft: NoteDraft) => {
    keep.stop();
    setState({ kind: 'saving' });
    const outcome = await saveNote(job, draft).catch((cause: unknown) => {
      onError(cause);
      return { kind: 'not-saved', why: 'unavailable' } as const;
    });
    if (outcome.kind === 'saved') close();
    else setState({ kind: 'failed', said: saveFailure(outcome.why) });
  };
  const drop = (id: NoteDraft['id']) => void call('draft.drop', { id }).catch(onError);
  return (
    <NoteEditor
      draft={job.draft}
      isNew={job.isNew}
      asks={job.asks}
      state={state}
      recovered={job.recovered.filter(({ id }) => !discarded.includes(id))}
      onDraft={keep.keep}
      onSave={(draft) => void save(draft)}
      onDiscard={({ id }) => {
        setDiscarded([...discarded, id]);
        drop(id);
      }}
      onCancel={() => {
        keep.stop();
        drop(job.draft.id);
        close();
      }}
    />
  );
}

async function saveNote({ isNew, page, evidence }: EditorJob, draft: NoteDraft): Promise<SaveOutcome> {
  const { id, body, tags, colour, flag } = draft;
  if (isNew) return call('note.add', { ...draft, page, evidence });
  return call('note.change', { id, change: { body, tags, colour, flag } });
}

/** Undefined until the page has answered; null: there is nothing to write on any more. */
function useJob(tabId: number | null, onError: (cause: unknown) => void): EditorJob | null | undefined {
  const [job, setJob] = useState<EditorJob | null | undefined>();
  useEffect(() => {
    call('editor.job', { tabId }).then(setJob, (cause: unknown) => {
      onError(cause);
      setJob(null);
    });
  }, [tabId]);
  return job;
}

/** Milliseconds after the last key that what is typed is kept. */
const KEPT_AFTER = 300;

/** What is typed is on the disk before it is saved: a closed tab must not lose it. */
function useDraftKeeper(job: EditorJob | null, onError: (cause: unknown) => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = () => clearTimeout(timer.current);
  useEffect(() => stop, []);
  const keep = (draft: NoteDraft) => {
    stop();
    const [key] = job?.page.keys ?? [];
    if (key === undefined) return;
    timer.current = setTimeout(() => void call('draft.keep', { key, draft }).catch(onError), KEPT_AFTER);
  };
  return { keep, stop };
}

/** Tells the page how tall the frame should be. */
function useHeight(tabId: number | null, onError: (cause: unknown) => void): void {
  useEffect(() => {
    if (tabId !== null) return undefined;
    const tell = () => {
      const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
      void call('editor.height', { tabId, height }).catch(onError);
    };
    const observer = new ResizeObserver(tell);
    observer.observe(document.documentElement);
    return () => observer.disconnect();
  }, [tabId]);
}
