/** A reader's days as writes to the library: articles read, notes made, changed, thrown away. Fields as lib/replica has them. */
import type { Chance } from '../tests/sync/seeded.ts';
import { createWriter } from './made-up-words.ts';

export type Edit = (id: string, fields: Readonly<Record<string, unknown>> | null) => Promise<void>;
export type Act = (edit: Edit) => Promise<void>;
export type Reader = {
  readonly writeNote: Act;
  /** What happens in one day, in any order. */
  readonly dayOf: () => Act[];
  readonly someNotes: (count: number) => string[];
  readonly deleted: readonly string[];
};

const NOTES_ON_AN_ARTICLE = 12;
const TAGS = ['grain', 'harbour', 'talks', 'figures', 'to check', 'quote', 'law', 'ships'];
const COLOURS = ['yellow', 'orange', 'sky', 'blue', 'purple'];

export function writeReader(chance: Chance, now: () => number): Reader {
  const { sentence } = createWriter(11);
  const notes: string[] = [];
  const deleted: string[] = [];
  const articles: string[] = [];
  const hex = (digits: number): string => Array.from({ length: digits }, () => chance.below(16).toString(16)).join('');

  const readArticle: Act = async (edit) => {
    const key = `site-${chance.below(400)}.example/${sentence(5).replaceAll(' ', '-')}-${hex(6)}`;
    articles.push(key);
    const at = now();
    const plain = {
      url: `https://${key}`,
      title: sentence(9),
      byline: sentence(2),
      outlet: sentence(2),
      language: 'en',
    };
    const dates = { published: { year: 2026, month: 3, day: 2 }, updated: null, firstRead: at, lastRead: at };
    await edit(`articles/${key}`, { ...plain, ...dates, packs: [], marks: chance.below(9), text: hex(32) });
  };
  const writeNote: Act = async (edit) => {
    if (articles.length * NOTES_ON_AN_ARTICLE <= notes.length) await readArticle(edit);
    const article = articles.at(-1) ?? '';
    const id = `notes/${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
    const at = now();
    const start = chance.below(5000);
    const passage = {
      exact: sentence(18),
      prefix: sentence(8),
      suffix: sentence(8),
      position: { start, end: start + 99 },
      heading: null,
    };
    notes.push(id);
    if (notes.length % NOTES_ON_AN_ARTICLE === 1)
      await edit(`texts/${article}/${hex(32)}`, { text: sentence(600), first: at, last: at });
    await edit(id, {
      made: { article, url: `https://${article}`, created: at, evidence: null, imported: null, replyTo: null },
      passage: { passage, text: hex(32) },
      ...{ flag: null, colour: chance.pick(COLOURS), deleted: null, modified: at, body: sentence(30) },
      ...(chance.happens(0.5) ? { [`tag:${chance.pick(TAGS)}`]: true } : {}),
    });
  };
  const onSome =
    (act: (id: string) => Readonly<Record<string, unknown>> | null): Act =>
    (edit) => {
      const id = chance.pick(notes);
      return edit(id, act(id));
    };
  const changeText = onSome(() => ({ body: sentence(35), modified: now() }));
  const changeTag = onSome(() => ({ [`tag:${chance.pick(TAGS)}`]: chance.happens(0.5), modified: now() }));
  const binIt = onSome(() => ({ deleted: now() }));
  const emptyBin = onSome((id) => {
    notes.splice(notes.indexOf(id), 1);
    deleted.push(id);
    return null;
  });
  const readAgain: Act = (edit) => edit(`articles/${chance.pick(articles)}`, { lastRead: now() });
  const times = (count: number, act: Act): Act[] => Array.from({ length: count }, () => act);
  return {
    writeNote,
    deleted,
    someNotes: (count) => chance.shuffled(notes).slice(0, count),
    dayOf: () =>
      chance.shuffled([
        ...times(5, readArticle),
        ...times(4, writeNote),
        ...times(2, readAgain),
        ...times(2, changeText),
        changeTag,
        binIt,
        emptyBin,
      ]),
  };
}
