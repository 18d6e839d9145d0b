/** One note in a list: its kind, the words it stands on, what the reader wrote, where it stands now, and what to do with it. */
import { useId } from 'preact/hooks';
import type { NoteId } from '@/lib/core/ids.ts';
import type { AnchorState } from '@/lib/core/note.ts';
import { NoteBodyShort } from './note-body.tsx';
import { NoteChanges } from './note-changes.tsx';
import { NoteSample } from './note-sample.tsx';
import { NoteText } from './note-text.tsx';
import { colourInWords, noteKindInWords, noteName, writtenInWords, type ShownNote } from './note-words.ts';
import type { NoteEvents, PlacedNote } from './noting.ts';
import { joined, plural, t } from './text.ts';

/** Characters of the noted words and of the reader's own that stand open. */
const MOST = { words: 280, body: 700 } as const;

/** The element of a note in a list: it takes the focus when what had it has gone. */
export const noteElementId = (id: NoteId): string => `note-${id}`;

type NoteItemProps = {
  readonly placed: PlacedNote;
  /** BCP 47 of the article. */
  readonly language: string | null;
  readonly events: NoteEvents;
};

export function NoteItem({ placed: { note, state }, language, events }: NoteItemProps) {
  const kind = useId();
  return (
    <article class="note" id={noteElementId(note.id)} tabIndex={-1} aria-labelledby={kind}>
      <p class="meta">
        <NoteSample {...note} /> <b id={kind}>{noteKindInWords(note)}</b>
        {` · ${joined(note.passage !== null && colourInWords(note.colour), writtenInWords(note))}`}
      </p>
      {note.passage !== null && <NotedWords exact={note.passage.exact} state={state} language={language} />}
      {note.body !== '' && <NoteBodyShort text={note.body} most={MOST.body} />}
      <Tags tags={note.tags} />
      <NoteActions note={note} state={state} events={events} />
    </article>
  );
}

function Tags({ tags }: Pick<ShownNote, 'tags'>) {
  if (tags.length === 0) return null;
  return (
    <ul class="tags" aria-label={t('noteTags')}>
      {tags.map((tag) => (
        <li key={tag} dir="auto">
          {tag}
        </li>
      ))}
    </ul>
  );
}

type NotedWordsProps = Pick<NoteItemProps, 'language'> & Pick<PlacedNote, 'state'> & { readonly exact: string };

/** With where they stand now. That they are not found is said by the heading of those that are not. */
function NotedWords({ exact, state, language }: NotedWordsProps) {
  if (state.kind === 'changed') return <NoteChanges noted={exact} now={state.now} language={language} />;
  return (
    <>
      <NoteText text={exact} most={MOST.words}>
        {(shown) => (
          <blockquote>
            <q class="page-words" lang={language ?? undefined} dir="auto">
              {shown}
            </q>
          </blockquote>
        )}
      </NoteText>
      {state.kind === 'ambiguous' && <p class="where">{plural('notePlaces', state.places)}</p>}
    </>
  );
}

type Action = keyof Pick<NoteEvents, 'onShow' | 'onEdit' | 'onLink' | 'onAttach'>;

const LABEL = { onShow: 'noteShow', onEdit: 'noteEdit', onLink: 'noteLink', onAttach: 'noteAttach' } as const;

/** Besides deleting: a link needs a passage that stands somewhere, and showing it one that stands in one place. */
const ACTIONS = {
  found: ['onShow', 'onEdit', 'onLink'],
  changed: ['onShow', 'onEdit', 'onLink'],
  ambiguous: ['onAttach', 'onEdit'],
  orphan: ['onAttach', 'onEdit'],
} as const satisfies Record<AnchorState['kind'], readonly Action[]>;

function NoteActions({ note, state, events }: PlacedNote & Pick<NoteItemProps, 'events'>) {
  const name = noteName(note);
  const actions: readonly Action[] = note.passage === null ? ['onEdit'] : ACTIONS[state.kind];
  return (
    <div class="buttons">
      {actions.map((action) => (
        <button
          key={action}
          type="button"
          class="plain"
          aria-label={t('linkAbout', t(LABEL[action]), name)}
          onClick={() => events[action](note.id)}
        >
          {t(LABEL[action])}
        </button>
      ))}
      <button
        type="button"
        class="plain"
        aria-label={t('linkAbout', t('noteDelete'), name)}
        onClick={() => events.onDelete(note)}
      >
        {t('noteDelete')}
      </button>
    </div>
  );
}
