/**
 * When a value was written, and by whom: comparable as text. Time decides, then the device. A local edit is always later
 * than the value it replaces, whatever the clocks say: an edit made after seeing a value wins.
 */

/** Twelve letters and digits, lower case: a device in one vault. */
export type DeviceId = string & { readonly __brand: 'DeviceId' };
/** Nine digits in base 36 for milliseconds since 1970, then the device. */
export type Stamp = string & { readonly __brand: 'Stamp' };

const TIME_DIGITS = 9;
export const DEVICE_PATTERN = /^[a-z0-9]{12}$/;
const STAMP_PATTERN = /^[0-9a-z]{9}[a-z0-9]{12}$/;
/** In the year 5138; what claims to be later is damaged. It leaves room above for edits that follow. */
export const LATEST = 10 ** 14;

export const timeOf = (stamp: Stamp): number => parseInt(stamp.slice(0, TIME_DIGITS), 36);
export const deviceOf = (stamp: Stamp): DeviceId => stamp.slice(TIME_DIGITS) as DeviceId;

export function stampOf(time: number, device: DeviceId): Stamp {
  return `${Math.max(0, Math.floor(time)).toString(36).padStart(TIME_DIGITS, '0')}${device}` as Stamp;
}

/** For an edit now, in place of values with these stamps. */
export function nextStamp(now: number, device: DeviceId, replaced: Iterable<Stamp>): Stamp {
  let time = Math.min(now, LATEST);
  for (const stamp of replaced) time = Math.max(time, timeOf(stamp) + 1);
  return stampOf(time, device);
}

export function isStamp(value: unknown): value is Stamp {
  return typeof value === 'string' && STAMP_PATTERN.test(value) && timeOf(value as Stamp) <= LATEST + 10 ** 12;
}
