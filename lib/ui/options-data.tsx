/** What is kept on this device, and how it is taken along or deleted. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { OptionsEvents, Stored } from './options-props.ts';
import { joined, plural, t, uiLocale } from './text.ts';

type OptionsDataProps = {
  readonly stored: Stored;
  readonly isSynced: boolean;
  /** The controls by which everything is backed up, and comes back. */
  readonly transfer: ComponentChildren;
  readonly events: Pick<OptionsEvents, 'onTakeBack' | 'onWipe'>;
};

export function OptionsData({ stored, isSynced, transfer, events }: OptionsDataProps) {
  const { notes, articles, packs, hiddenMarks, confirmedMarks, bytes, persisted } = stored;
  const size = bytes !== null && sizeInWords(bytes);
  return (
    <section aria-labelledby="data">
      <h2 id="data">{t('dataHeading')}</h2>
      <p>{t(isSynced ? 'dataWhereSynced' : 'dataWhere')}</p>
      <p>
        {joined(
          plural('notesKept', notes),
          plural('articlesKept', articles),
          plural('packs', packs),
          plural('hiddenMarks', hiddenMarks),
          plural('confirmedMarks', confirmedMarks),
          size,
        )}
      </p>
      <p class="meta">{persisted ? t('dataPersisted') : t('dataNotPersisted')}</p>
      <div class="buttons">
        {transfer}
        {hiddenMarks + confirmedMarks > 0 && (
          <button type="button" onClick={events.onTakeBack}>
            {t('dataTakeBack')}
          </button>
        )}
      </div>
      <Wipe onWipe={events.onWipe} />
    </section>
  );
}

/** Asks once more, in place: what goes, what stays. */
function Wipe({ onWipe }: { readonly onWipe: () => void }) {
  const [asking, setAsking] = useState(false);
  const answer = (wipe: boolean) => {
    setAsking(false);
    if (wipe) onWipe();
  };
  return (
    <div class="wipe" role="group" aria-label={t('dataWipe')}>
      {asking ? (
        <>
          <p role="alert">{t('dataWipeSure')}</p>
          <div class="buttons">
            <button type="button" onClick={() => answer(true)}>
              {t('dataWipeYes')}
            </button>
            <button type="button" class="primary" onClick={() => answer(false)}>
              {t('dataWipeNo')}
            </button>
          </div>
        </>
      ) : (
        <button type="button" onClick={() => setAsking(true)}>
          {t('dataWipe')}
        </button>
      )}
    </div>
  );
}

/** “1.4 MB”. */
function sizeInWords(bytes: number): string {
  const options: Intl.NumberFormatOptions = { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 };
  return new Intl.NumberFormat(uiLocale(), options).format(bytes / 1_000_000);
}
