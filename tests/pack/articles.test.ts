import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFolder, locateFolder } from '@/scripts/pack/check-folder.ts';
import { findWords } from '@/scripts/pack/find-words.ts';
import { locateAll } from '@/scripts/pack/locate.ts';
import { readArticleText } from '@/scripts/pack/read-article-text.ts';
import { quotedIn } from '@/scripts/pack/verify-articles.ts';
import { SAMPLE_ARTICLES, SAMPLE_FOLDER } from './sample-pack.ts';
import { copiedSample, edit } from './temporary-folder.ts';

const HERALD = readArticleText(join(SAMPLE_ARTICLES, 'herald.txt'), [1, 7]);

describe('the text of an article', () => {
  it('has a block for each line that is not blank, within the lines asked for', () => {
    expect(HERALD.blocks.map((block) => block.slice(0, 12))).toEqual([
      'Harbour brid',
      'The city cou',
      'The builders',
      '- The ferry ',
    ]);
    expect(readArticleText(join(SAMPLE_ARTICLES, 'herald.txt'), null).blocks).toHaveLength(6);
  });

  it('has sentences that know their block', () => {
    expect(HERALD.sentences.map(({ block }) => block)).toEqual([0, 1, 1, 2, 2, 3]);
  });
});

describe('findWords', () => {
  it.each([
    ['in one sentence', 'had found at least', 'found'],
    ['at the beginning of one', 'The ferry runs', 'found'],
    ['in two sentences', 'bridge', 'ambiguous'],
    ['in none', 'the tunnel', 'absent'],
    ['with another case', 'the Ferry runs', 'absent'],
    ['in the middle of a word', 'he ferry runs', 'absent'],
    ['across two sentences', 'sound," said their director, Tom Marrow. The', 'absent'],
    ['outside the article’s lines', 'I cross it daily', 'absent'],
  ])('%s', (_what, words, kind) => {
    expect(findWords(HERALD, words).kind).toBe(kind);
  });
});

describe('quotedIn', () => {
  it.each([
    ['curly marks', 'He said “yes” and “no”.', ['yes', 'no']],
    ['straight marks', 'He said "yes" and "no".', ['yes', 'no']],
    ['a quotation that runs on', '“It goes on. And on.', ['It goes on. And on.']],
    ['a quotation in a quotation', '“She said ‘no’, he says.”', ['She said ‘no’, he says.']],
    ['none', 'It’s nobody’s.', []],
  ])('%s', (_what, block, quotations) => {
    expect(quotedIn(block)).toEqual(quotations);
  });
});

describe('check --articles', () => {
  it('proves the sample', () => {
    expect(checkFolder(SAMPLE_FOLDER, SAMPLE_ARTICLES).kind).toBe('ok');
  });

  const Q = 'questions/q-why-closed.yaml';
  it.each([
    [
      'words that are not there',
      Q,
      'is not safe for lorries #',
      'is safe for lorries #',
      '/claims/0/accounts/0/locators/0/words',
      /no sentence/,
    ],
    ['words of two sentences', Q, 'said their director', 'the', '/claims/1/accounts/0/locators/0/words', /3 sentences/],
    [
      'the words of another sentence',
      Q,
      'said their director',
      'rejected this on',
      '/claims/1/accounts/0/locators/0/hash',
      /not that of the sentence/,
    ],
    [
      'a quote that was touched up',
      Q,
      'quote: not safe for lorries',
      'quote: unsafe for lorries',
      '/claims/0/accounts/0/quote',
      /word for word/,
    ],
    [
      'a quote of the article’s own words',
      Q,
      'quote: not safe for lorries',
      'quote: inspectors had found',
      '/claims/0/accounts/0/quote',
      /quotation marks/,
    ],
    [
      'a quote from another paragraph',
      Q,
      'quote: not safe for lorries',
      'quote: Our steel is sound',
      '/claims/0/accounts/0/quote',
      /word for word/,
    ],
    [
      'a quote with one part right',
      Q,
      'quote: Our steel … sound',
      'quote: Our steel … strong',
      '/claims/1/accounts/0/quote',
      /word for word/,
    ],
  ])('refuses %s', (_what, file, from, to, path, says) => {
    const { dir } = copiedSample();
    edit(join(dir, file), from, to);
    const result = checkFolder(dir, SAMPLE_ARTICLES);
    expect(result.kind === 'invalid' && result.problems).toEqual([
      { file, path, message: expect.stringMatching(says) as string },
    ]);
  });

  it('says which text is missing', () => {
    const result = checkFolder(SAMPLE_FOLDER, 'tests/fixtures/packs/nowhere');
    expect(result.kind === 'invalid' && result.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/no file .*herald\.txt/),
      expect.stringMatching(/no file .*star\.txt/),
    ]);
  });

  it('does not pass an article that has no text', () => {
    const { dir } = copiedSample();
    edit(join(dir, 'sources.yaml'), '  file: star.txt\n', '');
    const result = checkFolder(dir, SAMPLE_ARTICLES);
    expect(result.kind === 'invalid' && result.problems).toEqual([
      {
        file: 'questions/q-cracks.yaml',
        path: '/claims/1/accounts/0/source',
        message: 'there is no text of “star” to check against',
      },
    ]);
  });
});

describe('locate', () => {
  const texts = new Map([['herald', HERALD]]);
  const right = readFileSync(join(SAMPLE_FOLDER, 'questions/q-why-closed.yaml'), 'utf8');
  const hashes = /hash: ['"]([0-9a-f]{32})['"]/g;
  const [first = '', second = ''] = Array.from(right.matchAll(hashes), ([, hash]) => hash ?? '');

  it('changes nothing where all is right', () => {
    expect(locateAll(right, texts)).toEqual({ kind: 'ok', text: right, changed: 0 });
  });

  it.each([
    ['a wrong hash', right.replace(first, '0'.repeat(32)), 1],
    ['two wrong hashes', right.replaceAll(hashes, 'hash: 7'), 2],
  ])('puts %s right and keeps every other character', (_what, yaml, changed) => {
    const located = locateAll(yaml, texts);
    expect(located).toMatchObject({ kind: 'ok', changed });
    expect(located.kind === 'ok' && located.text.replaceAll(`"`, `'`)).toBe(right);
  });

  it.each([
    ['below words with a comment', /\n *hash: '6.*'/, `# her words\n            hash: "${first}"\n`],
    ['inside braces', /, hash: '3.*'/, `{ words: said their director, hash: "${second}" }\n`],
  ])('adds a missing hash %s', (_what, hash, expected) => {
    const located = locateAll(right.replace(hash, ''), texts);
    expect(located.kind === 'ok' && located.text).toContain(expected);
    expect(located.kind === 'ok' && located.text.replaceAll(`"`, `'`)).toBe(right);
  });

  it('adds a hash below words in a block scalar', () => {
    const yaml = right.replace(
      /words: is not.*\n.*\n/,
      'words: >-\n              is not safe\n              for lorries\n',
    );
    const located = locateAll(yaml, texts);
    expect(located.kind === 'ok' && located.text).toContain(`for lorries\n            hash: "${first}"\n  - id`);
  });

  it.each([
    ['words that are nowhere', 'said their director', 'said the mayor', '/claims/1/accounts/0/locators/0/words'],
    ['no words', 'words: said their director, ', '', '/claims/1/accounts/0/locators/0'],
    ['a source without a text', 'source: herald', 'source: star', '/claims/0/accounts/0/source'],
    ['text that is no YAML', 'claims:', 'claims: [', ''],
  ])('gives no text back for %s', (_what, from, to, path) => {
    const located = locateAll(right.replace(from, to), texts);
    expect(located.kind === 'invalid' && located.problems[0]?.path).toBe(path);
  });

  it('writes no file of a folder when one of them cannot be located', () => {
    const { dir } = copiedSample();
    const file = join(dir, 'questions/q-why-closed.yaml');
    edit(file, first, '0'.repeat(32));
    const before = readFileSync(file, 'utf8');
    edit(join(dir, 'questions/q-cracks.yaml'), 'words: there are 40', 'words: there were 40');
    expect(locateFolder(dir, SAMPLE_ARTICLES).kind).toBe('invalid');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('writes only the files that change, and the folder is valid then', () => {
    const { dir } = copiedSample();
    edit(join(dir, 'questions/q-why-closed.yaml'), first, '0'.repeat(32));
    expect(checkFolder(dir, SAMPLE_ARTICLES).kind).toBe('invalid');
    expect(locateFolder(dir, SAMPLE_ARTICLES)).toEqual({
      kind: 'ok',
      written: [{ file: 'questions/q-why-closed.yaml', hashes: 1 }],
    });
    expect(checkFolder(dir, SAMPLE_ARTICLES).kind).toBe('ok');
  });
});
