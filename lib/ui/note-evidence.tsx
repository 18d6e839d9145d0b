/** What a flag on a mark rests on, as it was when the flag was made: the sentence, the question, and who says what. */
import type { Evidence, EvidenceAccount } from '@/lib/core/note.ts';
import { STANCES } from '@/lib/core/pack.ts';
import { passageLink } from '@/lib/card/text-fragment.ts';
import { OutLink } from './out-link.tsx';
import { stanceInWords } from './source-words.ts';
import { dateInFull, joined, plural, t } from './text.ts';

export function NoteEvidence({ evidence }: { readonly evidence: Evidence }) {
  const { sentence, asks, says, packTitle, packVersion, accounts } = evidence;
  const claims = [...new Set(accounts.map(({ claim }) => claim))];
  return (
    <section class="evidence" aria-labelledby="evidence-title">
      <h3 id="evidence-title">{t('evidenceTitle')}</h3>
      <blockquote>
        <q class="page-words" dir="auto">
          {sentence}
        </q>
      </blockquote>
      <p dir="auto">{t('evidenceAsks', asks)}</p>
      {says !== null && <p dir="auto">{t('evidenceSays', says)}</p>}
      <p class="meta" dir="auto">
        {joined(t('evidencePack', packTitle, packVersion), plural('accounts', accounts.length))}
      </p>
      {claims.map((claim) => (
        <section key={claim}>
          <h4 dir="auto">{claim}</h4>
          <ul>
            {accounts
              .filter((account) => account.claim === claim)
              .map((account, place) => (
                <li key={place}>
                  <ToldBy account={account} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function ToldBy({ account: { speaker, role, stance, said, quote, source } }: { readonly account: EvidenceAccount }) {
  const link = source.url === null ? null : passageLink(source.url, quote === null ? [] : [quote]);
  const name = source.outlet ?? source.title ?? source.author ?? t('sourceUnnamed');
  return (
    <>
      <p dir="auto">
        <b>{speaker}</b> {role}
      </p>
      <p class="meta" dir="auto">
        {joined(stanceOf(stance), said !== null && dateInFull(said))}
      </p>
      {quote !== null && (
        <blockquote>
          <q dir="auto">{quote}</q>
        </blockquote>
      )}
      <p class="meta" dir="auto">
        {joined(
          source.title !== null && t('titleQuoted', source.title),
          source.author,
          source.outlet,
          source.published !== null && dateInFull(source.published),
        )}{' '}
        {link !== null && <OutLink href={link} text={t('openPassage')} about={name} />}
      </p>
    </>
  );
}

/** A later version of a pack may have words that this one does not know. */
function stanceOf(stance: string): string {
  const known = STANCES.find((one) => one === stance);
  return known === undefined ? stance : stanceInWords(known);
}
