/** Nothing unsealed reaches a store: who may say of bytes that they are sealed, by type and at run time. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asSealed } from '@/lib/vault/sealed-bytes.ts';
import { bytesOf } from './some-keys.ts';

const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
const code = ['lib', 'entrypoints', 'scripts']
  .flatMap(filesUnder)
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const filesWith = (pattern: RegExp): string[] =>
  code
    .filter(({ text }) => pattern.test(text))
    .map(({ file }) => file)
    .sort();

describe('that bytes are sealed', () => {
  it('is said in one place', () => {
    expect(filesWith(/\bas\s+(?:unknown\s+as\s+)?(?:readonly\s+)?SealedBytes\b|<SealedBytes>\s*\w|__sealed\b/)).toEqual(
      ['lib/sync/sealed.ts', 'lib/vault/sealed-bytes.ts'],
    );
  });
  it('is said by those who sealed them', () => {
    expect(filesWith(/\basSealed\b/)).toEqual([
      'lib/vault/keyring-file.ts',
      'lib/vault/pairing.ts',
      'lib/vault/sealed-bytes.ts',
      'lib/vault/sealed-file.ts',
      'lib/vault/space-file.ts',
    ]);
  });
  it.each([
    ['a text', bytesOf('{"note":"geese"}')],
    ['a text of a padded size', bytesOf('geese '.padEnd(1024))],
    ['another size', bytesOf('PLX1'.padEnd(1000))],
    ['a version that we do not write', bytesOf('PLX2'.padEnd(1024))],
  ])('is not said of %s', (_, bytes) => {
    expect(() => asSealed(bytes)).toThrow(TypeError);
  });
  it('is not said of what is too much', () => {
    const much = new Uint8Array(9 * 1024 * 1024);
    much.set(bytesOf('PLX1'));
    expect(() => asSealed(much)).toThrow('too-big');
  });
});
