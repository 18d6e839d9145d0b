/** Makes notes of what the reader points at: what they stand on, what of the page is kept with them. Shows nothing. */
import { pageHead } from '@/lib/article/page-keys.ts';
import type { NoteDraft } from '@/lib/core/note.ts';
import type { NoteAsk, NoteBegin, PageMet, SaveOutcome } from '@/lib/messages/note-protocol.ts';
import { newNoteId } from './new-note-id.ts';
import { subjectOf, type Subject } from './note-subject.ts';
import type { PageNotesKeeper } from './page-notes.ts';
import type { Page, Reader } from './reader.ts';

export type MakerPorts = {
  readonly add: (ask: NoteAsk) => Promise<SaveOutcome>;
  /** Tells the background what was read. */
  readonly met: (page: PageMet) => Promise<unknown>;
};

/** A note that is not saved yet. */
export type Begun = { readonly draft: NoteDraft; readonly subject: Subject };

export type NoteMaker = {
  /** Null where there is nothing to write on. */
  readonly begin: (begin: NoteBegin) => Promise<Begun | null>;
  readonly save: (begun: Begun) => Promise<SaveOutcome>;
  readonly pageMet: () => PageMet;
  /** Tells what was read, once for each text of it. */
  readonly meet: () => Promise<void>;
};

type Making = {
  readonly page: Page;
  readonly reader: Reader;
  readonly keeper: PageNotesKeeper;
  readonly ports: MakerPorts;
};

export function createNoteMaker({ page, reader, keeper, ports }: Making): NoteMaker {
  let told = '';

  function pageMet(): PageMet {
    const address = page.address();
    const article = reader.article();
    const { url, ...head } = article ?? pageHead(page.document, address);
    const { title, byline, outlet, published, updated, language } = head;
    const state = reader.state();
    const packs = state.kind === 'read' ? state.packs.map(({ id }) => id) : [];
    return {
      title,
      byline,
      outlet,
      published,
      updated,
      language,
      keys: keeper.keys(),
      url: url ?? address,
      packs,
      marks: reader.marks().length,
      text: article?.text ?? null,
    };
  }

  return {
    async begin({ start, flag }) {
      const live = await keeper.look();
      const subject = live === null ? null : subjectOf(start, live, reader.marks());
      if (subject === null) return null;
      const draft = { id: newNoteId(), passage: subject.passage, flag, body: '', tags: [], colour: 'yellow' } as const;
      return { draft, subject };
    },
    save: ({ draft, subject }) => ports.add({ ...draft, page: pageMet(), evidence: subject.evidence }),
    pageMet,
    async meet() {
      const met = pageMet();
      const now = JSON.stringify([met.keys, met.text, met.marks]);
      if (met.text === null || now === told) return;
      told = now;
      await ports.met(met);
    },
  };
}
