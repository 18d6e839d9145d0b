/** What each member of a space may write. Decided by the record's name alone, so that every device decides the same. */
import type { Json } from '@/lib/core/note.ts';
import type { RecordId } from '@/lib/sync/record.ts';

/** From the least to the most. */
export const ROLES = ['reader', 'contributor', 'editor'] as const;
export type Role = (typeof ROLES)[number];

export const isLess = (role: Role, than: Role): boolean => ROLES.indexOf(role) < ROLES.indexOf(than);

/** Kinds of which everybody writes their own. A comment is a record of its own: nobody writes into another’s. */
const OWN_KINDS = ['notes', 'flags', 'comments'];
/** Names a record as this member's: `notes/<member>.<key>`. */
const OWNER_MARK = '.';

/** The name of a record in a space, so that it is the member's own. */
export const ownRecordId = (kind: string, member: string, key: string): RecordId =>
  `${kind}/${member}${OWNER_MARK}${key}`;

/** `fields`: those that are written; none for a deletion. A field `author` names nobody else, but for editors. */
export function mayWrite(
  role: Role,
  author: string,
  recordId: RecordId,
  fields: Readonly<Record<string, Json>>,
): boolean {
  switch (role) {
    case 'reader':
      return false;
    case 'contributor':
      return isOwn(recordId, author) && (fields.author === undefined || fields.author === author);
    case 'editor':
      return true;
  }
}

const isOwn = (recordId: RecordId, author: string): boolean =>
  OWN_KINDS.some((kind) => recordId.startsWith(ownRecordId(kind, author, '')) && author !== '');
