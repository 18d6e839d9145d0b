/** What can be done with all notes that are selected. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { COLOURS, type Colour } from '@/lib/core/note.ts';
import { colourInWords } from './note-words.ts';
import type { BulkEvents } from './shelf.ts';
import { parseTags } from './tag-words.ts';
import { plural, t } from './text.ts';

type BulkBarProps = {
  readonly selected: number;
  readonly inBin: boolean;
  /** Offered while a tag is typed. */
  readonly tags: readonly string[];
  readonly events: BulkEvents & { readonly onSelectNone: () => void };
  /** Controls of others, such as for export. */
  readonly children?: ComponentChildren;
};

export function BulkBar({ selected, inBin, tags, events, children }: BulkBarProps) {
  return (
    <div class="bulk" role="group" aria-label={t('bulkLabel')}>
      <b>{plural('notesSelected', selected)}</b>
      {inBin ? (
        <button type="button" onClick={events.onRestore}>
          {t('noteRestore')}
        </button>
      ) : (
        <>
          <TagField tags={tags} events={events} />
          <ColourField onColour={events.onColour} />
          <button type="button" onClick={events.onBin}>
            {t('noteDelete')}
          </button>
        </>
      )}
      {children}
      <button type="button" class="plain" onClick={events.onSelectNone}>
        {t('selectNone')}
      </button>
    </div>
  );
}

function TagField({ tags, events }: Pick<BulkBarProps, 'tags' | 'events'>) {
  const [typed, setTyped] = useState('');
  const known = useId();
  const wanted = parseTags(typed);
  const then = (act: (tags: readonly string[]) => void) => () => {
    if (wanted.length === 0) return;
    act(wanted);
    setTyped('');
  };
  return (
    <form
      class="bulk-tags"
      onSubmit={(event) => {
        event.preventDefault();
        then(events.onTag)();
      }}
    >
      <label>
        <span class="sr-only">{t('bulkTags')}</span>
        <input
          type="text"
          dir="auto"
          list={known}
          placeholder={t('bulkTags')}
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </label>
      <datalist id={known}>
        {tags.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <button type="submit">{t('bulkTagAdd')}</button>
      <button type="button" onClick={then(events.onUntag)}>
        {t('bulkTagRemove')}
      </button>
    </form>
  );
}

function ColourField({ onColour }: { readonly onColour: (colour: Colour) => void }) {
  return (
    <select
      aria-label={t('colourLegend')}
      value=""
      onChange={({ currentTarget }) => {
        const colour = COLOURS.find((one) => one === currentTarget.value);
        currentTarget.value = '';
        if (colour !== undefined) onColour(colour);
      }}
    >
      <option value="">{t('colourLegend')}</option>
      {COLOURS.map((colour) => (
        <option key={colour} value={colour}>
          {colourInWords(colour)}
        </option>
      ))}
    </select>
  );
}
