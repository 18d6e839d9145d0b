/**
 * What the reader wrote, as the reader knows it: every value is another, and of each is known which ones were on the
 * screen when it was written. Knows nothing of stamps.
 */
import type { RecordId } from '@/lib/sync/record.ts';
import type { Device } from './world.ts';

type Entry = {
  readonly id: RecordId;
  readonly field: string;
  readonly value: string;
  readonly replaces: readonly string[];
  readonly author: string;
  /** Its author lost it, by going back to a backup or for good. */
  isLost: boolean;
};

export class ReaderLog {
  readonly #entries: Entry[] = [];
  #values = 0;

  get length(): number {
    return this.#entries.length;
  }

  newValue(device: Device): string {
    return `${device.name} wrote ${(this.#values += 1)}`;
  }

  note(device: Device, id: RecordId, field: string, value: string, replaces: readonly unknown[]): void {
    const known = replaces.filter((replaced) => typeof replaced === 'string');
    this.#entries.push({ id, field, value, replaces: known, author: device.name, isLost: false });
  }

  /** What the device wrote since then is lost, unless it has come to others. */
  lose(device: Device, since: number): void {
    for (const entry of this.#entries.slice(since)) if (entry.author === device.name) entry.isLost = true;
  }

  /** Of a record that was never deleted: what is there that was replaced, and what is missing that was not. */
  faults(id: RecordId, field: string, there: readonly string[], acked: ReadonlySet<string>): string[] {
    const entries = this.#entries.filter((entry) => entry.id === id && entry.field === field);
    const firm = firmOf(entries, acked);
    const replaced = new Set(entries.flatMap((entry) => entry.replaces));
    const replacedForCertain = new Set(firm.flatMap((entry) => entry.replaces));
    const back = there.filter((value) => replacedForCertain.has(value)).map((value) => `came back: ${value}`);
    const missing = firm
      .filter(({ value }) => field === 'body' && !there.includes(value) && !replaced.has(value))
      .map(({ value }) => `text lost: ${value}`);
    const gone = firm.length > 0 && there.length === 0 ? ['nothing there'] : [];
    return [...back, ...missing, ...gone].map((fault) => `${id} ${field} ${fault}`);
  }
}

/** Not lost, or known to others, or replaced by one that is. */
function firmOf(entries: readonly Entry[], acked: ReadonlySet<string>): Entry[] {
  const firm = new Set(entries.filter((entry) => !entry.isLost || acked.has(entry.value)));
  for (let before = -1; before < firm.size;) {
    before = firm.size;
    const seen = new Set([...firm].flatMap((entry) => entry.replaces));
    for (const entry of entries) if (seen.has(entry.value)) firm.add(entry);
  }
  return [...firm];
}
