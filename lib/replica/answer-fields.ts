/** What the reader said of a sentence, as one field: it is said and taken back as a whole. */
import type { Json } from '@/lib/core/note.ts';
import { ParseError, finite, list, record as object, text } from '@/lib/core/parse.ts';
import type { StoredVector } from '@/lib/core/sentence-model.ts';
import type { LibraryDb } from '@/lib/storage/db.ts';
import { parseFeedbackRow } from '@/lib/storage/parse-rows.ts';
import type { FeedbackRow } from '@/lib/storage/rows.ts';
import type { RecordId, SyncedRecord } from '@/lib/sync/record.ts';
import { differing, valueIn, type Fields } from './cells.ts';
import { keyPart, type RowKind } from './kind.ts';

export function answerFields({ verdict, claim, vector, at }: FeedbackRow, record: SyncedRecord | undefined): Fields {
  return differing(record, { answer: { verdict, claim, at, vector: vector && vectorToJson(vector) } });
}

/** Throws `ParseError`. */
export function answerOf(record: SyncedRecord): FeedbackRow {
  const { verdict, claim, at, vector } = object(valueIn(record, 'answer'), 'answer');
  const [pack, question, sentence] = keyOf(record.id) ?? [];
  return parseFeedbackRow({ pack, question, sentence, verdict, claim, at, vector: vectorOf(vector) });
}

export const answerKind = ({ feedback }: LibraryDb): RowKind<FeedbackRow> => ({
  table: feedback as RowKind<FeedbackRow>['table'],
  keyOf,
  parse: parseFeedbackRow,
  mainField: 'answer',
  fieldsOf: answerFields,
  rowOf: answerOf,
});

function keyOf(id: RecordId): string[] | null {
  try {
    const key = list(JSON.parse(keyPart(id)), 'key', text, 3);
    return key.length === 3 ? key : null;
  } catch {
    return null;
  }
}

const vectorToJson = ({ model, values, scale }: StoredVector): Json => ({
  model,
  values: btoa(String.fromCharCode(...new Uint8Array(values.buffer, values.byteOffset, values.byteLength))),
  scale,
});

/** A vector can be made again, the answer beside it cannot: a damaged one is none. */
function vectorOf(value: unknown): StoredVector | null {
  try {
    const { model, values, scale } = object(value, 'vector');
    const bytes = atob(text(values, 'values'));
    return {
      model: text(model, 'model'),
      values: Int8Array.from(bytes, (byte) => byte.charCodeAt(0)),
      scale: finite(scale, 'scale'),
    };
  } catch (cause) {
    if (cause instanceof ParseError || cause instanceof DOMException) return null;
    throw cause;
  }
}
