/** Names and paths of the files in a vault, and the ranges of numbers that they stand for. */
import type { FilePlace } from './sealed.ts';
import { DEVICE_PATTERN, type DeviceId } from './stamp.ts';

export type FileName = { readonly name: string; readonly from: number; readonly to: number; readonly hash: string };

const NAME = /^(\d{8})-(\d{8})-([0-9a-f]{32})\.plx$/;
const DIGITS = 8;
/** The folder of the keyrings, beside those of the devices. */
export const KEYS_FOLDER = 'keys';

const digits = (seq: number): string => String(seq).padStart(DIGITS, '0');

export const nameOf = (place: Pick<FilePlace, 'from' | 'to'>, hash: string): string =>
  `${digits(place.from)}-${digits(place.to)}-${hash}.plx`;

export const pathOf = (device: DeviceId, name: string): string => `${device}/${name}`;

/** Null for what no device of this version would write. */
export function parseFileName(name: string): FileName | null {
  const [, first, last, hash] = NAME.exec(name) ?? [];
  if (first === undefined || last === undefined || hash === undefined) return null;
  const [from, to] = [Number(first), Number(last)];
  return from >= 1 && from <= to ? { name, from, to, hash } : null;
}

export const isDeviceFolder = (name: string): name is DeviceId => DEVICE_PATTERN.test(name);

/** The number up to which the ranges cover everything from 1, or from what is covered already. */
export function coverOf(ranges: readonly { readonly from: number; readonly to: number }[], covered = 0): number {
  const inOrder = [...ranges].sort((a, b) => a.from - b.from);
  return inOrder.reduce((upTo, range) => (range.from <= upTo + 1 ? Math.max(upTo, range.to) : upTo), covered);
}
