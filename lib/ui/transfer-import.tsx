/** Which files are to come in: chosen, or dropped. */
import { useId, useState } from 'preact/hooks';
import { t } from './text.ts';

type TransferImportProps = { readonly onFiles: (files: readonly File[]) => void };

export function TransferImport({ onFiles }: TransferImportProps) {
  const [isOver, setOver] = useState(false);
  const field = useId();
  const take = (files: FileList | null | undefined) => {
    if (files !== null && files !== undefined && files.length > 0) onFiles([...files]);
  };
  return (
    <div class="transfer-form">
      <p>{t('importText')}</p>
      <div
        class={`drop${isOver ? ' over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files);
        }}
      >
        <label for={field}>{t('importChoose')}</label>
        <input
          id={field}
          type="file"
          multiple
          accept=".json,.jsonld,application/json,application/ld+json"
          onChange={({ currentTarget }) => take(currentTarget.files)}
        />
        <p class="meta">{t('importDrop')}</p>
      </div>
    </div>
  );
}
