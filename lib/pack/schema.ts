/**
 * The JSON Schema of a pack file, `parallax-pack/1`. docs/pack-format.md explains it; check-pack.ts holds what a schema
 * cannot say. A `description` is what a value should be, in the words of the message when it is not.
 */
import type { Schema } from '@cfworker/json-schema';
import { PARTIAL_DATE_PATTERN } from '@/lib/core/dates.ts';
import { QUALIFIERS } from '@/lib/core/figures.ts';
import { ID_PATTERN } from '@/lib/core/ids.ts';
import { GENRES, STANCES } from '@/lib/core/pack.ts';
import { HASH_PATTERN } from '@/lib/text/sentence-hash.ts';

export const PACK_FORMAT = 'parallax-pack/1';
export const LONGEST_QUOTE = 300;
export const LONGEST_LOCATOR = 120;
export const LONGEST_ASPECT = 200;
export const MOST_WORDINGS = 6;

const shaped = (pattern: string, description: string): Schema => ({ type: 'string', pattern, description });
const words = (maxLength: number): Schema => ({
  ...shaped('^\\S(?:[\\s\\S]*\\S)?$', 'text that is not empty and neither begins nor ends with a space'),
  maxLength,
});
const id = shaped(ID_PATTERN, 'an id: lower-case letters and digits, joined by - . or _, at most 80 characters');
const partialDate = shaped(PARTIAL_DATE_PATTERN, 'a date: “2022”, “2022-03” or “2022-03-29”, as text');
const day = shaped('^\\d{4}-\\d{2}-\\d{2}$', 'a day: “2022-03-29”, as text');
const address: Schema = { ...shaped('^https?://[^\\s]+$', 'a web address, http or https'), maxLength: 2000 };
const language = shaped('^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$', 'a language tag: “en”, “pt-BR”, “und” where unknown');
const version = shaped('^\\d+\\.\\d+\\.\\d+$', 'a version: “1.0.0”');
const hash = shaped(HASH_PATTERN, 'a sentence’s hash, 32 hexadecimal digits: `npm run pack -- locate` fills it in');
const many = (items: Schema, maxItems: number, minItems = 0): Schema => ({ type: 'array', items, minItems, maxItems });
/** Every object refuses what it does not know: a misspelt field is a lost fact. */
const object = (required: Record<string, Schema>, optional: Record<string, Schema> = {}): Schema => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
});

const figure: Schema = {
  ...object(
    { name: words(80), unit: words(40), of: words(120) },
    {
      value: { type: 'number' },
      low: { type: 'number' },
      high: { type: 'number' },
      qualifier: { enum: [...QUALIFIERS] },
      outOf: { type: 'number' },
      asOf: partialDate,
    },
  ),
  description: 'a figure with either a value, or low and high',
  oneOf: [{ required: ['value'] }, { required: ['low', 'high'] }],
  dependentRequired: { low: ['high'], high: ['low'] },
};
const toldDate = object({ date: partialDate }, { given: words(80) });
const locator = object({ words: words(LONGEST_LOCATOR), hash });

const account = object(
  { id, source: id, speaker: words(200), stance: { enum: [...STANCES] }, locators: many(locator, 30, 1) },
  {
    role: words(200),
    via: words(200),
    viaSource: id,
    event: toldDate,
    said: toldDate,
    figures: many(figure, 50),
    quote: words(LONGEST_QUOTE),
    note: words(600),
  },
);
const when = object({ from: partialDate, to: partialDate });
const claim = object(
  { id, says: words(400), accounts: many(account, 1000, 1) },
  { when, wordings: many(words(400), MOST_WORDINGS), figures: many(figure, 50) },
);
const aspect = object({ says: words(LONGEST_ASPECT) }, { when });
const question = object(
  { id, asks: words(300), kind: { enum: ['contested', 'reported'] }, claims: many(claim, 1000, 1) },
  { when, aspects: many(aspect, 200) },
);
const event = object({ id, name: words(120), when, own: { type: 'boolean' } }, { also: many(words(80), 60) });
const source = object(
  { id, kind: { enum: ['article', 'cited'] }, genre: { enum: [...GENRES] }, language },
  {
    title: words(400),
    author: words(200),
    outlet: words(200),
    url: address,
    published: partialDate,
    dateCertain: { type: 'boolean' },
    dateNote: words(400),
    reprintOf: id,
    derivesFrom: id,
    republishedBy: many(object({ outlet: words(200) }, { url: address, published: partialDate }), 100),
    note: words(600),
  },
);

export const PACK_SCHEMA: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Parallax pack',
  ...object(
    {
      format: { const: PACK_FORMAT },
      id,
      version,
      date: day,
      title: words(200),
      summary: words(1000),
      language,
      licence: words(100),
      scope: object({ what: words(400), where: many(words(100), 100), from: partialDate, to: partialDate }),
      sources: many(source, 10_000, 1),
      questions: many(question, 10_000, 1),
    },
    {
      names: many(many(words(80), 30, 1), 2000),
      events: many(event, 2000),
      changes: many(object({ version, date: partialDate, text: words(1000) }), 1000),
    },
  ),
};
