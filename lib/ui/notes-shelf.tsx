/** The reader's notes and flags as one list: search, order, how many, and what to do with several. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { NoteId } from '@/lib/core/ids.ts';
import { SORTS, type Sort } from '@/lib/finder/note-finder.ts';
import { BulkBar } from './bulk-bar.tsx';
import { NoteRow } from './note-row.tsx';
import { SearchField } from './search-field.tsx';
import type { ExchangeSlot, Shelf, ShelfEvents } from './shelf.ts';
import { formatNumber, joined, plural, t, type MessageKey } from './text.ts';
import { VirtualList } from './virtual-list.tsx';

type NotesShelfProps = {
  readonly shelf: Shelf;
  readonly open: string | null;
  readonly events: ShelfEvents;
  readonly exchange?: ExchangeSlot;
  /** Notes that were changed in two places. */
  readonly conflicts?: ReadonlySet<string>;
};

export const LIST_ID = 'library-list';

export function NotesShelf({ shelf, open, events, exchange, conflicts = NONE }: NotesShelfProps) {
  const { search, found, count, selected, idAt, lineOf } = shelf;
  const help = useId();
  const label = search.inBin ? t('libraryBin') : t('libraryNotes');
  const isAt = (id: string | null, place: number) => id !== null && idAt(place) === id;
  return (
    <section class="shelf" aria-label={label}>
      <div class="shelf-head">
        <SearchField
          label={search.inBin ? t('searchBin') : t('searchNotes')}
          query={search.text}
          onQuery={(text) => events.onSearch({ text })}
          onLeave={focusList}
          describedBy={help}
        />
        <p id={help} class="meta search-help">
          {t('searchHelp')}
        </p>
        <div class="row">
          <Tally shelf={shelf} />
          <SortChoice sort={search.sort} onSort={(sort) => events.onSearch({ sort })} />
        </div>
        {selected.size > 0 ? (
          <BulkBar
            selected={selected.size}
            inBin={search.inBin}
            tags={found?.facets.tag.map(([tag]) => tag) ?? []}
            events={{ ...events.bulk, onSelectNone: events.onSelectNone }}
          >
            {exchange}
          </BulkBar>
        ) : (
          <Quietly inBin={search.inBin} count={count} onEmptyBin={events.bulk.onEmptyBin}>
            {exchange}
          </Quietly>
        )}
      </div>
      {count === 0 ? (
        <NothingFound shelf={shelf} />
      ) : (
        <div id={LIST_ID} class="shelf-list">
          <VirtualList
            label={label}
            count={count}
            active={shelf.active}
            isSelected={(place) => isIn(selected, idAt(place))}
            isOpen={(place) => isAt(open, place)}
            keyOf={(place) => idAt(place) ?? String(place)}
            row={(place) => <RowAt id={idAt(place)} lineOf={lineOf} conflicts={conflicts} />}
            on={listKeys(events)}
          />
        </div>
      )}
    </section>
  );
}

const isIn = (ids: ReadonlySet<NoteId>, id: NoteId | null): boolean => id !== null && ids.has(id);

const NONE: ReadonlySet<string> = new Set();

type RowAtProps = {
  readonly id: ReturnType<Shelf['idAt']>;
  readonly lineOf: Shelf['lineOf'];
  readonly conflicts: ReadonlySet<string>;
};

function RowAt({ id, lineOf, conflicts }: RowAtProps) {
  return id === null ? <NoteRow line={undefined} /> : <NoteRow line={lineOf(id)} hasConflict={conflicts.has(id)} />;
}

const listKeys = (events: ShelfEvents) => ({
  window: events.onWindow,
  activate: events.onActive,
  open: events.onOpen,
  toggle: events.onToggle,
  extend: events.onExtend,
  selectAll: events.onSelectAll,
  remove: events.bulk.onBin,
  undo: events.onUndo,
  leave: events.onLeave,
});

export function focusList(): void {
  document.querySelector<HTMLElement>(`#${LIST_ID} [role=listbox]`)?.focus();
}

/** “1,204 of 100,000 notes · searching 40,000 of 100,000”. Says it once it has settled, as a live region. */
function Tally({ shelf: { count, found, progress } }: { readonly shelf: Shelf }) {
  const isReading = progress !== null && progress.done < progress.of;
  const all = progress === null ? null : Math.max(found?.of ?? 0, isReading ? progress.of : 0);
  return (
    <p class="meta" role="status">
      {all !== null &&
        joined(
          count === all ? plural('notesKept', count) : t('notesOf', formatNumber(count), plural('notesKept', all)),
          isReading && t('stillSearching', formatNumber(progress.done), formatNumber(progress.of)),
        )}
    </p>
  );
}

const SORT = {
  newest: 'sortNewest',
  oldest: 'sortOldest',
  article: 'sortArticle',
} as const satisfies Record<Sort, MessageKey>;

function SortChoice({ sort, onSort }: { readonly sort: Sort; readonly onSort: (sort: Sort) => void }) {
  return (
    <select
      aria-label={t('sortLabel')}
      value={sort}
      onChange={({ currentTarget }) => {
        const chosen = SORTS.find((one) => one === currentTarget.value);
        if (chosen !== undefined) onSort(chosen);
      }}
    >
      {SORTS.map((one) => (
        <option key={one} value={one}>
          {t(SORT[one])}
        </option>
      ))}
    </select>
  );
}

type QuietlyProps = {
  readonly inBin: boolean;
  readonly count: number;
  readonly onEmptyBin: () => void;
  readonly children?: ComponentChildren;
};

function Quietly({ inBin, count, onEmptyBin, children }: QuietlyProps) {
  if (inBin && count > 0)
    return (
      <div class="buttons">
        <EmptyBin onEmptyBin={onEmptyBin} />
      </div>
    );
  return children === undefined || inBin ? null : <div class="buttons">{children}</div>;
}

function EmptyBin({ onEmptyBin }: { readonly onEmptyBin: () => void }) {
  return (
    <details class="empty-bin">
      <summary>{t('binEmpty')}</summary>
      <p>{t('binEmptyText')}</p>
      <button type="button" onClick={onEmptyBin}>
        {t('binEmptyNow')}
      </button>
    </details>
  );
}

function NothingFound({ shelf: { search, found, progress } }: { readonly shelf: Shelf }) {
  if (found === null && progress === null) return null;
  const isReading = progress !== null && progress.done < progress.of;
  if (found === null || (isReading && found.of === 0)) return <p class="quiet">{t('notesReading')}</p>;
  if (found.of > 0) return <p class="quiet">{t('notesNoneFound')}</p>;
  return <p class="quiet">{search.inBin ? t('binNothing') : t('notesNone')}</p>;
}
