/** What was read and with what: the article, how much of it, the library's version and date, and what silence means. */
import type { ArticleHead, PackSummary } from '@/lib/core/marks.ts';
import type { PageView, ReaderEvents, Site } from './page-view.ts';
import { SiteSwitch } from './site-switch.tsx';
import { dateInFull, joined, plural, t } from './text.ts';

type PageHeaderProps = {
  readonly page: PageView;
  readonly site: Site | null;
  readonly onSite: ReaderEvents['onSite'];
};

export function PageHeader({ page, site, onSite }: PageHeaderProps) {
  const article = 'article' in page ? page.article : null;
  return (
    <header class="page-header">
      <div class="row">
        <p class="meta" dir="auto">
          {articleLine(article, site)}
        </p>
        {site !== null && <SiteSwitch site={site} onSite={onSite} />}
      </div>
      <h1 dir="auto" lang={article?.language ?? undefined}>
        {article === null ? t('extensionName') : (article.title ?? t('articleUntitled'))}
      </h1>
      <Coverage page={page} />
    </header>
  );
}

/** “Antiwar.com · Jane Roe · 30 March 2022”. */
function articleLine(article: ArticleHead | null, site: Site | null): string {
  if (article === null) return site?.host ?? t('siteNone');
  const { outlet, byline, published } = article;
  return joined(outlet ?? site?.host ?? null, byline, published === null ? t('articleUndated') : dateInFull(published));
}

function Coverage({ page }: { readonly page: PageView }) {
  if (page.kind !== 'read' && page.kind !== 'no-story') return null;
  const read = plural('sentencesRead', page.article.sentences);
  if (page.kind === 'no-story') return <p class="coverage">{read}</p>;
  return (
    <>
      <p class="coverage">
        {joined(read, plural('marked', page.marks.length), !page.complete && t('stillReading'))}
        {page.packs.map((pack) => (
          <span key={pack.id} dir="auto">
            {` · ${packInWords(pack)}`}
          </span>
        ))}
      </p>
      <p class="coverage">{t('unmarkedNotChecked')}</p>
    </>
  );
}

const packInWords = ({ title, version, date }: PackSummary): string =>
  t('packVersionDate', title, version, dateInFull(date));
