/** In which format notes are to go out: each with a sentence on what it is for. */
import { useState } from 'preact/hooks';
import { EXPORT_FORMATS, type ExportFormat, type Exported } from '@/lib/core/transfer.ts';
import { joined, plural, t, type MessageKey } from './text.ts';

const WORDS = {
  'markdown-zip': ['formatMarkdownZip', 'formatMarkdownZipText'],
  markdown: ['formatMarkdown', 'formatMarkdownText'],
  w3c: ['formatW3c', 'formatW3cText'],
  hypothesis: ['formatHypothesis', 'formatHypothesisText'],
  csv: ['formatCsv', 'formatCsvText'],
  readwise: ['formatReadwise', 'formatReadwiseText'],
  csl: ['formatCsl', 'formatCslText'],
  ris: ['formatRis', 'formatRisText'],
  bibtex: ['formatBibtex', 'formatBibtexText'],
} as const satisfies Record<ExportFormat, readonly [MessageKey, MessageKey]>;

/** Which notes are meant. */
export type ExportScope = { readonly of: 'selected' | 'shown'; readonly count: number };

const EXPORT_FORM = 'export-form';

type TransferExportProps = { readonly scope: ExportScope; readonly onExport: (format: ExportFormat) => void };

export function TransferExport({ scope: { of, count }, onExport }: TransferExportProps) {
  const [chosen, setChosen] = useState<ExportFormat>('markdown-zip');
  return (
    <form
      id={EXPORT_FORM}
      class="transfer-form"
      onSubmit={(event) => {
        event.preventDefault();
        onExport(chosen);
      }}
    >
      <p>{of === 'selected' ? plural('exportSelected', count) : plural('exportShown', count)}</p>
      <fieldset>
        <legend>{t('formatLegend')}</legend>
        {EXPORT_FORMATS.map((format) => (
          <FormatChoice key={format} format={format} isChosen={format === chosen} onChosen={setChosen} />
        ))}
      </fieldset>
    </form>
  );
}

/** Apart from the form, to stand beside the button that closes. */
export const ExportButton = ({ count }: Pick<ExportScope, 'count'>) => (
  <button type="submit" class="primary" form={EXPORT_FORM} disabled={count === 0}>
    {t('exportStart')}
  </button>
);

type FormatChoiceProps = {
  readonly format: ExportFormat;
  readonly isChosen: boolean;
  readonly onChosen: (format: ExportFormat) => void;
};

function FormatChoice({ format, isChosen, onChosen }: FormatChoiceProps) {
  const [name, text] = WORDS[format];
  const help = `format-${format}`;
  return (
    <div class="format">
      <label class="check">
        <input
          type="radio"
          name="format"
          value={format}
          checked={isChosen}
          aria-describedby={help}
          onChange={() => onChosen(format)}
        />
        <span>{t(name)}</span>
      </label>
      <p id={help} class="meta">
        {t(text)}
      </p>
    </div>
  );
}

const FAILED = {
  unreadable: 'exportUnreadable',
  'too-many-files': 'exportTooManyFiles',
  'no-room': 'exportNoRoom',
} as const satisfies Record<Extract<Exported<unknown>, { kind: 'failed' }>['why'], MessageKey>;

export function exportedInWords(outcome: Exported<unknown>): string {
  switch (outcome.kind) {
    case 'file':
      return joined(t('exportSaved', outcome.name), plural('entries', outcome.entries));
    case 'cancelled':
      return t('exportCancelled');
    case 'failed':
      return t(FAILED[outcome.why]);
  }
}
