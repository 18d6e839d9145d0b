/** What a CouchDB says, read with care: it may be any server. */
import { RemoteError } from '@/lib/sync/remote.ts';

export type Row = { readonly id: string; readonly size: number };

/** What was cut off does not. */
export const endsLikeJson = (body: Uint8Array): boolean => /\}\s*$/.test(new TextDecoder().decode(body.subarray(-20)));

/** @throws RemoteError `odd`, as the other. */
export function parseRows(body: Uint8Array, attachment: string): Row[] {
  const { rows } = fieldsOf(parseJson(body));
  if (!Array.isArray(rows)) throw new RemoteError('odd', 'no rows');
  return rows.flatMap((row: unknown) => {
    const { id, doc } = fieldsOf(row);
    const { length } = fieldsOf(fieldsOf(fieldsOf(doc)._attachments)[attachment]);
    return typeof id === 'string' ? [{ id, size: typeof length === 'number' ? length : 0 }] : [];
  });
}

export function parseRevision(body: Uint8Array): string {
  const { _rev: revision } = fieldsOf(parseJson(body));
  if (typeof revision !== 'string') throw new RemoteError('odd', 'no revision');
  return revision;
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch (cause) {
    throw new RemoteError('odd', cause);
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
