/** Notes and saved articles of every shape that their types allow, with the text that breaks formats. For properties. */
import fc from 'fast-check';
import { partialDate, type PartialDate } from '@/lib/core/dates.ts';
import type { ArticleKey, ClaimId, NoteId, PackId, QuestionId, TextHash } from '@/lib/core/ids.ts';
import { RELATIONS } from '@/lib/core/match.ts';
import { COLOURS, FLAG_KINDS } from '@/lib/core/note.ts';
import type { Evidence, EvidenceAccount, Imported, Json, Note, Passage } from '@/lib/core/note.ts';
import type { SavedArticle } from '@/lib/core/saved-article.ts';
import type { ExportItem } from '@/lib/exchange/export-item.ts';

/** Each of these has broken an export somewhere. */
export const HOSTILE_TEXTS: readonly string[] = [
  '',
  ' ',
  '\t lead and trail \n',
  'two\nlines',
  'two\r\nlines',
  'old\rMac',
  '\u2028line\u2029paragraph',
  '</script><script>alert(1)</script>',
  '<!-- --> ]]> &amp; &',
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '=HYPERLINK("http://a.example","x")',
  '"quoted", and; parted',
  "'",
  '`code` ```fence``` *star* [link](x) #tag ^id %%c%%',
  '---\nfront: matter\n---',
  'שלום \u202Eabc\u202C عربي \u200F',
  '👩‍👩‍👧‍👦 🇹🇷 🧿',
  'e\u0301 ≠ é',
  'Z\u0351\u036B\u0343\u036A\u0302',
  '\u0000\u0001\u001F\u007F\u0085',
  '\uD800 lone',
  'lone \uDC00',
  '\uDC00\uD800',
  '\uFEFFmark',
  '\uFFFE\uFFFF\uFFFD',
  '\\ \\n \\u0000 \\" / \\/',
  '__proto__',
  '{"json":[1,2]}',
  'ﬁ ſ İ ı ß',
];

const anyUnit = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0x20, max: 0x7e }));

/** Any sequence of UTF-16 code units, lone surrogates among them. */
export const arbitraryText = (maxLength = 60): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.constantFrom(...HOSTILE_TEXTS),
      fc.string({ unit: 'grapheme', maxLength }),
      fc.array(anyUnit, { maxLength }).map((units) => String.fromCharCode(...units)),
    )
    .map((text) => text.slice(0, maxLength));

/** Made once: to make one takes longer than to draw from it a thousand times. */
const textOrNull = fc.option(arbitraryText());
const moment = fc.integer({ min: 0, max: 4_102_444_800_000 });
const uuid = fc.uuid().map((id) => id.toLowerCase() as NoteId);
const hash = fc.stringMatching(/^[0-9a-f]{64}$/).map((text) => text as TextHash);
const word = <T extends string>(): fc.Arbitrary<T> => fc.stringMatching(/^[a-z0-9]{1,8}$/).map((text) => text as T);
const dateOrNull: fc.Arbitrary<PartialDate | null> = fc
  .constantFrom('2022', '2022-03', '2022-03-29', 'none')
  .map((text) => partialDate(text));

const path = fc
  .array(fc.constantFrom('a', 'bc', '0', '189', '-_.~', '/', '%20', '?', '&', '=', 'é', '👍'), { maxLength: 12 })
  .map((parts) => parts.join(''));
export const arbitraryUrl: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('https://a.example/', 'http://news.example:8080/', 'https://m.b.example/amp/'), path)
  .map(([site, rest]) => `${site}${rest}`);
const keyOf = (url: string): ArticleKey => url.replace(/^https?:\/\//, '') as ArticleKey;

export const arbitraryJson: fc.Arbitrary<Json> = fc
  .jsonValue({ maxDepth: 3, stringUnit: 'binary' })
  .map((value) => JSON.parse(JSON.stringify(value)) as Json);

export const arbitraryPassage: fc.Arbitrary<Passage> = fc
  .record({
    exact: arbitraryText(),
    prefix: arbitraryText(64),
    suffix: arbitraryText(64),
    position: fc.option(fc.tuple(fc.nat(1_000_000), fc.nat(1000))),
    heading: textOrNull,
  })
  .map((passage) => {
    const [start, length] = passage.position ?? [0, 0];
    return { ...passage, position: passage.position === null ? null : { start, end: start + length } };
  });

const account: fc.Arbitrary<EvidenceAccount> = fc.record({
  claim: arbitraryText(),
  speaker: arbitraryText(),
  role: textOrNull,
  stance: fc.constantFrom('asserts', 'reports', 'denies', 'doubts'),
  said: dateOrNull,
  quote: textOrNull,
  source: fc.record({
    title: textOrNull,
    author: textOrNull,
    outlet: textOrNull,
    url: fc.option(arbitraryUrl),
    published: dateOrNull,
  }),
});

export const arbitraryEvidence: fc.Arbitrary<Evidence> = fc.record({
  sentence: arbitraryText(),
  pack: word<PackId>(),
  packTitle: arbitraryText(),
  packVersion: fc.constantFrom('1', '2.0.1'),
  question: word<QuestionId>(),
  asks: arbitraryText(),
  claim: fc.option(word<ClaimId>()),
  says: textOrNull,
  relation: fc.constantFrom(...RELATIONS),
  accounts: fc.array(account, { maxLength: 3 }),
});

const arbitraryImported: fc.Arbitrary<Imported> = fc.record({
  format: fc.constantFrom('w3c', 'hypothesis'),
  id: fc.oneof(arbitraryText(), arbitraryUrl),
  author: textOrNull,
  rest: arbitraryJson,
});

export const arbitraryNote: fc.Arbitrary<Note> = fc
  .record({
    id: uuid,
    article: fc.option(word<ArticleKey>()),
    url: arbitraryUrl,
    passage: fc.option(arbitraryPassage),
    flag: fc.option(fc.constantFrom(...FLAG_KINDS)),
    evidence: fc.option(arbitraryEvidence, { freq: 2 }),
    body: fc.oneof(arbitraryText(), arbitraryText(2000)),
    tags: fc.array(arbitraryText(40), { maxLength: 4 }),
    colour: fc.constantFrom(...COLOURS),
    created: moment,
    modified: moment,
    deleted: fc.option(moment, { freq: 2 }),
    replyTo: fc.option(uuid, { freq: 2 }),
    text: fc.option(hash),
    imported: fc.option(arbitraryImported, { freq: 2 }),
  })
  .map((note) => ({ ...note, article: note.article ?? keyOf(note.url) }));

const articleWithoutAddress = fc.record({
  title: textOrNull,
  byline: textOrNull,
  outlet: textOrNull,
  published: dateOrNull,
  updated: dateOrNull,
  language: fc.option(fc.constantFrom('en', 'tr', 'ar', 'zh-Hant')),
  firstRead: moment,
  lastRead: moment,
  packs: fc.array(word<PackId>(), { maxLength: 2 }),
  marks: fc.nat(500),
  text: fc.option(hash),
});

/** An article as saved under the key and address given. */
export const arbitraryArticle = (key: ArticleKey, url: string): fc.Arbitrary<SavedArticle> =>
  articleWithoutAddress.map((article) => ({ key, url, keys: [key], ...article }));

export const arbitrarySavedArticle: fc.Arbitrary<SavedArticle> = fc
  .tuple(arbitraryUrl, articleWithoutAddress)
  .map(([url, article]) => ({ key: keyOf(url), url, keys: [keyOf(url)], ...article }));

/** A note with its article, or with none. */
export const arbitraryItem: fc.Arbitrary<ExportItem> = fc
  .tuple(arbitraryNote, fc.option(articleWithoutAddress))
  .map(([note, article]) => ({
    note,
    article: article && { key: note.article, url: note.url, keys: [note.article], ...article },
  }));

/** Notes of different ids. */
export const arbitraryItems = (maxLength = 6): fc.Arbitrary<ExportItem[]> =>
  fc.uniqueArray(arbitraryItem, { maxLength, selector: ({ note }) => note.id });
