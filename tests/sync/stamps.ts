/** Short ways to write stamps, records and changes in tests. */
import type { RecordChange, SyncedRecord } from '@/lib/sync/record.ts';
import { stampOf, type DeviceId, type Stamp } from '@/lib/sync/stamp.ts';

/** Of one letter, twelve times. */
export const device = (letter: string): DeviceId => letter.repeat(12) as DeviceId;
export const at = (time: number, letter = 'a'): Stamp => stampOf(time, device(letter));

export const changeOf = (change: Partial<RecordChange>): RecordChange => ({
  id: 'notes/one',
  floor: null,
  cells: {},
  versions: [],
  ...change,
});

/** Without homes. */
export const sayingOf = ({ floor, cells, versions }: SyncedRecord): unknown => ({
  floor: floor?.stamp ?? null,
  cells: Object.fromEntries(Object.entries(cells).map(([field, { stamp, value }]) => [field, { stamp, value }])),
  versions: versions.map(({ stamp, text, seen, base }) => ({ stamp, text, seen, base })),
});
