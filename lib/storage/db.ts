/** The library on this device. Versions only grow: a released one is never edited, its upgrade is tested from real rows. */
import { Dexie, type EntityTable, type Table } from 'dexie';
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
};

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
  return db;
}
