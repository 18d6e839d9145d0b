/** An article that was read as fields: each by itself, and a cell for each of the further keys under which it was met. */
import { parseSavedArticle } from '@/lib/core/parse-article.ts';
import type { SavedArticle } from '@/lib/core/saved-article.ts';
import type { LibraryDb } from '@/lib/storage/db.ts';
import { textRecordId } from '@/lib/storage/mark-changes.ts';
import type { SyncedRecord } from '@/lib/sync/record.ts';
import { differing, isEmpty, valueIn, type Fields } from './cells.ts';
import { createRowKind, keyPart, type Kind, type RowKind } from './kind.ts';
import { listIn, placesOf, type PlacedList } from './placed-cells.ts';

/** Itself is one of the hundred that a row may have. */
const KEYS: PlacedList = { prefix: 'key:', longest: 10_000, most: 99 };
const PLAIN = [
  'title',
  'byline',
  'outlet',
  'published',
  'updated',
  'language',
  'lastRead',
  'packs',
  'marks',
  'text',
] as const;

export function articleFields(article: SavedArticle, record: SyncedRecord | undefined): Fields {
  const isNewOrEarlier = valueIn(record, 'firstRead') === undefined || isEarlier(article, record);
  const plain = Object.fromEntries(PLAIN.map((field) => [field, article[field]]));
  return {
    ...differing(record, { url: article.url, ...plain }),
    ...(isNewOrEarlier && { firstRead: article.firstRead }),
    ...placesOf(
      record,
      KEYS,
      article.keys.filter((key) => key !== article.key),
    ),
  };
}

/** Throws `ParseError`. When it was first read only ever becomes earlier. */
export function articleOf(record: SyncedRecord, before?: SavedArticle): SavedArticle {
  const key = keyPart(record.id);
  const lastRead = valueIn(record, 'lastRead') ?? 0;
  const firstRead = valueIn(record, 'firstRead') ?? lastRead;
  return parseSavedArticle({
    ...Object.fromEntries(PLAIN.map((field) => [field, valueIn(record, field)])),
    key,
    url: valueIn(record, 'url'),
    keys: [key, ...listIn(record, KEYS)],
    packs: valueIn(record, 'packs') ?? [],
    marks: valueIn(record, 'marks') ?? 0,
    lastRead,
    firstRead:
      before !== undefined && typeof firstRead === 'number' ? Math.min(firstRead, before.firstRead) : firstRead,
  });
}

function isEarlier({ firstRead }: SavedArticle, record: SyncedRecord | undefined): boolean {
  const known = valueIn(record, 'firstRead');
  return typeof known === 'number' && firstRead < known;
}

export const articleKind = ({ articles }: LibraryDb): RowKind<SavedArticle> => ({
  table: articles as RowKind<SavedArticle>['table'],
  keyOf: keyPart,
  parse: (row) => parseSavedArticle(row),
  mainField: 'url',
  fieldsOf: articleFields,
  rowOf: articleOf,
  isAhead: isEarlier,
});

export function createArticleKind(db: LibraryDb): Kind {
  const rows = createRowKind(articleKind(db));
  return {
    ...rows,
    show: async (records) => {
      const shown = await rows.show(records);
      const texts = await textsOf(
        db,
        records.filter(isEmpty).map(({ id }) => keyPart(id)),
      );
      await db.texts.bulkDelete(texts);
      const ids = texts.map(([article, hash]) => textRecordId(article, hash));
      const known = await db.table<SyncedRecord>('syncRecords').bulkGet(ids);
      return { ...shown, again: [...shown.again, ...ids.filter((_id, at) => !isEmpty(known[at]))] };
    },
  };
}

/** An article is taken out with its texts, those too that only this device had. */
const textsOf = async (db: LibraryDb, articles: readonly string[]): Promise<[string, string][]> =>
  articles.length === 0 ? [] : db.texts.where('article').anyOf(articles).primaryKeys();
