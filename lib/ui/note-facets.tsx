/** What narrows the list of notes: each facet's values with how many notes they would leave, and when they were made. */
import { useState } from 'preact/hooks';
import { FACETS, NO_FILTERS, isUnfiltered, type Facet, type Filters } from '@/lib/finder/filters.ts';
import type { Counts, FacetCounts } from '@/lib/finder/tally.ts';
import { firstMoment } from '@/lib/finder/parse-query.ts';
import { facetInWords, valueInWords } from './facet-words.ts';
import { formatNumber, t } from './text.ts';

/** Values of a facet before the rest is asked for, and at most. */
const FEW = 8;
const MANY = 60;

type NoteFacetsProps = {
  readonly filters: Filters;
  /** Null until it is known. */
  readonly facets: FacetCounts | null;
  readonly onFilters: (change: Partial<Filters>) => void;
};

export function NoteFacets({ filters, facets, onFilters }: NoteFacetsProps) {
  const [isWide] = useState(() => typeof matchMedia === 'undefined' || matchMedia('(min-width: 60em)').matches);
  return (
    <aside aria-label={t('filters')}>
      <details class="facets" open={isWide}>
        <summary>{t('filters')}</summary>
        {!isUnfiltered(filters) && (
          <button type="button" class="plain" onClick={() => onFilters(NO_FILTERS)}>
            {t('filtersClear')}
          </button>
        )}
        {FACETS.map((facet) => (
          <FacetGroup
            key={facet}
            facet={facet}
            chosen={filters[facet]}
            counts={facets?.[facet] ?? []}
            onChosen={(values) => onFilters({ [facet]: values })}
          />
        ))}
        <MadeBetween filters={filters} onFilters={onFilters} />
      </details>
    </aside>
  );
}

type FacetGroupProps = {
  readonly facet: Facet;
  readonly chosen: readonly string[];
  readonly counts: Counts;
  readonly onChosen: (values: readonly string[]) => void;
};

/** Draws nothing where no note has a value. */
function FacetGroup({ facet, chosen, counts, onChosen }: FacetGroupProps) {
  const [all, setAll] = useState(false);
  const known = new Map(counts);
  const values = [...chosen, ...counts.map(([value]) => value).filter((value) => !chosen.includes(value))];
  if (values.length === 0) return null;
  const shown = values.slice(0, Math.max(chosen.length, all ? MANY : FEW));
  return (
    <fieldset class="facet">
      <legend>{facetInWords(facet)}</legend>
      {shown.map((value) => (
        <label key={value} class="check">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ currentTarget: { checked } }) =>
              onChosen(checked ? [...chosen, value] : chosen.filter((one) => one !== value))
            }
          />
          <span dir="auto">{valueInWords(facet, value)}</span>
          <span class="meta">{formatNumber(known.get(value) ?? 0)}</span>
        </label>
      ))}
      {values.length > FEW && (
        <button type="button" class="plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('facetFewer') : t('facetMore', facetInWords(facet))}
        </button>
      )}
      {all && values.length > MANY && <p class="meta">{t('facetRest', `${facet}:`)}</p>}
    </fieldset>
  );
}

function MadeBetween({ filters: { after, before }, onFilters }: Pick<NoteFacetsProps, 'filters' | 'onFilters'>) {
  return (
    <fieldset class="facet dates">
      <legend>{t('facetMade')}</legend>
      <label>
        <span>{t('madeFrom')}</span>
        <input
          type="date"
          value={dayOf(after)}
          onChange={({ currentTarget: { value } }) => onFilters({ after: firstMoment(value) })}
        />
      </label>
      <label>
        <span>{t('madeUntil')}</span>
        <input
          type="date"
          value={dayOf(before === null ? null : before - 1)}
          onChange={({ currentTarget: { value } }) => onFilters({ before: dayAfter(firstMoment(value)) })}
        />
      </label>
    </fieldset>
  );
}

/** The last day is part of the time: “until 3 May” ends with its midnight. */
function dayAfter(moment: number | null): number | null {
  if (moment === null) return null;
  const day = new Date(moment);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime();
}

function dayOf(moment: number | null): string {
  if (moment === null) return '';
  const day = new Date(moment);
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  return parts.map((part, place) => String(part).padStart(place === 0 ? 4 : 2, '0')).join('-');
}
