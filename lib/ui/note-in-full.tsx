/** A note as the library shows it: where it stands, what was noted, what the reader wrote, and everything else of it. */
import type { Note, NoteDraft } from '@/lib/core/note.ts';
import { sectionHref } from './library-route.ts';
import { NoteBody } from './note-body.tsx';
import { NoteChanges } from './note-changes.tsx';
import { NoteEditor } from './note-editor.tsx';
import { NoteEvidence } from './note-evidence.tsx';
import { siteOf } from './note-row.tsx';
import { NoteSample } from './note-sample.tsx';
import { colourInWords, noteKindInWords, noteName, writtenInWords } from './note-words.ts';
import type { NoteItemEvents, OpenNote } from './shelf.ts';
import { joined, plural, t } from './text.ts';

type NoteInFullProps = {
  readonly open: OpenNote;
  readonly events: NoteItemEvents;
  /** Where its two texts are looked at; null: it has one. */
  readonly conflictHref?: string | null;
};

export function NoteInFull({ open, events, conflictHref = null }: NoteInFullProps) {
  const { note, article, answers, replies, editor } = open;
  return (
    <article class="item" aria-label={noteName(note)}>
      <header>
        <p class="meta" dir="auto">
          <NoteSample {...note} /> <b>{noteKindInWords(note)}</b>
          {` · ${joined(note.passage !== null && colourInWords(note.colour), writtenInWords(note))}`}
        </p>
        <h2 dir="auto" lang={article?.language ?? undefined}>
          {article === null ? siteOf(note.url) : <ArticleLink article={article} />}
        </h2>
        <p class="meta" dir="auto">
          {joined(article?.outlet ?? null, article === null ? t('articleNotKept') : siteOf(article.url))}
        </p>
      </header>
      {note.deleted !== null && <p class="notice">{t('noteInBin')}</p>}
      {conflictHref !== null && (
        <p class="notice">
          {t('noteTwoTextsText')} <a href={conflictHref}>{t('noteTwoTextsLook')}</a>
        </p>
      )}
      {answers !== null && <Answered note={answers} />}
      <Noted open={open} />
      {editor === null ? <Written note={note} /> : <Editing open={open} events={events} />}
      {editor === null && <Actions note={note} events={events} />}
      {note.evidence !== null && <NoteEvidence evidence={note.evidence} />}
      {note.imported !== null && (
        <p class="meta" dir="auto">
          {t('noteImported', FORMAT[note.imported.format])} {joined(note.imported.author)}
        </p>
      )}
      {replies.length > 0 && <Replies replies={replies} />}
    </article>
  );
}

const FORMAT = { w3c: 'W3C Web Annotation', hypothesis: 'Hypothesis' } as const;

function ArticleLink({ article }: { readonly article: NonNullable<OpenNote['article']> }) {
  return <a href={sectionHref('articles', article.key)}>{article.title ?? t('articleUntitled')}</a>;
}

/** The noted words, under their heading, and what has become of them. */
function Noted({ open: { note, article, state } }: Pick<NoteInFullProps, 'open'>) {
  const { passage } = note;
  if (passage === null) return <p class="meta">{t('noteOnWholePage')}</p>;
  const language = article?.language ?? null;
  return (
    <section class="noted" aria-label={t('notedWords')}>
      {passage.heading !== null && (
        <p class="meta" dir="auto">
          {t('underHeading', passage.heading)}
        </p>
      )}
      <blockquote>
        <q class="page-words" lang={language ?? undefined} dir="auto">
          {passage.exact}
        </q>
      </blockquote>
      {state?.kind === 'changed' && <NoteChanges noted={passage.exact} now={state.now} language={language} />}
      {state?.kind === 'ambiguous' && <p class="where">{plural('notePlaces', state.places)}</p>}
      {state?.kind === 'orphan' && (
        <div class="where">
          <p>{t('orphanText')}</p>
          <p>{t('orphanHelp')}</p>
        </div>
      )}
      {state === null && <p class="meta">{t('stateUnseenText')}</p>}
    </section>
  );
}

function Written({ note }: { readonly note: Note }) {
  return (
    <>
      <NoteBody text={note.body} />
      {note.tags.length > 0 && (
        <ul class="tags" aria-label={t('noteTags')}>
          {note.tags.map((tag) => (
            <li key={tag} dir="auto">
              {tag}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Editing({ open: { note, recovered, editor }, events }: NoteInFullProps) {
  if (editor === null) return null;
  return (
    <NoteEditor
      draft={draftOf(note)}
      isNew={false}
      asks={null}
      state={editor}
      recovered={recovered}
      onDraft={events.onDraft}
      onSave={events.onSave}
      onDiscard={events.onDiscard}
      onCancel={events.onCancel}
    />
  );
}

const draftOf = ({ id, passage, flag, body, tags, colour }: Note): NoteDraft => ({
  id,
  passage,
  flag,
  body,
  tags,
  colour,
});

function Actions({ note, events }: { readonly note: Note; readonly events: NoteItemEvents }) {
  if (note.deleted !== null)
    return (
      <div class="buttons">
        <button type="button" class="primary" onClick={() => events.onRestore(note)}>
          {t('noteRestore')}
        </button>
      </div>
    );
  return (
    <div class="buttons">
      <button type="button" class="primary" onClick={() => events.onShow(note)}>
        {note.passage === null ? t('openPage') : t('openAtPassage')}
      </button>
      <button type="button" onClick={events.onEdit}>
        {t('noteEdit')}
      </button>
      <button type="button" onClick={() => events.onDelete(note)}>
        {t('noteDelete')}
      </button>
    </div>
  );
}

function Answered({ note }: { readonly note: Note }) {
  return (
    <p class="meta" dir="auto">
      {t('noteAnswers')} <a href={sectionHref('notes', note.id)}>{noteName(note)}</a>
    </p>
  );
}

function Replies({ replies }: { readonly replies: readonly Note[] }) {
  return (
    <section class="replies" aria-labelledby="replies-title">
      <h3 id="replies-title">{plural('replies', replies.length)}</h3>
      <ol>
        {replies.map((reply) => (
          <li key={reply.id}>
            <p class="meta" dir="auto">
              {joined(reply.imported?.author ?? null, writtenInWords(reply))}
            </p>
            <NoteBody text={reply.body} />
            <a href={sectionHref('notes', reply.id)}>{t('replyOpen')}</a>
          </li>
        ))}
      </ol>
    </section>
  );
}
