/** What the notes that are shown amount to: plain numbers, and a bar beside each for the eye. */
import type { FacetCounts, Counts } from '@/lib/finder/tally.ts';
import type { Facet } from '@/lib/finder/filters.ts';
import { facetInWords, monthInWords, valueInWords } from './facet-words.ts';
import { formatNumber, plural, t } from './text.ts';

const SHOWN = ['kind', 'tag', 'site', 'state'] as const satisfies readonly Facet[];
const MOST_ROWS = 10;
const MOST_MONTHS = 24;

type NoteStatisticsProps = { readonly count: number; readonly facets: FacetCounts; readonly months: Counts };

export function NoteStatistics({ count, facets, months }: NoteStatisticsProps) {
  return (
    <section class="item statistics" aria-labelledby="statistics-title">
      <h2 id="statistics-title">{t('statistics')}</h2>
      <p class="meta">{plural('notesShown', count)}</p>
      {SHOWN.map((facet) => (
        <CountTable
          key={facet}
          title={facetInWords(facet)}
          rows={facets[facet].slice(0, MOST_ROWS)}
          words={(value) => valueInWords(facet, value)}
          left={facets[facet].length - MOST_ROWS}
        />
      ))}
      <CountTable
        title={t('facetMonth')}
        rows={months.slice(-MOST_MONTHS)}
        words={monthInWords}
        left={months.length - MOST_MONTHS}
      />
    </section>
  );
}

type CountTableProps = {
  readonly title: string;
  readonly rows: Counts;
  readonly words: (value: string) => string;
  /** Rows that are left out. */
  readonly left: number;
};

function CountTable({ title, rows, words, left }: CountTableProps) {
  if (rows.length === 0) return null;
  const most = Math.max(...rows.map(([, notes]) => notes));
  return (
    <table class="counts">
      <caption>{title}</caption>
      <tbody>
        {rows.map(([value, notes]) => (
          <tr key={value}>
            <th scope="row" dir="auto">
              {words(value)}
            </th>
            <td>{formatNumber(notes)}</td>
            <td class="bar" aria-hidden="true">
              <span style={{ inlineSize: `${(100 * notes) / most}%` }} />
            </td>
          </tr>
        ))}
        {left > 0 && (
          <tr>
            <td colSpan={3} class="meta">
              {plural('countsLeft', left)}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
