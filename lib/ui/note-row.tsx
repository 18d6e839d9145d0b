/** A note as a row of the library's list: what kind, where, when, its words. */
import { noteKindInWords } from './note-words.ts';
import { NoteSample } from './note-sample.tsx';
import type { NoteLine } from './shelf.ts';
import { joined, perLocale, t } from './text.ts';
import { withoutSigns } from './without-signs.ts';

/** UTF-16 code units of which a row could show any. */
const MOST = 400;

type NoteRowProps = {
  readonly line: NoteLine | undefined;
  /** It was changed in two places, and the reader has not said which holds. */
  readonly hasConflict?: boolean;
};

/** Draws an empty row until its note has come from the disk. */
export function NoteRow({ line, hasConflict = false }: NoteRowProps) {
  if (line === undefined) return <span class="row-lines meta">{t('rowReading')}</span>;
  const { note, article } = line;
  const where = article?.outlet ?? siteOf(note.url);
  const own = joined(oneLine(withoutSigns(note.body)), note.tags.length > 0 && tagsInLine(note.tags));
  return (
    <span class="row-lines">
      <span class="meta row-head">
        <NoteSample {...note} /> <b>{noteKindInWords(note)}</b>
        {hasConflict && <span class="two-texts">{t('noteTwoTexts')}</span>}
        <span class="row-where" dir="auto">
          {where}
        </span>
        <time dateTime={isoDay(note.created)}>{shortDay(note.created)}</time>
      </span>
      {note.passage === null ? (
        <span class="row-words" dir="auto">
          {oneLine(withoutSigns(note.body)) || t('articleUntitled')}
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

/** The style sheet cuts it to what there is room for. */
const oneLine = (text: string): string => text.slice(0, MOST).replace(/\s+/g, ' ').trim();

const tagsInLine = (tags: readonly string[]): string => tags.map((tag) => `#${tag}`).join(' ');

export function siteOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host || url : url;
}

const dayFormat = perLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }));

/** `time`: milliseconds since 1970. */
export const shortDay = (time: number): string => dayFormat().format(time);

function isoDay(time: number): string | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}
