/** Texts of articles. Shared are those that a note stands on; all, where the reader says so. */
import type { ArticleText } from '@/lib/core/saved-article.ts';
import { parseArticleText } from '@/lib/core/parse-article.ts';
import type { LibraryDb } from '@/lib/storage/db.ts';
import type { RecordId, SyncedRecord } from '@/lib/sync/record.ts';
import type { LocalChange } from '@/lib/sync/tables.ts';
import { articleKind } from './article-fields.ts';
import { isEmpty, valueIn, type Fields } from './cells.ts';
import { createRowKind, keyPart, readRecord, type Kind, type RowKind } from './kind.ts';

const HASH_LENGTH = 64;
type TextKey = [article: string, hash: string];

export function textKeyOf(id: RecordId): TextKey {
  const key = keyPart(id);
  return [key.slice(HASH_LENGTH + 1), key.slice(0, HASH_LENGTH)];
}

/** The words never change; when they were first and last seen becomes only ever earlier and later. */
export function textFields({ text, first, last }: ArticleText, record: SyncedRecord | undefined): Fields {
  const { earliest, latest } = seenIn(record);
  return {
    ...(valueIn(record, 'text') === undefined && { text }),
    ...(earliest === null || first < earliest ? { first } : {}),
    ...(latest === null || last > latest ? { last } : {}),
  };
}

/** Throws `ParseError`. */
export function textOf(record: SyncedRecord, before?: ArticleText): ArticleText {
  const { earliest, latest } = seenIn(record);
  const [article, hash] = textKeyOf(record.id);
  return parseArticleText({
    article,
    hash,
    text: before?.text ?? valueIn(record, 'text'),
    first: Math.min(earliest ?? latest ?? 0, before?.first ?? Infinity),
    last: Math.max(latest ?? earliest ?? 0, before?.last ?? 0),
  });
}

function seenIn(record: SyncedRecord | undefined): {
  readonly earliest: number | null;
  readonly latest: number | null;
} {
  const [first, last] = [valueIn(record, 'first'), valueIn(record, 'last')];
  return { earliest: typeof first === 'number' ? first : null, latest: typeof last === 'number' ? last : null };
}

/** Only where another time is known: with none, its author's is still on the way. */
function isAhead({ first, last }: ArticleText, record: SyncedRecord): boolean {
  const { earliest, latest } = seenIn(record);
  return (earliest !== null && first < earliest) || (latest !== null && last > latest);
}

const textKind = ({ texts }: LibraryDb): RowKind<ArticleText> => ({
  table: texts as unknown as RowKind<ArticleText>['table'],
  keyOf: textKeyOf,
  parse: (row) => parseArticleText(row),
  mainField: 'text',
  fieldsOf: textFields,
  rowOf: textOf,
  isAhead,
});

export function createTextKind(db: LibraryDb, everyText: () => Promise<boolean>): Kind {
  const rows = createRowKind(textKind(db));
  const articles = articleKind(db);
  const isWanted = async (ids: readonly RecordId[]): Promise<(id: RecordId) => boolean> => {
    if (ids.length === 0 || (await everyText())) return () => true;
    const met = [...new Set(ids.map((id) => textKeyOf(id)[0]))];
    // One by one: Dexie reads several at once row by row.
    const of = await Promise.all(met.map((article) => db.notes.where('article').equals(article).toArray()));
    const notes = of.flat();
    const noted = new Set(notes.map(({ article, text }) => JSON.stringify([article, text])));
    return (id) => noted.has(JSON.stringify(textKeyOf(id)));
  };
  const idsOfRows = async (ids: readonly RecordId[]): Promise<ReadonlySet<RecordId>> => {
    const counts = await Promise.all(ids.map((id) => db.texts.where(':id').equals(textKeyOf(id)).count()));
    return new Set(ids.filter((_id, at) => (counts[at] ?? 0) > 0));
  };
  /** A text goes with its article alone: that it is not here may also mean that nobody here wanted it. */
  const goneWithArticle = async (changes: readonly LocalChange[]): Promise<LocalChange[]> => {
    const gone = changes.filter(({ fields }) => fields === null);
    const keys = gone.map(({ id }) => textKeyOf(id)[0]);
    const rows = await articles.table.bulkGet(keys);
    const known = await db.table<SyncedRecord>('syncRecords').bulkGet(keys.map((key) => `articles/${key}`));
    return gone.filter((_change, at) => {
      const { kind } = readRecord(articles, known[at]);
      return rows[at] === undefined && (kind === 'row' || kind === 'gone');
    });
  };
  return {
    changed: async (records) => {
      // Texts are long: those that are not shared and never were are not even read.
      const there = await idsOfRows([...records.keys()]);
      const wanted = await isWanted([...there]);
      const some = new Map([...records].filter(([id, record]) => (there.has(id) && wanted(id)) || !isEmpty(record)));
      const changes = await rows.changed(some);
      const written = changes.filter(({ id, fields }) => fields !== null && wanted(id));
      return [...written, ...(await goneWithArticle(changes))];
    },
    show: async (records) => {
      const alive = records.filter((record) => valueIn(record, 'text') !== undefined).map(({ id }) => id);
      const wanted = await isWanted(alive);
      return rows.show(records.filter((record) => valueIn(record, 'text') === undefined || wanted(record.id)));
    },
  };
}
