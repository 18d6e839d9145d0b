/** An article as the library keeps it: what it is, the notes on it, and how its text changed between readings. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Note } from '@/lib/core/note.ts';
import type { ArticleText } from '@/lib/core/saved-article.ts';
import { sectionHref } from './library-route.ts';
import { siteOf } from './note-row.tsx';
import { NoteSample } from './note-sample.tsx';
import { noteKindInWords, noteName } from './note-words.ts';
import { OutLink } from './out-link.tsx';
import type { OpenArticle } from './shelf.ts';
import { TextChanges } from './text-changes.tsx';
import { dateInFull, joined, listed, plural, t, uiLocale } from './text.ts';

type ArticleInFullProps = {
  readonly open: OpenArticle;
  readonly onRemove: () => void;
  /** The control that makes a report of it. */
  readonly report?: ComponentChildren;
};

export function ArticleInFull({ open: { article, notes, texts, packs }, onRemove, report }: ArticleInFullProps) {
  const { title, byline, outlet, published, language, url, firstRead, lastRead } = article;
  return (
    <article class="item" aria-labelledby="article-title">
      <header>
        <h2 id="article-title" dir="auto" lang={language ?? undefined}>
          {title ?? t('articleUntitled')}
        </h2>
        <p class="meta" dir="auto">
          {joined(outlet ?? siteOf(url), byline, published === null ? t('articleUndated') : dateInFull(published))}
        </p>
        <p class="meta">
          {joined(
            t('firstReadAt', momentInWords(firstRead)),
            lastRead !== firstRead && t('lastRead', momentInWords(lastRead)),
          )}
        </p>
        {packs.length > 0 && <p class="meta">{t('tellsOf', listed(packs))}</p>}
        <p>
          <OutLink href={url} text={t('openPage')} about={title ?? url} /> {report}
        </p>
      </header>
      <NotesHere notes={notes} />
      <Versions texts={texts} language={language} />
      <details class="remove">
        <summary>{t('articleRemove')}</summary>
        <p>{t('articleRemoveText')}</p>
        <button type="button" onClick={onRemove}>
          {t('articleRemoveNow')}
        </button>
      </details>
    </article>
  );
}

const momentInWords = (time: number): string =>
  new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'long', timeStyle: 'short' }).format(time);

function NotesHere({ notes }: { readonly notes: readonly Note[] }) {
  return (
    <section aria-labelledby="notes-here">
      <h3 id="notes-here">{plural('notesKept', notes.length)}</h3>
      <ol class="notes-here">
        {notes.map((note) => (
          <li key={note.id}>
            <NoteSample {...note} /> <span class="meta">{noteKindInWords(note)}</span>{' '}
            <a href={sectionHref('notes', note.id)} dir="auto">
              {noteName(note)}
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

type VersionsProps = { readonly texts: readonly ArticleText[]; readonly language: string | null };

/** The kept texts, and of any two what changed from one to the other: at first the last change. */
function Versions({ texts, language }: VersionsProps) {
  const [chosen, setChosen] = useState<{ readonly from: number; readonly to: number } | null>(null);
  if (texts.length === 0) return <p class="meta">{t('textNotKept')}</p>;
  const { from, to } = chosen ?? { from: Math.max(0, texts.length - 2), to: texts.length - 1 };
  const [before, after] = [texts[from], texts[to]];
  return (
    <section class="versions" aria-labelledby="versions-title">
      <h3 id="versions-title">{plural('textsKept', texts.length)}</h3>
      {texts.length > 1 && (
        <div class="row">
          <VersionChoice label={t('compareFrom')} texts={texts} at={from} onAt={(at) => setChosen({ from: at, to })} />
          <VersionChoice label={t('compareTo')} texts={texts} at={to} onAt={(at) => setChosen({ from, to: at })} />
        </div>
      )}
      {before !== undefined && after !== undefined && before !== after && (
        <TextChanges before={before.text} after={after.text} language={language} />
      )}
      {after !== undefined && (
        <details>
          <summary>{t('textAsKept', momentInWords(after.first))}</summary>
          <div class="kept-text" lang={language ?? undefined} dir="auto">
            {after.text.split('\n').map((paragraph, place) => (
              <p key={place}>{paragraph}</p>
            ))}
          </div>
        </details>
      )}
    </section>
  );
}

type VersionChoiceProps = {
  readonly label: string;
  readonly texts: readonly ArticleText[];
  readonly at: number;
  readonly onAt: (at: number) => void;
};

function VersionChoice({ label, texts, at, onAt }: VersionChoiceProps) {
  return (
    <label class="version">
      <span class="meta">{label}</span>
      <select value={String(at)} onChange={({ currentTarget }) => onAt(Number(currentTarget.value))}>
        {texts.map(({ hash, first }, place) => (
          <option key={hash} value={String(place)}>
            {momentInWords(first)}
          </option>
        ))}
      </select>
    </label>
  );
}
