/** Under which id a note from elsewhere is kept: the same each time, so that what comes in twice is there once. */
import type { NoteId } from '@/lib/core/ids.ts';
import { noteId } from '@/lib/core/parse-note.ts';
import type { Imported } from '@/lib/core/note.ts';
import { uuidOf } from '@/lib/text/uuid-of.ts';

/** A UUID by itself, as a URN, or as the last part of an address; within an address it may name something larger. */
const UUID = /^(?:urn:uuid:|.*[/#])?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/is;
/** A UUID's 16 bytes in the base64 of addresses. The last character holds two bits: it can only be one of four. */
const SHORT_UUID = /^[\w-]{21}[AQgw]$/;

/** The UUID that `id` is or ends in; else one made of format and id. */
export function noteIdOf(format: Imported['format'], id: string): NoteId {
  const own = UUID.exec(id)?.[1] ?? (format === 'hypothesis' && SHORT_UUID.test(id) ? longId(id) : null);
  return noteId((own ?? uuidOf([format, id])).toLowerCase(), 'id');
}

/** A note's id as Hypothesis writes its own: 22 characters. */
export function hypothesisIdOf(id: NoteId): string {
  const bytes = (id.replaceAll('-', '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function longId(short: string): string {
  const bytes = atob(short.replaceAll('-', '+').replaceAll('_', '/'));
  const hex = Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
