import { expect, it } from 'vitest';
import { writeBackup } from '@/lib/exchange/backup.ts';
import { createHypothesisWriter } from '@/lib/exchange/hypothesis.ts';
import { recogniseFormat } from '@/lib/exchange/recognise-format.ts';
import { createW3cWriter } from '@/lib/exchange/w3c.ts';
import { all, each, inPieces, written } from './pieces.ts';
import { noteWith } from './sample-note.ts';

const items = [{ note: noteWith(), article: null }];

it.each([
  ['w3c', () => written(createW3cWriter(1), items)],
  ['w3c', () => written(createW3cWriter(0), [])],
  ['hypothesis', () => written(createHypothesisWriter(1), items)],
  ['hypothesis', () => written(createHypothesisWriter(0), [])],
  ['backup', async () => (await all(writeBackup(each([{ section: 'notes', row: 1 }])))).join('')],
  ['backup', async () => (await all(writeBackup(each([])))).join('')],
  ['w3c', () => '[{"@context":"http://www.w3.org/ns/anno.jsonld","target":"x:y"}]'],
  ['w3c', () => '{"id":"x:y","type":"Annotation","target":"x:y"}'],
  ['hypothesis', () => '[{"uri":"https://a.example"}]'],
  ['hypothesis', () => '{"id":"x","uri":"https://a.example"}'],
  [null, () => '[1]'],
  [null, () => '{}'],
  [null, () => 'id,text'],
  [null, () => ''],
])('%s', async (format, text) => expect(await recogniseFormat(inPieces(await text(), 9))).toBe(format));

it('reads no further than it must', async () => {
  const text = await written(createW3cWriter(1), items);
  expect(await recogniseFormat(each([text.slice(0, 400), 'then what is no JSON']))).toBe('w3c');
});
