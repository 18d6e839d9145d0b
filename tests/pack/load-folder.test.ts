import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PackFolderError } from '@/scripts/pack/folder-problem.ts';
import { loadPack, loadPackFolder, placeInFolder, readPackFolder } from '@/scripts/pack/load-folder.ts';
import { SAMPLE_FOLDER } from './sample-pack.ts';
import { copiedSample, edit } from './temporary-folder.ts';

const matching = (pattern: RegExp) => expect.stringMatching(pattern) as string;

describe('a pack folder', () => {
  it('loads as one value, questions in the order of pack.yaml, without the fields for checking', () => {
    const value = loadPackFolder(SAMPLE_FOLDER);
    expect(value).toMatchObject({
      format: 'parallax-pack/1',
      sources: [{ id: 'herald' }, { id: 'star' }, { id: 'report' }],
      questions: [{ id: 'q-why-closed' }, { id: 'q-cracks' }],
    });
    expect(JSON.stringify(value)).not.toMatch(/"(?:file|lines)":/);
  });

  it('loads as a valid pack', () => {
    const result = loadPack(SAMPLE_FOLDER);
    expect(result.kind === 'ok' && result.pack.title).toBe('The closing of the harbour bridge');
  });

  it('tells where the texts of its articles lie', () => {
    const result = readPackFolder(SAMPLE_FOLDER);
    expect(result.kind === 'ok' && result.folder.articles).toEqual([
      { source: 'herald', file: 'herald.txt', lines: [1, 7] },
      { source: 'star', file: 'star.txt', lines: null },
    ]);
  });

  /** What is done to the file, by putting the second text for the first; where the problem is, what it says. */
  it.each([
    ['pack.yaml', 'id: harbour-bridge', 'id: [harbour-bridge', 'pack.yaml', '', /at line/],
    ['pack.yaml', 'licence: CC0-1.0', 'licence: A\nlicence: B', 'pack.yaml', '', /unique/],
    ['pack.yaml', '  - q-cracks\n', '', 'pack.yaml', '/questions', /does not list questions\/q-cracks\.yaml/],
    ['pack.yaml', '- q-cracks', '- q-holes', 'questions/q-holes.yaml', '', /a file .*q-holes\.yaml/],
    ['pack.yaml', '- q-cracks', '- ../q-cracks', 'pack.yaml', '/questions/1', /an id/],
    ['sources.yaml', '- id: herald', '- herald', 'sources.yaml', '', /./],
    ['sources.yaml', 'lines: [1, 7]', 'lines: [1]', 'sources.yaml', '/0/lines', /first and last line/],
    ['sources.yaml', 'lines: [1, 7]', 'lines: [1, x]', 'sources.yaml', '/0/lines/1', /a number/],
    [
      'questions/q-cracks.yaml',
      'id: q-cracks',
      'id: q-holes',
      'questions/q-cracks.yaml',
      '/id',
      /as the file is named/,
    ],
    ['questions/q-cracks.yaml', 'asks:', '\tasks:', 'questions/q-cracks.yaml', '', /at line 2/],
  ])('that cannot be read: %s with “%s” made “%s”', (file, from, to, where, path, says) => {
    const { dir } = copiedSample();
    edit(join(dir, file), from, to);
    const result = readPackFolder(dir);
    const problems = result.kind === 'invalid' ? result.problems : [];
    expect(problems).toContainEqual({ file: where, path, message: matching(says) });
    expect(loadPack(dir).kind).toBe('invalid');
    expect(() => loadPackFolder(dir)).toThrow(PackFolderError);
  });

  it('that lacks a file says which', () => {
    const { dir } = copiedSample();
    rmSync(join(dir, 'sources.yaml'));
    expect(readPackFolder(dir)).toEqual({
      kind: 'invalid',
      problems: [{ file: 'sources.yaml', path: '', message: matching(/a file .*sources\.yaml/) }],
    });
  });

  it('passes on what YAML can hold and JSON cannot as missing, not as a number', () => {
    const { dir } = copiedSample();
    edit(join(dir, 'questions/q-cracks.yaml'), 'value: 12', 'value: .nan');
    const result = loadPack(dir);
    expect(result.kind === 'invalid' && result.problems[0]).toEqual({
      path: '/questions/1/claims/0/figures/0/value',
      message: 'should be a number',
    });
  });

  it('keeps a question file of a hostile name out', () => {
    const { dir } = copiedSample();
    writeFileSync(join(dir, 'questions', 'notes.yaml'), 'id: notes\n');
    const result = readPackFolder(dir);
    expect(result.kind === 'invalid' && result.problems[0]?.message).toMatch(/does not list questions\/notes\.yaml/);
  });
});

describe('placeInFolder', () => {
  it.each([
    ['/title', 'pack.yaml', '/title'],
    ['/sources/2/published', 'sources.yaml', '/2/published'],
    ['/questions/1/claims/0/says', 'questions/q-cracks.yaml', '/claims/0/says'],
    ['/questions/1', 'questions/q-cracks.yaml', ''],
    ['/questions', 'pack.yaml', '/questions'],
    ['/questions/9/id', 'pack.yaml', '/questions/9/id'],
    ['', 'pack.yaml', ''],
  ])('names for %s the file %s', (path, file, inside) => {
    const folder = { questions: ['q-why-closed', 'q-cracks'] };
    expect(placeInFolder(folder, { path, message: 'm' })).toEqual({ file, path: inside, message: 'm' });
  });
});
