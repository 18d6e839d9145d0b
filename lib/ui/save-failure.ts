/** Why a note is not on the disk, in a sentence that says what is safe and what to do. */
import { t, type MessageKey } from './text.ts';

const WHY = {
  full: 'noteNotSavedFull',
  unavailable: 'noteNotSavedUnavailable',
  corrupt: 'noteNotSavedUnavailable',
  missing: 'noteNotSavedMissing',
} as const satisfies Record<string, MessageKey>;

export const saveFailure = (why: keyof typeof WHY): string => t(WHY[why]);
