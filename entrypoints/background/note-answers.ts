/** What the background answers about the reader's notes. Nothing is said to be saved before it is on the disk. */
import { evidenceOf } from '@/lib/card/evidence.ts';
import type { ArticleKey, NoteId, TextHash } from '@/lib/core/ids.ts';
import type { Evidence, Note } from '@/lib/core/note.ts';
import type { Handlers, Sender } from '@/lib/messages/bus.ts';
import type {
  EvidenceAsk,
  NoteAsk,
  NotesToBackground,
  PageMet,
  PageNote,
  SaveOutcome,
} from '@/lib/messages/note-protocol.ts';
import {
  parseAnchored,
  parseChangeAsk,
  parseDraftAsk,
  parseKeysAsk,
  parseNoteAsk,
  parseNoteName,
  parsePageMet,
} from '@/lib/messages/parse-note-payloads.ts';
import { DONE } from '@/lib/messages/protocol.ts';
import { isOfSite } from '@/lib/core/article-site.ts';
import { LibraryError } from '@/lib/storage/library-error.ts';
import type { Library } from '@/lib/storage/library.ts';
import type { StoryIndex } from './story-index.ts';

export type NoteSurroundings = {
  /** Tells every page and the reader's toolbar that notes have changed; not waited for. */
  readonly notesChanged: () => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

type NoteLibrary = Pick<Library, 'notes' | 'drafts' | 'articles' | 'settings'>;

export function createNoteAnswers(
  library: NoteLibrary,
  index: Pick<StoryIndex, 'card'>,
  { notesChanged, now }: NoteSurroundings,
): Handlers<NotesToBackground> {
  const { notes, drafts, articles, settings } = library;

  const saving = async (work: () => Promise<Note | null>): Promise<SaveOutcome> => {
    try {
      const note = await work();
      if (note === null) return { kind: 'not-saved', why: 'missing' };
      notesChanged();
      return { kind: 'saved', note: toPage(note) };
    } catch (cause) {
      if (cause instanceof LibraryError) return { kind: 'not-saved', why: cause.kind };
      throw cause;
    }
  };

  async function evidence(ask: EvidenceAsk | null): Promise<Evidence | null> {
    const card = ask === null ? null : await index.card(ask);
    return ask === null || card === null ? null : evidenceOf(card, ask);
  }

  async function add({ page, evidence: asked, ...draft }: NoteAsk, sender: Sender): Promise<Note | null> {
    const before = await notes.get(draft.id);
    if (before !== null && ofSender([before.article], sender).length === 0) return null;
    const { key, text } = await keep(page);
    const at = now();
    const note: Note = {
      ...draft,
      article: before?.article ?? key,
      url: page.url,
      evidence: before?.evidence ?? (await evidence(asked)),
      created: before?.created ?? at,
      modified: at,
      deleted: null,
      replyTo: null,
      text,
      imported: before?.imported ?? null,
    };
    await notes.put(note);
    await drafts.drop(note.id);
    return note;
  }

  function keep(page: PageMet): Promise<{ key: ArticleKey; text: TextHash | null }> {
    const [first, ...others] = page.keys;
    if (first === undefined) throw new Error('a page without a key');
    return articles.keep({ ...page, keys: [first, ...others] });
  }

  /** Null where it does not exist, or is of another site than the page that asks. */
  async function reachable(id: NoteId, sender: Sender): Promise<Note | null> {
    const note = await notes.get(id);
    return note !== null && ofSender([note.article], sender).length > 0 ? note : null;
  }

  const bin = (deleted: boolean) => async (raw: unknown, sender: Sender) => {
    const { id } = parseNoteName(raw);
    return saving(async () => {
      if ((await reachable(id, sender)) === null) return null;
      await notes.bin([id], deleted);
      return notes.get(id);
    });
  };

  return {
    'notes.on': async (raw, sender) => {
      const keys = await articles.allKeys(ofSender(parseKeysAsk(raw).keys, sender));
      const [found, open] = await Promise.all([notes.on(keys), drafts.on(keys)]);
      return { notes: found.map(toPage), drafts: open.map(({ article: _article, at: _at, ...draft }) => draft) };
    },
    'page.met': async (raw, sender) => {
      const page = parsePageMet(raw);
      const own = { ...page, keys: ofSender(page.keys, sender) };
      const { keepRead } = await settings.get();
      const noted = own.keys.length > 0 && (await notes.on(await articles.allKeys(own.keys))).length > 0;
      // In a private window only what the reader writes is kept.
      if (own.keys.length > 0 && (noted || (keepRead && !sender.isPrivate))) await keep(own);
      return DONE;
    },
    'note.add': (raw, sender) => {
      const ask = parseNoteAsk(raw);
      return saving(() => add({ ...ask, page: { ...ask.page, keys: ofSender(ask.page.keys, sender) } }, sender));
    },
    'note.change': (raw, sender) => {
      const { id, change } = parseChangeAsk(raw);
      return saving(async () => {
        if ((await reachable(id, sender)) === null) return null;
        const note = await notes.change(id, change);
        await drafts.drop(id);
        return note;
      });
    },
    'note.delete': bin(true),
    'note.restore': bin(false),
    'notes.anchored': async (raw) => {
      for (const { note, state } of parseAnchored(raw).found) await notes.anchored(note, state);
      return DONE;
    },
    'draft.keep': async (raw) => {
      const { key, draft } = parseDraftAsk(raw);
      await drafts.keep(key, draft);
      return DONE;
    },
    'draft.drop': async (raw) => {
      await drafts.drop(parseNoteName(raw).id);
      return DONE;
    },
  };
}

/** A page's script may be anybody's: it gets at the notes of its own site and no other. */
function ofSender(keys: readonly ArticleKey[], { kind, url }: Sender): readonly ArticleKey[] {
  return kind === 'extension' ? keys : keys.filter((key) => isOfSite(key, url ?? ''));
}

const toPage = ({ imported: _imported, ...note }: Note): PageNote => note;
