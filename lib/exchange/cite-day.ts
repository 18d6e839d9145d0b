import { dateOfTimestamp } from '@/lib/core/dates.ts';
import type { PartialDate } from '@/lib/core/dates.ts';
import { isoOf } from './note-moment.ts';

/** The day in UTC of milliseconds since 1970, as citations and front matter date a reading. */
export const dayOf = (moment: number): PartialDate | null => dateOfTimestamp(isoOf(moment));
