/** Made-up notes on the made-up page, of every kind and in every state. */
import type { ArticleKey, NoteId } from '@/lib/core/ids.ts';
import type { Passage } from '@/lib/core/note.ts';
import type { ShownNote } from '@/lib/ui/note-words.ts';
import type { NoteEvents, Noting, PlacedNote } from '@/lib/ui/noting.ts';

const MARCH_3 = Date.UTC(2021, 2, 3, 12);
const DAY = 24 * 60 * 60 * 1000;

const passage = (exact: string): Passage => ({ exact, prefix: '', suffix: '', position: null, heading: null });
const noteId = (number: number) => `0000000${number}-0000-4000-8000-000000000000` as NoteId;

export function sampleNote(change: Partial<ShownNote>): ShownNote {
  return {
    id: noteId(0),
    article: 'strait.example/2021/envoys' as ArticleKey,
    url: 'https://strait.example/2021/envoys',
    passage: passage('nothing worth the name had come of the talks'),
    flag: null,
    evidence: null,
    body: '',
    tags: [],
    colour: 'yellow',
    created: MARCH_3,
    modified: MARCH_3,
    deleted: null,
    replyTo: null,
    text: null,
    ...change,
  };
}

const WHOLE: PlacedNote = {
  note: sampleNote({ id: noteId(1), passage: null, body: 'Compare with the board’s own report.', tags: ['harbour'] }),
  state: { kind: 'found' },
};
const HIGHLIGHT: PlacedNote = {
  note: sampleNote({ id: noteId(2), colour: 'sky' }),
  state: { kind: 'found' },
};
const CHANGED: PlacedNote = {
  note: sampleNote({
    id: noteId(3),
    flag: 'figure',
    colour: 'orange',
    passage: passage('On 2 March the board named a figure of 1,500 people who have laid down work, Lena Ortiz says.'),
    body: 'Where is this from?\n\nThe union says 1,351.',
    tags: ['figures', 'strike'],
    modified: MARCH_3 + 2 * DAY,
  }),
  state: {
    kind: 'changed',
    now: 'On 4 March the board did not name a figure of 1,800 people who have laid down work, Ada Falk says.',
  },
};
const TWICE: PlacedNote = {
  note: sampleNote({ id: noteId(4), colour: 'blue', passage: passage('a source close to the talks'), body: 'Who?' }),
  state: { kind: 'ambiguous', places: 2 },
};
const GONE: PlacedNote = {
  note: sampleNote({
    id: noteId(5),
    flag: 'context',
    colour: 'purple',
    passage: passage('The cranes will be back at work by Friday.'),
    body: 'Did they say so?',
  }),
  state: { kind: 'orphan' },
};
export const NOTES = { WHOLE, HIGHLIGHT, CHANGED, TWICE, GONE };

const nothing = (): void => undefined;

export const NO_NOTE_EVENTS: NoteEvents = {
  onNote: nothing,
  onShow: nothing,
  onEdit: nothing,
  onDelete: nothing,
  onRestore: nothing,
  onLink: nothing,
  onAttach: nothing,
  onSearchAgain: nothing,
  onDismiss: nothing,
};

export const noting = (
  notes: readonly PlacedNote[] = [WHOLE, HIGHLIGHT, CHANGED, TWICE, GONE],
  change: Partial<Noting> = {},
): Noting => ({ notes: { kind: 'notes', notes }, notice: null, events: NO_NOTE_EVENTS, ...change });
