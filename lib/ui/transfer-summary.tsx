/** What came in, by kind and by what became of it; and what was left out, with where it stands and why. */
import { COUNTED, type Counted, type Ending, type Summary } from '@/lib/core/transfer.ts';
import { formatNumber, plural, t, type MessageKey } from './text.ts';

const KIND = {
  notes: 'libraryNotes',
  articles: 'libraryArticles',
  others: 'importOthers',
} as const satisfies Record<Counted, MessageKey>;

export function TransferSummary({ summary }: { readonly summary: Summary }) {
  const kinds = COUNTED.filter((kind) => kind === 'notes' || Object.values(summary[kind]).some((count) => count > 0));
  return (
    <>
      <table class="transfer-summary">
        <caption class="sr-only">{t('importEntries')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('importAdded')}</th>
            <th scope="col">{t('importReplaced')}</th>
            <th scope="col">{t('importKept')}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(KIND[kind])}</th>
              <td>{formatNumber(summary[kind].added)}</td>
              <td>{formatNumber(summary[kind].replaced)}</td>
              <td>{formatNumber(summary[kind].kept)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Complaints summary={summary} />
    </>
  );
}

function Complaints({ summary: { notUnderstood, complaints } }: { readonly summary: Summary }) {
  if (notUnderstood === 0) return null;
  return (
    <details class="complaints">
      <summary>{plural('importNotUnderstood', notUnderstood)}</summary>
      {complaints.length < notUnderstood && <p class="meta">{t('importFirst', formatNumber(complaints.length))}</p>}
      <ul>
        {complaints.map(({ where, why }, at) => (
          <li key={at} dir="auto">
            <code>{where}</code> {why}
          </li>
        ))}
      </ul>
    </details>
  );
}

export function endingInWords(ending: Ending): string {
  switch (ending.kind) {
    case 'done':
      return t('importDone');
    case 'cancelled':
      return t('importCancelled');
    case 'full':
      return t('importFull');
    case 'unavailable':
      return t('importUnavailable');
    case 'unknown':
      return t('importUnknown', ending.file);
    case 'broken':
      return t('importBroken', ending.file);
    case 'newer':
      return t('importNewer', ending.file);
  }
}
