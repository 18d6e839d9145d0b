/** The button that makes a report of one article: for an editor, on paper or by mail. */
import { useState } from 'preact/hooks';
import { articleKeyOf } from '@/lib/core/article-key.ts';
import type { ArticleKey } from '@/lib/core/ids.ts';
import { articleReport } from '@/lib/exchange/report.ts';
import { call } from '@/lib/messages/bus.ts';
import type { Library } from '@/lib/storage/library.ts';
import { composeReport, type OpenPage, type ReportAsk } from '@/lib/transfer/compose-report.ts';
import type { PageView } from '@/lib/ui/page-view.ts';
import { t } from '@/lib/ui/text.ts';
import type { PageLink } from './page-link.ts';
import { reportWords } from './report-words.ts';
import { saveFile } from './save-file.ts';

type ReportControlProps = {
  readonly library: Library;
  /** The article, and the page where it is open. */
  readonly subject: () => Promise<Pick<ReportAsk, 'key' | 'page'>>;
  readonly onError: (cause: unknown) => void;
};

export function ReportControl({ library, subject, onError }: ReportControlProps) {
  const [said, say] = useState('');
  const make = async () => {
    say('');
    const name = await saveReport(library, await subject());
    say(name === null ? t('articleGone') : t('exportSaved', name));
  };
  const failed = (cause: unknown) => {
    say(t('reportFailed'));
    onError(cause);
  };
  return (
    <>
      <button type="button" class="plain" onClick={() => void make().catch(failed)}>
        {t('articleReport')}
      </button>
      <span class="meta" role="status">
        {said}
      </span>
    </>
  );
}

/** Null where there is nothing to report on. */
async function saveReport(library: Library, subject: Pick<ReportAsk, 'key' | 'page'>): Promise<string | null> {
  const report = await composeReport(library, {
    ...subject,
    cardOf: (ref) => call('card.compose', ref),
    now: Date.now(),
  });
  if (report === null) return null;
  const name = `${nameOf(report.article.title)}.html`;
  saveFile(name, new Blob([articleReport(report, reportWords())], { type: 'text/html;charset=utf-8' }));
  return name;
}

/** Of letters and digits alone, which every system takes. */
function nameOf(title: string | null): string {
  const words = (title ?? '').normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return ['parallax', ...words.slice(0, 8)].join('-').slice(0, 80);
}

type PageReportProps = Omit<ReportControlProps, 'subject'> & {
  readonly page: PageView;
  readonly link: PageLink | null;
};

/** Of the page beside; nothing where that has no article. */
export function PageReport({ page, link, ...rest }: PageReportProps) {
  if (link === null || (page.kind !== 'read' && page.kind !== 'no-story')) return null;
  const subject = async () => {
    const notes = await link.notes?.notes();
    const key: ArticleKey = notes?.key ?? articleKeyOf(page.article.url);
    const states: OpenPage['states'] = new Map(notes?.notes.map(({ note, state }) => [note.id, state]));
    const read = page.kind === 'read' ? page : { packs: [], marks: [] };
    return { key, page: { article: page.article, packs: read.packs, marks: read.marks, states } };
  };
  return <ReportControl subject={subject} {...rest} />;
}
