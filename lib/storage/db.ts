/** The library on this device. Versions only grow: a released one is never edited, its upgrade is tested from real rows. */
import { Dexie, type EntityTable, type Table } from 'dexie';
import type { ArticleText, SavedArticle } from '@/lib/core/saved-article.ts';
import type { Note } from '@/lib/core/note.ts';
import { MARK_CHANGES } from './mark-changes.ts';
import type { AnchorRow, DraftRow } from './note-rows.ts';
import type {
  AccountRow,
  ClaimRow,
  FeedbackRow,
  MeaningRow,
  PackRow,
  QuestionRow,
  SettingRow,
  SourceRow,
} from './rows.ts';
import { SYNC_STORES, type ChangeRow } from './sync-rows.ts';

export const DATABASE_NAME = 'parallax';

export type LibraryDb = Dexie & {
  packs: EntityTable<PackRow, 'id'>;
  sources: Table<SourceRow, [string, string]>;
  questions: Table<QuestionRow, [string, string]>;
  claims: Table<ClaimRow, [string, string]>;
  accounts: Table<AccountRow, [string, string]>;
  feedback: Table<FeedbackRow, [string, string, string]>;
  settings: EntityTable<SettingRow, 'key'>;
  meanings: Table<MeaningRow, [string, string]>;
  notes: EntityTable<Note, 'id'>;
  anchors: EntityTable<AnchorRow, 'note'>;
  drafts: EntityTable<DraftRow, 'id'>;
  articles: EntityTable<SavedArticle, 'key'>;
  texts: Table<ArticleText, [string, string]>;
  entries: EntityTable<EntryRow, 'place'>;
  changes: Table<ChangeRow, number>;
};

/** What the library's search remembers from one visit to the next: a cache, in a form that only lib/finder knows. */
export type EntryRow = { readonly place: number };

/** Opens nothing yet: Dexie does so on the first use. The caller closes it. */
export function openLibraryDb(name = DATABASE_NAME): LibraryDb {
  const db = new Dexie(name) as LibraryDb;
  db.version(1).stores({
    packs: 'id',
    sources: '[pack+id], pack',
    questions: '[pack+id], pack',
    claims: '[pack+id], pack, [pack+question]',
    accounts: '[pack+id], pack, [pack+claim]',
    feedback: '[pack+question+sentence]',
    settings: 'key',
  });
  db.version(2).stores({ meanings: '[pack+model]' });
  db.version(3).stores({
    notes: 'id, article, created, modified, deleted, replyTo',
    anchors: 'note, kind',
    drafts: 'id, article',
    articles: 'key, *keys, lastRead',
    texts: '[article+hash], article',
    entries: 'place',
  });
  db.version(4).stores(SYNC_STORES);
  db.use(MARK_CHANGES);
  return db;
}
