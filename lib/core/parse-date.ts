import { partialDate, type PartialDate } from './dates.ts';
import { ParseError, text } from './parse.ts';

export function date(value: unknown, path: string): PartialDate {
  const found = partialDate(text(value, path));
  if (found === null) throw new ParseError(path, 'a date');
  return found;
}
