import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FLAG_KINDS, type Json } from '@/lib/core/note.ts';
import type { ExportItem } from '@/lib/exchange/export-item.ts';
import { isFields, type Fields } from '@/lib/exchange/kept-fields.ts';
import { createW3cWriter, readW3c } from '@/lib/exchange/w3c.ts';
import { arbitraryItems, HOSTILE_TEXTS } from './arbitrary-note.ts';
import { complaintsIn, notesIn, readFrom, written } from './pieces.ts';
import { noteWith } from './sample-note.ts';
import { annotationProblems, collectionProblems, pageProblems } from './w3c-musts.ts';

const out = (items: readonly ExportItem[]) => written(createW3cWriter(items.length), items);
const fields = (value: unknown): Fields => (isFields(value) ? value : {});
const collectionOf = async (items: readonly ExportItem[]): Promise<Fields> => fields(JSON.parse(await out(items)));
const itemsOf = (collection: Fields): Fields[] => {
  const { items } = fields(collection.first);
  return Array.isArray(items) ? items.map(fields) : [];
};
const annotationOf = async (change: Parameters<typeof noteWith>[0]): Promise<Fields> =>
  fields(itemsOf(await collectionOf([{ note: noteWith(change), article: null }]))[0]);

describe('out and in again', () => {
  it('every note is equal, and nothing is complained of', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryItems(), fc.integer({ min: 50, max: 500 }), async (items, length) => {
        const incoming = await readFrom(readW3c, await out(items), length);
        expect(notesIn(incoming)).toEqual(items.map(({ note }) => note));
        expect(complaintsIn(incoming)).toEqual([]);
        const titles = incoming.map((one) => (one.kind === 'note' ? one.article?.title : null));
        const foreign = items.map(({ note, article }) =>
          note.imported?.format === 'w3c' ? null : (article?.title ?? null),
        );
        expect(titles).toEqual(foreign);
      }),
    );
  });

  it.each(HOSTILE_TEXTS)('with %j everywhere', async (text) => {
    const passage = { exact: text, prefix: text, suffix: text, position: null, heading: text };
    const note = noteWith({ passage, body: text, tags: [text, text] });
    expect(notesIn(await readFrom(readW3c, await out([{ note, article: null }]), 7))).toEqual([note]);
  });

  it('a body of a million characters that all need escapes', async () => {
    const note = noteWith({ body: '\u0001\uD800'.repeat(500_000) });
    expect(notesIn(await readFrom(readW3c, await out([{ note, article: null }])))).toEqual([note]);
  });

  it('the file is the same the second time', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryItems(), async (items) => {
        const first = await out(items);
        const notes = notesIn(await readFrom(readW3c, first));
        expect(await out(notes.map((note, at) => ({ note, article: items[at]?.article ?? null })))).toBe(first);
      }),
    );
  });
});

describe('the standard’s demands are met', () => {
  it('by the collection, its page and every annotation', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryItems(), async (items) => {
        const collection = await collectionOf(items);
        expect(collectionProblems(collection)).toEqual([]);
        expect(collection.total).toBe(items.length);
        expect(pageProblems(fields(collection.first))).toEqual([]);
        expect(itemsOf(collection).flatMap(annotationProblems)).toEqual([]);
      }),
    );
  });

  it('and the checks would tell', () => {
    const good = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'urn:x:1',
      type: 'Annotation',
      target: 'urn:x:2',
    };
    const bad: readonly (readonly [Fields, string])[] = [
      [{ '@context': 'http://schema.org' }, '@context'],
      [{ id: 'no address' }, 'id'],
      [{ type: 'Note' }, 'type'],
      [{ created: '1 May' }, 'created'],
      [{ body: { value: 1 } }, 'body: none or several kinds of resource'],
      [{ body: { type: 'TextualBody', value: 'x', source: 'urn:x:3' } }, 'body: textual with source'],
      [{ bodyValue: 'x', body: 'urn:x:3' }, 'body and bodyValue'],
      [{ target: { source: 'urn:x:2' } }, 'target: none or several kinds of resource'],
      [{ target: { source: 'urn:x:2', selector: { type: 'TextQuoteSelector' } } }, 'target.selector'],
      [{ target: { source: 'urn:x:2', state: { type: 'TimeState', sourceDate: '1 May' } } }, 'target.state'],
    ];
    expect(annotationProblems(good)).toEqual([]);
    for (const [change, problem] of bad) expect(annotationProblems({ ...good, ...change })).toContain(problem);
  });
});

describe('what others can read of it', () => {
  it('a note on a passage', async () => {
    expect(await annotationOf({})).toMatchObject({
      id: 'urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e',
      type: 'Annotation',
      motivation: 'commenting',
      created: '2023-11-14T22:13:20.000Z',
      body: [
        { type: 'TextualBody', value: 'Which talks?', format: 'text/markdown', purpose: 'commenting' },
        { type: 'TextualBody', value: 'harbour', purpose: 'tagging' },
      ],
      target: {
        type: 'SpecificResource',
        source: 'https://island.example/talks',
        selector: [
          { type: 'TextQuoteSelector', exact: 'the talks', prefix: 'After ', suffix: ' ended' },
          { type: 'TextPositionSelector', start: 6, end: 15 },
        ],
      },
    });
  });

  it('each kind by its motivation', async () => {
    const motivations: (Json | undefined)[] = [];
    for (const flag of FLAG_KINDS) motivations.push((await annotationOf({ flag })).motivation);
    motivations.push((await annotationOf({ body: '', tags: [] })).motivation);
    expect(motivations).toEqual(['questioning', 'editing', 'assessing', 'classifying', 'describing', 'highlighting']);
  });

  it('an answer is on the note that it answers', async () => {
    const { id } = noteWith();
    const { motivation, target } = await annotationOf({ replyTo: id, passage: null });
    expect({ motivation, target }).toEqual({
      motivation: 'replying',
      target: [`urn:uuid:${id}`, 'https://island.example/talks'],
    });
  });

  it('an address that is none by the standard is written as one', async () => {
    const { target } = await annotationOf({ url: 'https://island.example/a b/é?q=%zz', passage: null });
    expect(target).toBe('https://island.example/a%20b/%C3%A9?q=%25zz');
  });
});
