/** The buttons by which notes go out and come in, each with its dialog. */
import { useState } from 'preact/hooks';
import type { NoteId } from '@/lib/core/ids.ts';
import type { Exported, ExportFormat } from '@/lib/core/transfer.ts';
import { call } from '@/lib/messages/bus.ts';
import type { Library } from '@/lib/storage/library.ts';
import { backUp } from '@/lib/transfer/back-up.ts';
import { exportNotes } from '@/lib/transfer/export-notes.ts';
import type { Job } from '@/lib/transfer/job.ts';
import { takeIn } from '@/lib/transfer/take-in.ts';
import { t } from '@/lib/ui/text.ts';
import { TransferDialog } from '@/lib/ui/transfer-dialog.tsx';
import { ExportButton, TransferExport, exportedInWords } from '@/lib/ui/transfer-export.tsx';
import { TransferImport } from '@/lib/ui/transfer-import.tsx';
import { TransferSummary, endingInWords } from '@/lib/ui/transfer-summary.tsx';
import type { TransferState } from '@/lib/ui/transfer.ts';
import type { NotesMeant } from './notes-page.tsx';
import { saveFile } from './save-file.ts';
import { useTransfer } from './use-transfer.ts';

type ControlProps = {
  readonly library: Library;
  readonly onError: (cause: unknown) => void;
};

type ExportControlProps = ControlProps & { readonly meant: NotesMeant };

/** Both, side by side. */
export const ExchangeControls = (props: ExportControlProps) => (
  <>
    <ImportControl {...props} />
    <ExportControl {...props} />
  </>
);

export function ExportControl({ library, meant, onError }: ExportControlProps) {
  const [ids, setIds] = useState<readonly NoteId[] | null>(null);
  const { state, begin, cancel, reset } = useTransfer(onError);
  const close = () => {
    reset();
    setIds(null);
  };
  const start = (format: ExportFormat) => begin((job) => saved(exportNotes(library, ids ?? [], format, job)));
  return (
    <>
      <button type="button" onClick={() => setIds(meant.ids())}>
        {t('transferExport')}
      </button>
      {ids !== null && (
        <TransferDialog
          title={t('exportTitle')}
          state={state}
          working={t('exportWorking')}
          result={resultOf(state)}
          onCancel={cancel}
          onClose={close}
          start={state.kind === 'asking' && <ExportButton count={ids.length} />}
        >
          {state.kind === 'asking' && <TransferExport scope={{ of: meant.of, count: ids.length }} onExport={start} />}
        </TransferDialog>
      )}
    </>
  );
}

export function BackUpControl({ library, onError }: ControlProps) {
  const [isOpen, setOpen] = useState(false);
  const { state, begin, cancel, reset } = useTransfer(onError);
  const close = () => {
    reset();
    setOpen(false);
  };
  return (
    <>
      <button
        type="button"
        onClick={() => {
          setOpen(true);
          begin((job: Job) => saved(backUp(library, job)));
        }}
      >
        {t('backUp')}
      </button>
      {isOpen && (
        <TransferDialog
          title={t('backUp')}
          state={state}
          working={t('backUpWorking')}
          result={resultOf(state)}
          onCancel={cancel}
          onClose={close}
        >
          <p>{t('backUpText')}</p>
        </TransferDialog>
      )}
    </>
  );
}

/** `onTaken`: something may have come in. */
export function ImportControl({ library, onError, onTaken }: ControlProps & { readonly onTaken?: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const { state, begin, cancel, reset } = useTransfer(onError);
  const close = () => {
    reset();
    setOpen(false);
  };
  const take = (files: readonly File[]) =>
    begin(async (job) => {
      const outcome = await takeIn(library, files, job);
      await call('library.changed').catch(onError);
      onTaken?.();
      return { kind: 'taken-in', outcome };
    }, true);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        {t('transferImport')}
      </button>
      {isOpen && (
        <TransferDialog
          title={t('importTitle')}
          state={state}
          working={t('importWorking')}
          result={resultOf(state)}
          onCancel={cancel}
          onClose={close}
        >
          {state.kind === 'taken-in' ? (
            <TransferSummary summary={state.outcome.summary} />
          ) : (
            <TransferImport onFiles={take} />
          )}
        </TransferDialog>
      )}
    </>
  );
}

/** The file is the reader's before anything is said of it. */
async function saved(exporting: Promise<Exported<Blob>>): Promise<TransferState> {
  const outcome = await exporting;
  if (outcome.kind === 'file') saveFile(outcome.name, outcome.file);
  return { kind: 'exported', outcome };
}

function resultOf(state: TransferState): string {
  if (state.kind === 'exported') return exportedInWords(state.outcome);
  return state.kind === 'taken-in' ? endingInWords(state.outcome.ending) : '';
}
