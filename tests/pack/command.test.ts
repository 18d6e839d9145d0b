import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACK_SCHEMA } from '@/lib/pack/schema.ts';
import { SAMPLE_ARTICLES, SAMPLE_FOLDER } from './sample-pack.ts';
import { copiedSample, edit } from './temporary-folder.ts';

function pack(...args: readonly string[]): { status: number | null; out: string; err: string } {
  const tsx = join('node_modules', 'tsx', 'dist', 'cli.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, 'scripts/pack.ts', ...args], {
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

describe('npm run pack', { timeout: 60_000 }, () => {
  it('check passes a valid folder with what it holds', () => {
    expect(pack('check', SAMPLE_FOLDER, '--articles', SAMPLE_ARTICLES)).toEqual({
      status: 0,
      out: `${SAMPLE_FOLDER} is valid: 2 questions, 4 claims, 4 accounts, 3 sources, 2 quotes, 4 locators; all found in the articles\n`,
      err: '',
    });
  });

  it('check prints each problem with file, path and sentence, and fails', () => {
    const { dir } = copiedSample();
    edit(join(dir, 'sources.yaml'), 'genre: opinion', 'genre: blog');
    const { status, out, err } = pack('check', dir);
    expect([status, out]).toEqual([1, '']);
    expect(err).toMatch(/^ {2}sources\.yaml \/1\/genre: should be one of: news, .*\n.* is not valid\.\n$/);
  });

  it('prints the schema', () => {
    expect(JSON.parse(pack('schema').out)).toEqual(PACK_SCHEMA);
  });

  it.each([[['paint']], [['check']], [['locate', SAMPLE_FOLDER]], [['check', SAMPLE_FOLDER, '--article', 'x']]])(
    'explains itself on %j, and fails',
    (args) => {
      const { status, err } = pack(...args);
      expect(status).toBe(1);
      expect(err).toContain('npm run pack -- check DIR [--articles DIR]');
    },
  );
});
