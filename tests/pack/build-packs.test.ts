import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePackText } from '@/lib/pack/parse-pack.ts';
import { buildPacks } from '@/scripts/pack/build-packs.ts';
import { loadPack } from '@/scripts/pack/load-folder.ts';
import { SAMPLE_FOLDER } from './sample-pack.ts';
import { copiedSample, edit, temporaryFolder } from './temporary-folder.ts';

describe('buildPacks', () => {
  it('writes each pack as one file that parses to the same, and an index', () => {
    const { packs } = copiedSample();
    const to = join(temporaryFolder(), 'out');
    expect(buildPacks(packs, to)).toMatchObject({ kind: 'ok', built: [{ file: 'harbour-bridge.json' }] });
    expect(readdirSync(to).sort()).toEqual(['harbour-bridge.json', 'index.json']);
    expect(parsePackText(readFileSync(join(to, 'harbour-bridge.json'), 'utf8'))).toEqual(loadPack(SAMPLE_FOLDER));
    expect(JSON.parse(readFileSync(join(to, 'index.json'), 'utf8'))).toEqual([
      { id: 'harbour-bridge', version: '1.0.0', file: 'harbour-bridge.json' },
    ]);
  });

  it('leaves no output for an invalid folder, and says where it is wrong', () => {
    const { packs, dir } = copiedSample();
    const to = join(temporaryFolder(), 'out');
    edit(join(dir, 'questions/q-cracks.yaml'), 'source: star', 'source: moon');
    expect(buildPacks(packs, to)).toEqual({
      kind: 'invalid',
      problems: [
        {
          file: 'harbour-bridge/questions/q-cracks.yaml',
          path: '/claims/1/accounts/0/source',
          message: 'no source has the id “moon”',
        },
      ],
    });
    expect(existsSync(to)).toBe(false);
  });

  it('leaves what was built before as it was when one folder of two is invalid', () => {
    const { packs, dir } = copiedSample();
    const to = temporaryFolder();
    writeFileSync(join(to, 'harbour-bridge.json'), 'the last good build');
    cpSync(SAMPLE_FOLDER, join(packs, 'z-broken'), { recursive: true });
    edit(join(dir, 'pack.yaml'), 'version: 1.0.0', 'version: 1.1.0');
    const result = buildPacks(packs, to);
    expect(result.kind === 'invalid' && result.problems).toEqual([
      { file: 'z-broken/pack.yaml', path: '/id', message: 'should be “z-broken”, as the folder is named' },
    ]);
    expect(readdirSync(to)).toEqual(['harbour-bridge.json']);
    expect(readFileSync(join(to, 'harbour-bridge.json'), 'utf8')).toBe('the last good build');
  });

  it('clears packs that are no more', () => {
    const { packs } = copiedSample();
    const to = temporaryFolder();
    mkdirSync(to, { recursive: true });
    writeFileSync(join(to, 'old-story.json'), '{}');
    buildPacks(packs, to);
    expect(readdirSync(to).sort()).toEqual(['harbour-bridge.json', 'index.json']);
  });
});
