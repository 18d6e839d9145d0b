/** Annotations as other programs write them: read as well as a note can be, and given back as they came. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNote } from '@/lib/core/parse-note.ts';
import type { ExportItem } from '@/lib/exchange/export-item.ts';
import { isFields } from '@/lib/exchange/kept-fields.ts';
import { createHypothesisWriter, readHypothesis } from '@/lib/exchange/hypothesis.ts';
import { createW3cWriter, readW3c } from '@/lib/exchange/w3c.ts';
import { arbitraryJson } from './arbitrary-note.ts';
import { complaintsIn, itemOf, notesIn, readFrom, written } from './pieces.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const PAGE = 'https://island.example/talks';
const QUOTE = { type: 'TextQuoteSelector', exact: 'the talks', prefix: 'After ', suffix: ' ended' };
const read = (value: unknown) => readFrom(readW3c, JSON.stringify(value), 11);
const annotation = (change: object) => ({
  '@context': CONTEXT,
  id: 'https://annotations.example/1',
  type: 'Annotation',
  target: PAGE,
  ...change,
});
const noteFrom = async (change: object) => notesIn(await read(annotation(change)))[0];
const out = async (items: readonly ExportItem[]): Promise<unknown> => {
  const file: unknown = JSON.parse(await written(createW3cWriter(items.length), items));
  return isFields(file) && isFields(file.first) ? file.first.items : null;
};
const outAgain = async (value: unknown): Promise<unknown> => out((await read(value)).flatMap(itemOf));

describe('what is said', () => {
  it.each([
    ['a string', { body: 'https://pictures.example/1.png' }, '<https://pictures.example/1.png>'],
    ['bodyValue', { bodyValue: 'Look.' }, 'Look.'],
    ['a text', { body: { type: 'TextualBody', value: 'Look.' } }, 'Look.'],
    [
      'several',
      {
        body: [
          { type: 'TextualBody', value: 'Look.' },
          { id: 'urn:x:1', type: 'Image' },
        ],
      },
      'Look.\n\n<urn:x:1>',
    ],
    ['a choice', { body: { type: 'Choice', items: [{ value: 'Look.' }, { value: 'Bak.' }] } }, 'Look.'],
    ['all of a list', { body: { type: 'List', items: [{ value: 'a' }, { value: 'b' }] } }, 'a\n\nb'],
    ['within a resource', { body: { purpose: 'commenting', source: { type: 'TextualBody', value: 'x' } } }, 'x'],
    ['what it is about is not said', { body: { source: 'urn:x:claim', purpose: 'identifying' } }, ''],
    ['nothing', {}, ''],
  ])('%s', async (_name, change, body) => expect((await noteFrom(change))?.body).toBe(body));

  it.each([
    ['by purpose', { body: [{ type: 'TextualBody', value: 'tag', purpose: 'tagging' }] }],
    ['by motivation', { motivation: 'tagging', body: { type: 'TextualBody', value: 'tag' } }],
    ['as an address', { body: { type: 'SpecificResource', source: 'tag', purpose: 'oa:tagging' } }],
  ])('a tag %s', async (_name, change) => expect(await noteFrom(change)).toMatchObject({ tags: ['tag'], body: '' }));

  it('by whom, when, and as what', async () => {
    const note = await noteFrom({
      creator: [{ id: 'https://people.example/7', type: 'Person', name: 'Ada' }],
      created: '2015-10-13T13:00:00+01:00',
      modified: '2015-10-14T00:00:00.123456Z',
      motivation: ['questioning', 'commenting'],
    });
    expect(note?.imported).toMatchObject({ format: 'w3c', id: 'https://annotations.example/1', author: 'Ada' });
    expect(note).toMatchObject({
      created: Date.UTC(2015, 9, 13, 12),
      modified: Date.UTC(2015, 9, 14, 0, 0, 0, 123),
      flag: 'question',
    });
  });
});

describe('where', () => {
  const passage = { exact: 'the talks', prefix: 'After ', suffix: ' ended', position: null, heading: null };
  const on = (selector: unknown) => ({ target: { source: PAGE, selector } });
  it.each([
    ['a quote', on(QUOTE), passage],
    ['a bare quote', on({ type: 'TextQuoteSelector', exact: 'x' }), { ...passage, exact: 'x', prefix: '', suffix: '' }],
    ['several selectors', on([{ type: 'XPathSelector', value: '/p' }, QUOTE]), passage],
    [
      'a quote and a position',
      on([QUOTE, { type: 'TextPositionSelector', start: 6, end: 15 }]),
      { ...passage, position: { start: 6, end: 15 } },
    ],
    ['a quote in a fragment', on({ type: 'FragmentSelector', value: 'p2', refinedBy: QUOTE }), passage],
    ['a choice of selectors', on({ type: 'Choice', items: [QUOTE, { type: 'CssSelector', value: 'p' }] }), passage],
    ['a source that is a record', { target: { source: { id: PAGE, type: 'Text' }, selector: QUOTE } }, passage],
    ['the page', { target: PAGE }, null],
    ['the page as a resource', { target: { id: PAGE, type: 'Text', format: 'text/html' } }, null],
  ])('%s', async (_name, change, expected) => {
    const incoming = await read(annotation(change));
    expect(notesIn(incoming)[0]).toMatchObject({ url: PAGE, passage: expected });
    expect(complaintsIn(incoming)).toEqual([]);
  });

  it('a position without words is told, and the note kept', async () => {
    const incoming = await read([annotation(on({ type: 'TextPositionSelector', start: 1, end: 2 }))]);
    expect(complaintsIn(incoming)).toEqual(['[0].target.selector']);
    expect(notesIn(incoming)[0]).toMatchObject({ url: PAGE, passage: null });
  });

  it('of several places the first, and the others told', async () => {
    const incoming = await read(annotation({ target: [{ source: PAGE, selector: QUOTE }, 'https://other.example/'] }));
    expect(notesIn(incoming)[0]).toMatchObject({ url: PAGE, passage });
    expect(complaintsIn(incoming)).toEqual(['target']);
  });

  it('an answer knows which note it answers', async () => {
    const [parent, answer] = notesIn(
      await read([
        annotation({}),
        annotation({ id: 'urn:x:2', motivation: 'replying', target: 'https://annotations.example/1' }),
      ]),
    );
    expect(answer?.replyTo).toBe(parent?.id);
  });
});

describe('what is more than a note can hold', () => {
  it('tags beyond the limits are kept and told', async () => {
    const tags = ['x'.repeat(201), ...Array.from({ length: 120 }, (_tag, at) => `t${at}`)];
    const whole = annotation({ body: tags.map((value) => ({ type: 'TextualBody', value, purpose: 'tagging' })) });
    const incoming = await read([whole]);
    expect(notesIn(incoming)[0]?.tags).toEqual(tags.slice(1, 101));
    expect(complaintsIn(incoming)).toEqual(['[0].body']);
    expect(await outAgain(whole)).toEqual([whole]);
  });

  it('a note of any depth is left out, or can be kept and goes out again', async () => {
    for (let depth = 30; depth < 60; depth += 1) {
      const deep: unknown = JSON.parse('['.repeat(depth) + ']'.repeat(depth));
      const [note, other] = notesIn(await read([annotation({ deep }), annotation({ id: 'urn:x:other' })]));
      expect(other === undefined).toBe(depth > 45);
      if (note === undefined) throw new Error('nothing came in');
      expect(parseNote(note)).toEqual(note);
      const text = await written(createHypothesisWriter(1), [{ note, article: null }]);
      expect(notesIn(await readFrom(readHypothesis, text))).toEqual([note]);
    }
  });
});

describe('files', () => {
  const two = [annotation({}), annotation({ id: 'https://annotations.example/2' })];
  it.each([
    ['a single annotation', two[0], 1],
    ['a list', two, 2],
    ['a page', { type: 'AnnotationPage', items: two }, 2],
    ['a collection', { type: 'AnnotationCollection', first: { type: 'AnnotationPage', items: two }, last: 'x' }, 2],
    ['a graph', { '@context': CONTEXT, '@graph': two }, 2],
    ['an empty collection', { type: 'AnnotationCollection', first: { items: [] } }, 0],
    ['one that is in the file by its address only', { items: ['https://annotations.example/2', two[0]] }, 1],
  ])('%s', async (_name, file, count) => expect(notesIn(await read(file))).toHaveLength(count));

  it.each([
    ['rows of Hypothesis', { total: 1, rows: [{ id: 'x', uri: PAGE, text: '' }] }],
    ['another record', { format: 'parallax-backup', rows: [] }],
    ['other entries', [1, 'two']],
    [
      'a collection whose pages are elsewhere',
      { type: 'AnnotationCollection', first: 'https://annotations.example/p1' },
    ],
  ])('not this format: %s', async (_name, file) =>
    expect(read(file)).rejects.toMatchObject({ name: 'ExchangeError', kind: 'not-this-format' }),
  );

  it('what is no annotation is told with its place, and the rest comes in', async () => {
    const incoming = await read([annotation({ type: 'Note' }), annotation({ target: undefined }), 7, ...two]);
    expect(complaintsIn(incoming)).toEqual(['[0]', '[1]', '[2]']);
    expect(notesIn(incoming)).toHaveLength(2);
  });
});

describe('out as it came', () => {
  const rich = annotation({
    '@context': [CONTEXT, { dc: 'http://purl.org/dc/terms/' }],
    'dc:subject': { nested: [1, null] },
    motivation: ['commenting', 'linking'],
    creator: { id: 'https://people.example/7', type: ['Person'], name: 'Ada', email_sha1: 'x' },
    generator: 'https://program.example/',
    created: '2015-10-13T13:00:00.5+01:00',
    rights: 'https://creativecommons.org/publicdomain/zero/1.0/',
    canonical: 'urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df',
    body: [
      { type: 'TextualBody', value: '<p>Look.</p>', format: 'text/html', language: 'en' },
      { type: 'Image', id: 'https://pictures.example/1.png' },
      { type: 'SpecificResource', source: 'urn:x:claim', purpose: 'identifying' },
    ],
    target: [
      { source: PAGE, selector: [{ type: 'CssSelector', value: 'p', refinedBy: QUOTE }], renderedVia: 'x:y' },
      'https://other.example/',
    ],
  });

  it('unchanged, to the last key', async () => expect(await outAgain(rich)).toEqual([rich]));

  it('whatever further keys it has', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), arbitraryJson), arbitraryJson, async (further, body) => {
        const { '@context': context, id, type, target } = annotation({});
        const whole = { ...further, '@context': context, id, type, target, body };
        expect(await outAgain(whole)).toEqual([whole]);
      }),
    );
  });

  it('with what was changed here, and everything else', async () => {
    const [item] = (await read(rich)).flatMap(itemOf);
    if (item === undefined) throw new Error('nothing came in');
    const note = {
      ...item.note,
      body: 'Mine.',
      tags: ['new'],
      flag: 'figure',
      colour: 'blue',
      modified: 1e12,
    } as const;
    const [changed] = [await out([{ ...item, note }])].flat();
    expect(changed).toMatchObject({
      'dc:subject': { nested: [1, null] },
      motivation: 'editing',
      creator: { id: 'https://people.example/7', email_sha1: 'x' },
      modified: '2001-09-09T01:46:40.000Z',
      body: [
        { value: 'Mine.', format: 'text/markdown' },
        { value: 'new', purpose: 'tagging' },
        { source: 'urn:x:claim', purpose: 'identifying' },
      ],
      target: rich.target,
    });
    expect(notesIn(await read(changed))).toEqual([note]);
  });

  it.each([[[CONTEXT]], [CONTEXT], [[CONTEXT, { x: 'urn:x:' }]], [[{ x: 'urn:x:' }, CONTEXT]]])(
    'with its context and ours: %j',
    async (context) => {
      const [item] = (await read(annotation({ '@context': context }))).flatMap(itemOf);
      if (item === undefined) throw new Error('nothing came in');
      const note = { ...item.note, colour: 'blue' } as const;
      expect(notesIn(await read(await out([{ ...item, note }])))).toEqual([note]);
    },
  );

  it('what lacks an id or its context gets them, and is the same note each time', async () => {
    const bare = { type: 'Annotation', target: PAGE, bodyValue: 'x' };
    const [written] = [await outAgain(bare)].flat();
    expect(written).toMatchObject({ '@context': CONTEXT, ...bare });
    expect(notesIn(await read(written))).toEqual(notesIn(await read(bare)));
  });
});
