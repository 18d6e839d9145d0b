/** What a pack is: what it covers, from which texts, of what date, under what licence, and what changed in it. */
import { sourceForest } from '@/lib/card/lineage.ts';
import type { Pack } from '@/lib/core/pack.ts';
import { dateInFull, formatNumber, joined, listed, plural, t } from './text.ts';
import { SourceList } from './source-list.tsx';

export function PackOverview({ pack }: { readonly pack: Pack }) {
  const { title, summary, scope, version, date, licence, changes, sources } = pack;
  return (
    <article class="pack-overview">
      <h2 lang={pack.language} dir="auto">
        {title}
      </h2>
      <p lang={pack.language} dir="auto">
        {summary}
      </p>
      <dl class="facts">
        <Fact label={t('packCovers')} value={scope.what} />
        <Fact label={t('packWhere')} value={listed(scope.where)} />
        <Fact label={t('packWhen')} value={t('fromTo', dateInFull(scope.from), dateInFull(scope.to))} />
        <Fact label={t('packVersion')} value={t('versionDate', version, dateInFull(date))} />
        <Fact label={t('packHolds')} value={holdings(pack)} />
        <Fact label={t('packLicence')} value={licence} />
      </dl>
      <h3>{t('sourcesTitle')}</h3>
      <p class="meta">{t('sourcesHelp')}</p>
      <SourceList sources={sources} roots={sourceForest(sources)} />
      {changes.length > 0 && (
        <>
          <h3>{t('changesTitle')}</h3>
          <ul class="changes">
            {changes.map((change) => (
              <li key={change.version}>
                <b>{t('versionDate', change.version, dateInFull(change.date))}</b> <span dir="auto">{change.text}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd dir="auto">{value}</dd>
    </div>
  );
}

/** “34 questions · 82 claims · 121 accounts · 14 sources, 9 origins”. */
export function holdings({ questions, sources }: Pack): string {
  const claims = questions.flatMap((question) => question.claims);
  const accounts = claims.flatMap((claim) => claim.accounts);
  const roots = sources.filter(({ reprintOf, derivesFrom }) => reprintOf === null && derivesFrom === null);
  return joined(
    plural('questions', questions.length),
    plural('claims', claims.length),
    plural('accounts', accounts.length),
    t('sourcesAndOrigins', formatNumber(sources.length), plural('origins', roots.length)),
  );
}
