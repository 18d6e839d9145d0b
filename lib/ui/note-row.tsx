/** A note as a row of the library's list: what kind, where, when, its words. */
import { cutShort, noteKindInWords } from './note-words.ts';
import { NoteSample } from './note-sample.tsx';
import type { NoteLine } from './shelf.ts';
import { joined, t, uiLocale } from './text.ts';

/** UTF-16 code units of which a row could show any. */
const MOST = 400;

/** Draws an empty row until its note has come from the disk. */
export function NoteRow({ line }: { readonly line: NoteLine | undefined }) {
  if (line === undefined) return <span class="row-lines meta">{t('rowReading')}</span>;
  const { note, article } = line;
  const where = article?.outlet ?? siteOf(note.url);
  const own = joined(oneLine(note.body), note.tags.length > 0 && tagsInLine(note.tags));
  return (
    <span class="row-lines">
      <span class="meta row-head">
        <NoteSample {...note} /> <b>{noteKindInWords(note)}</b>
        <span class="row-where" dir="auto">
          {where}
        </span>
        <time dateTime={isoDay(note.created)}>{shortDay(note.created)}</time>
      </span>
      {note.passage === null ? (
        <span class="row-words" dir="auto">
          {oneLine(note.body) || t('articleUntitled')}
        </span>
      ) : (
        <span class="row-words page-words" dir="auto" lang={article?.language ?? undefined}>
          {oneLine(note.passage.exact)}
        </span>
      )}
      <span class="meta row-more" dir="auto">
        {note.passage === null ? tagsInLine(note.tags) : own}
      </span>
    </span>
  );
}

const oneLine = (text: string): string => cutShort(text.slice(0, MOST).replace(/\s+/g, ' ').trim(), MOST / 2);

const tagsInLine = (tags: readonly string[]): string => tags.map((tag) => `#${tag}`).join(' ');

export function siteOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host || url : url;
}

export const shortDay = (time: number): string =>
  new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'medium' }).format(time);

export function isoDay(time: number): string | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}
