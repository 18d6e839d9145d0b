import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partialDate } from '@/lib/core/dates.ts';
import type { EvidenceAccount } from '@/lib/core/note.ts';
import { citationsToBibtex, notesToBibtex } from '@/lib/exchange/bibtex.ts';
import { citationOf, citationOfEvidence, citationOfSource, type Citation } from '@/lib/exchange/citation.ts';
import { citedBy, citedIn, distinct } from '@/lib/exchange/cite-collect.ts';
import { sortName } from '@/lib/exchange/cite-names.ts';
import { citationsToCsl, notesToCsl } from '@/lib/exchange/csl.ts';
import { citationsToRis, notesToRis } from '@/lib/exchange/ris.ts';
import { HARBOUR } from '../card/harbour-pack.ts';
import { arbitraryItems } from './arbitrary-note.ts';
import { readBibtex, readCsl, readRis } from './citation-readers.ts';
import { all, each, written } from './pieces.ts';
import { SAMPLE, SAVED, asked, madeNote } from './sample-report.ts';

const SOURCE: EvidenceAccount['source'] = {
  title: 'Cranes stand still',
  author: 'By Ana Brandt and Reuters',
  outlet: 'Harbour Ledger',
  url: 'https://ledger.example/cranes',
  published: partialDate('2021-03'),
};
const cited = (rest: Partial<EvidenceAccount['source']> = {}): Citation => citationOfEvidence({ ...SOURCE, ...rest });
const text = async (pieces: AsyncIterable<string>): Promise<string> => (await all(pieces)).join('');

describe('what is cited', () => {
  it('the article noted, with the day it was read', () => {
    expect(citationOf(SAVED)).toMatchObject({
      kind: 'news',
      title: SAVED.title,
      outlet: 'The Strait Courier',
      published: '2021-03-03',
      accessed: '2021-03-04',
      language: 'en',
    });
    expect(citationOf({ ...SAVED, outlet: null }).kind).toBe('webpage');
  });

  it('each source of a pack, by its genre', async () => {
    const citations = await all(citedBy(HARBOUR.sources));
    expect(citations.map(({ kind }) => kind)).toEqual(['news', 'news', 'news', 'news', 'news', 'webpage']);
    const [source] = HARBOUR.sources;
    const genres = ['interview', 'speech', 'report', 'document', 'unknown'] as const;
    const kinds = genres.map((genre) => (source === undefined ? null : citationOfSource({ ...source, genre }).kind));
    expect(kinds).toEqual(['interview', 'speech', 'report', 'document', 'news']);
  });

  it('once, whichever of its addresses it stands under', async () => {
    const variants = ['https://ledger.example/cranes', 'http://www.ledger.example/cranes/?utm_source=x#top'];
    expect(await all(distinct(variants.map((url) => cited({ url }))))).toHaveLength(1);
    const unaddressed = [cited({ url: null }), cited({ url: null }), cited({ url: null, title: 'Another' })];
    expect(await all(distinct(unaddressed))).toHaveLength(2);
  });

  it('articles of notes and the sources under their flags; nothing of the bin', async () => {
    const items = SAMPLE.notes.map(({ note }) => ({ note, article: SAVED }));
    const titles = (await all(citedIn(each(items)))).map(({ title }) => title);
    expect(titles).toContain(SAVED.title);
    expect(titles).toContain('Cranes stand still');
    expect(new Set(titles).size).toBe(titles.length - 1); // A reprint has its origin's title.
    expect(
      await all(citedIn(each(items.map(({ note }) => ({ note: { ...note, deleted: 1 }, article: SAVED }))))),
    ).toEqual([]);
  });

  it('a page of which only the address is known', async () => {
    const [citation] = await all(citedIn(each([{ note: madeNote('x'), article: null }])));
    expect(citation).toMatchObject({ kind: 'webpage', url: 'https://strait.example/2021/envoys', title: null });
  });

  it('under a key that is the same every time, and no other’s', () => {
    expect(cited().key).toMatch(/^brandt2021cranes-[\da-f]{10}$/);
    expect(cited({ author: null, outlet: null, published: null, title: null }).key).toMatch(/^src-[\da-f]{10}$/);
    expect(cited({ author: 'Žofie Čapková' }).key).toMatch(/^capkova2021/);
    expect(cited({ url: 'https://ledger.example/cranes-2' }).key).not.toBe(cited().key);
  });
});

const NOTHING_KNOWN: Partial<Citation> = { title: null, authors: [], outlet: null, url: null, published: null };
const dates = ['2022', '2022-03', '2022-03-29'].map((date) => ({ ...cited(), published: partialDate(date) }));

describe('CSL-JSON', () => {
  it('says what is known in its fields', async () => {
    expect(readCsl(await text(citationsToCsl([cited()])))).toEqual([
      {
        id: cited().key,
        type: 'article-newspaper',
        title: 'Cranes stand still',
        author: [{ family: 'Brandt', given: 'Ana' }, { literal: 'Reuters' }],
        'container-title': 'Harbour Ledger',
        URL: 'https://ledger.example/cranes',
        issued: { 'date-parts': [[2021, 3]] },
      },
    ]);
  });
  it('a date is as exact as it is known', async () => {
    const parts = readCsl(await text(citationsToCsl(dates))).map((item) => item['issued']);
    expect(parts).toEqual([[2022], [2022, 3], [2022, 3, 29]].map((date) => ({ 'date-parts': [date] })));
  });
  it('of nothing is an empty list', async () => {
    expect(readCsl(await written(notesToCsl, []))).toEqual([]);
  });
  it('a title’s own angle brackets are no markup', async () => {
    const [item] = readCsl(await text(citationsToCsl([cited({ title: 'On <i>this</i> < that' })])));
    expect(item?.['title']).toBe('On < i>this< /i> < that');
  });
});

describe('RIS', () => {
  it('says what is known in its fields', async () => {
    expect(await text(citationsToRis([cited()]))).toBe(
      [
        'TY  - NEWS',
        `ID  - ${cited().key}`,
        'TI  - Cranes stand still',
        'AU  - Brandt, Ana',
        'AU  - Reuters',
        'T2  - Harbour Ledger',
        'PY  - 2021',
        'DA  - 2021/03//',
        'UR  - https://ledger.example/cranes',
        'ER  - ',
        '',
        '',
      ].join('\r\n'),
    );
  });
  it('a date is as exact as it is known', async () => {
    const entries = readRis(await text(citationsToRis(dates)));
    expect(entries.map((entry) => entry['DA'])).toEqual([['2022///'], ['2022/03//'], ['2022/03/29/']]);
  });
});

describe('BibTeX', () => {
  it('says what is known in its fields', async () => {
    expect(await text(citationsToBibtex([{ ...cited(), accessed: partialDate('2021-04-01') }]))).toBe(
      `@online{${cited().key},
  author = {Brandt, Ana and {Reuters}},
  title = {Cranes stand still},
  organization = {Harbour Ledger},
  date = {2021-03},
  url = {https://ledger.example/cranes},
  urldate = {2021-04-01},
}

`,
    );
  });
  it.each([
    ['50 % & more: $5_000 #1 ~ ^', '50 \\% \\& more: \\$5\\_000 \\#1 \\textasciitilde{} \\textasciicircum{}'],
    ['a } b { c \\', 'a \\textbraceright{} b \\textbraceleft{} c \\textbackslash{}'],
    ['Çelik — “Ukraïna”\n2', 'Çelik — “Ukraïna” 2'],
  ])('escapes what TeX would take for more: %j', async (title, escaped) => {
    expect(await text(citationsToBibtex([cited({ title })]))).toContain(`title = {${escaped}}`);
  });
  it('a name that is “and” parts no others', async () => {
    expect(await text(citationsToBibtex([cited({ author: 'Metin And; Ann Poe' })]))).toContain(
      '{{And}, Metin and Poe, Ann}',
    );
  });
});

const oneLine = (words: string | null): string => (words ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();

describe('whatever the words, they come back', () => {
  it('all three say the same of each', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryItems(), async (items) => {
        const citations = await all(citedIn(each(items)));
        const [csl, ris, bibtex] = await Promise.all([
          written(notesToCsl, items).then(readCsl),
          written(notesToRis, items).then(readRis),
          written(notesToBibtex, items).then(readBibtex),
        ]);
        const keys = citations.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(csl.map((item) => item['id'])).toEqual(keys);
        expect(ris.map((entry) => entry['ID'])).toEqual(keys.map((key) => [key]));
        expect(bibtex.map(({ key }) => key)).toEqual(keys);
        citations.forEach(({ title, authors, published }, at) => {
          const lines = [oneLine(title)].filter((line) => line !== '');
          expect(ris[at]?.['TI'] ?? []).toEqual(lines);
          expect(bibtex[at]?.fields['title'] ?? '').toBe(oneLine(title));
          expect(bibtex[at]?.fields['date'] ?? null).toBe(published);
          expect(ris[at]?.['AU'] ?? []).toEqual(
            authors.map((name) => oneLine(sortName(name))).filter((name) => name !== ''),
          );
        });
      }),
    );
  });

  it('what is not known is left out', async () => {
    const nothing = { ...cited(), ...NOTHING_KNOWN };
    expect(readRis(await text(citationsToRis([nothing])))).toEqual([{ TY: ['NEWS'], ID: [nothing.key] }]);
    expect(readBibtex(await text(citationsToBibtex([nothing])))).toEqual([{ key: nothing.key, fields: {} }]);
  });
});

it('an answer of the card cites each source it draws on', async () => {
  const { card } = asked('q-outcome', 'same', 0);
  const sources = card.claims.flatMap(({ origins }) =>
    origins.flatMap(({ accounts }) => accounts.map(({ source }) => source)),
  );
  expect(sources.length).toBeGreaterThan(4);
  expect((await all(citedBy(HARBOUR.sources))).map(({ url }) => url)).toEqual(
    expect.arrayContaining(sources.map(({ url }) => url)),
  );
});
