/** Which texts of a body are replaced by another: those that its author had before him, and those they had replaced. */
import type { Seen, Version } from './record.ts';
import { deviceOf, type Stamp } from './stamp.ts';

export const NOTHING_SEEN: Seen = { upTo: {}, except: [] };

export function hasSeen({ upTo, except }: Seen, stamp: Stamp): boolean {
  const last = upTo[deviceOf(stamp)];
  return last !== undefined && last >= stamp && !except.includes(stamp);
}

/** What one of two knows to be replaced is. */
export function joinSeen(a: Seen, b: Seen): Seen {
  const upTo = new Map<string, Stamp>(Object.entries(a.upTo));
  for (const [device, stamp] of Object.entries(b.upTo)) {
    const last = upTo.get(device);
    if (last === undefined || stamp > last) upTo.set(device, stamp);
  }
  const except = [...a.except.filter((stamp) => !hasSeen(b, stamp)), ...b.except.filter((stamp) => !hasSeen(a, stamp))];
  return { upTo: Object.fromEntries(upTo), except: [...new Set(except)].sort() };
}

/** All that a text replaces, and itself. What its author left standing is named in it, also of his own. */
export const seenWith = ({ stamp, seen: { upTo, except } }: Pick<Version, 'stamp' | 'seen'>): Seen => ({
  upTo: { ...upTo, [deviceOf(stamp)]: stamp },
  except,
});

/**
 * For a new text, in place of what was seen only. The others stay, though a device's next text says of all its earlier
 * ones that they are replaced: they are named. One that is replaced by another of those needs no naming.
 */
export function seenApart(seen: Seen, stamp: Stamp, others: readonly Pick<Version, 'stamp' | 'seen'>[]): Seen {
  const after = seenWith({ stamp, seen });
  const staying = others.filter((other) => hasSeen(after, other.stamp)).map((other) => other.stamp);
  const except = after.except.filter((left) => !others.some((other) => hasSeen(other.seen, left)));
  return { upTo: seen.upTo, except: [...new Set([...except, ...staying])].sort() };
}

export const stampsIn = (version: Pick<Version, 'stamp' | 'seen'>): Stamp[] => [
  version.stamp,
  ...Object.values(version.seen.upTo),
];
