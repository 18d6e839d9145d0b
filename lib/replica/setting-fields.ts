/** Settings that the reader has on all devices alike, where they want that. The rest belongs to one device. */
import { DEFAULT_SETTINGS, type Settings } from '@/lib/core/settings.ts';
import { json } from '@/lib/core/parse-note.ts';
import type { LibraryDb } from '@/lib/storage/db.ts';
import { parseSettings } from '@/lib/storage/settings-store.ts';
import type { RecordId, SyncedRecord } from '@/lib/sync/record.ts';
import { differing, isEmpty, isSame, valueIn, type Fields } from './cells.ts';
import { keyPart, NOTHING_SHOWN, type Kind } from './kind.ts';
import { listIn, placesOf, type PlacedList } from './placed-cells.ts';

const SHARED = ['level', 'theme', 'toolbar', 'overview', 'keepRead'] as const satisfies readonly (keyof Settings)[];
/** Each site by itself: switched off on one device and another on another, both are off. */
const SITES: PlacedList = { prefix: 'site:', longest: 255, most: 10_000 };
const OFF_SITES = 'offSites';

const isShared = (key: string): boolean => key === OFF_SITES || SHARED.some((name) => name === key);

/** Whether this version takes the value as it is: of a newer one there may be others. */
function isUnderstood(key: string, value: unknown): boolean {
  const read: unknown = Object.entries(parseSettings({ [key]: value })).find(([name]) => name === key)?.[1];
  return isSame(read, value);
}

export function settingFields(key: string, value: unknown, record: SyncedRecord | undefined): Fields {
  if (!isUnderstood(key, value)) return {};
  if (key === OFF_SITES) return placesOf(record, SITES, parseSettings({ [key]: value }).offSites);
  const known = valueIn(record, 'value');
  if (known !== undefined && !isUnderstood(key, known)) return {};
  return differing(record, { value: json(value, key) });
}

/** Undefined: the record says nothing that this version understands. */
export function settingOf(record: SyncedRecord): unknown {
  const key = keyPart(record.id);
  const value = key === OFF_SITES ? listIn(record, SITES) : valueIn(record, 'value');
  return !isEmpty(record) && isShared(key) && value !== undefined && isUnderstood(key, value) ? value : undefined;
}

export function createSettingKind({ settings }: LibraryDb, areShared: () => Promise<boolean>): Kind {
  const rowsOf = (ids: readonly RecordId[]) => settings.bulkGet(ids.map(keyPart));
  return {
    changed: async (records) => {
      if (!(await areShared())) return [];
      const rows = await rowsOf([...records.keys()]);
      // A setting that has no row was never chosen here: that is no choice against what others have chosen.
      return [...records].flatMap(([id, record], at) => {
        const row = rows[at];
        const fields = row === undefined || !isShared(row.key) ? {} : settingFields(row.key, row.value, record);
        return Object.keys(fields).length === 0 ? [] : [{ id, fields }];
      });
    },
    show: async (records) => {
      if (!(await areShared())) return NOTHING_SHOWN;
      const rows = await rowsOf(records.map(({ id }) => id));
      const puts = records.flatMap((record, at) => {
        const [key, value] = [keyPart(record.id), settingOf(record)];
        const before: unknown = rows[at]?.value ?? defaultOf(key);
        return value === undefined || isSame(before, value) || !isUnderstood(key, before) ? [] : [{ key, value }];
      });
      await settings.bulkPut(puts);
      const unreadable = records.some(
        (record) => isShared(keyPart(record.id)) && !isEmpty(record) && settingOf(record) === undefined,
      );
      return { changed: puts.length > 0, unreadable, again: [] };
    },
  };
}

const defaultOf = (key: string): unknown => Object.entries(DEFAULT_SETTINGS).find(([name]) => name === key)?.[1];
