/** The import table of ARCHITECTURE.md, and other rules about the tree that no compiler checks. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom. A room may always import itself. Packages are named with what they are for. */
const MAY_IMPORT: Record<string, { rooms: readonly string[]; packages: readonly string[] }> = {
  core: { rooms: [], packages: [] },
  text: { rooms: ['core'], packages: ['@noble/hashes', 'chrono-node'] },
  pack: { rooms: ['core', 'text'], packages: ['@cfworker/json-schema'] },
  matching: { rooms: ['core', 'text', 'pack'], packages: [] },
  model: { rooms: ['core'], packages: ['@noble/hashes'] },
  card: { rooms: ['core', 'text', 'pack'], packages: [] },
  attribution: { rooms: ['core', 'text'], packages: [] },
  anchor: { rooms: ['core', 'text'], packages: [] },
  markdown: { rooms: [], packages: ['marked'] },
  exchange: { rooms: ['core', 'text', 'pack', 'card', 'markdown'], packages: [] },
  article: { rooms: ['core', 'text'], packages: ['@mozilla/readability'] },
  marks: { rooms: ['core'], packages: [] },
  finder: { rooms: ['core'], packages: [] },
  storage: { rooms: ['core', 'text', 'pack'], packages: ['dexie'] },
  sync: { rooms: ['core'], packages: [] },
  vault: { rooms: ['core', 'sync'], packages: ['hash-wasm'] },
  remote: { rooms: ['core', 'sync'], packages: ['aws4fetch'] },
  replica: {
    rooms: ['core', 'text', 'sync', 'vault', 'remote', 'storage', 'messages'],
    packages: ['dexie', 'node-diff3', 'wxt'],
  },
  transfer: {
    rooms: ['core', 'text', 'pack', 'card', 'anchor', 'exchange', 'storage', 'messages'],
    packages: ['fflate'],
  },
  messages: { rooms: ['core', 'pack', 'matching', 'card'], packages: ['wxt'] },
  ui: {
    rooms: ['core', 'pack', 'card', 'anchor', 'finder', 'markdown'],
    packages: ['preact', '@preact/signals', 'uqr', 'wxt'],
  },
  beside: {
    rooms: [
      'core',
      'exchange',
      'finder',
      'card',
      'pack',
      'matching',
      'messages',
      'reading',
      'remote',
      'replica',
      'storage',
      'transfer',
      'ui',
    ],
    packages: ['preact', 'wxt'],
  },
  reading: {
    rooms: ['core', 'anchor', 'article', 'marks', 'matching', 'card', 'messages', 'ui'],
    packages: ['preact', 'wxt'],
  },
};
/** No network, no clock of its own, no browser: these rooms run in Node as they stand. */
const PURE = [
  'core',
  'text',
  'pack',
  'matching',
  'model',
  'card',
  'exchange',
  'finder',
  'anchor',
  'markdown',
  'sync',
  'attribution',
];
const LONGEST_FILE = 300;
/** Files that may be longer, with the reason. This list only shrinks. */
const MAY_BE_LONG: Record<string, string> = {};

const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
const sources = ['lib', 'entrypoints', 'scripts', 'bench', 'tests']
  .flatMap(filesUnder)
  .filter((file) => /\.(?:ts|tsx)$/.test(file));
const IMPORT = /^\s*(?:import|export)\b[^'";]*?\bfrom\s*'([^']+)'|^\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm;
const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, from, bare, lazy]) => from ?? bare ?? lazy ?? '');
const roomOf = (path: string): string => /^lib\/([^/]+)\//.exec(path)?.[1] ?? path.split('/')[0] ?? '';
const target = (file: string, name: string): string =>
  name.startsWith('@/') ? name.slice(2) : normalize(join(dirname(file), name));
const isLocal = (name: string): boolean => name.startsWith('.') || name.startsWith('@/');
const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

describe('imports point down', () => {
  it('every room of lib is in the table', () => {
    expect(readdirSync('lib').sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });
  it.each(sources.filter((file) => file.startsWith('lib/')))('%s', (file) => {
    const room = roomOf(file);
    const { rooms, packages } = MAY_IMPORT[room] ?? { rooms: [], packages: [] };
    const names = importsOf(file);
    const wrongRooms = names
      .filter(isLocal)
      .map((name) => target(file, name))
      .filter((path) =>
        path.startsWith('lib/')
          ? roomOf(path) !== room && !rooms.includes(roomOf(path))
          : !path.startsWith('public/_locales/'),
      );
    const wrongPackages = names.filter((name) => !isLocal(name) && !packages.includes(packageOf(name)));
    expect({ wrongRooms, wrongPackages }).toEqual({ wrongRooms: [], wrongPackages: [] });
  });
  it('entrypoints do not import each other', () => {
    const wrong = sources
      .filter((file) => file.startsWith('entrypoints/'))
      .flatMap((file) => {
        const home = file.split('/')[1];
        return importsOf(file)
          .filter(isLocal)
          .map((name) => target(file, name))
          .filter((path) => path.startsWith('entrypoints/') && path.split('/')[1] !== home);
      });
    expect(wrong).toEqual([]);
  });
  it('the page never gets storage: there, IndexedDB is the page’s own', () => {
    const reached = reachableFrom('entrypoints/article.ts');
    expect(reached.filter((file) => /^lib\/(?:storage|sync|vault|remote|replica)\//.test(file))).toEqual([]);
    expect(reached.length).toBeGreaterThan(20);
  });
  it('the page never gets the lexer of Markdown: it would be a fifth of what is loaded there', () => {
    expect(reachableFrom('entrypoints/article.ts').filter((file) => file.startsWith('lib/markdown/'))).toEqual([]);
    expect(reachableFrom('entrypoints/library/main.tsx')).toContain('lib/markdown/capped-lexer.ts');
  });
  it('nothing goes round in a circle', () => {
    const modules = sources.filter((file) => file.startsWith('lib/'));
    expect(modules.filter((file) => valueImportsOf(file).some((next) => reachableFrom(next).includes(file)))).toEqual(
      [],
    );
  });
});

describe('pure rooms touch nothing outside', () => {
  it.each(sources.filter((file) => PURE.includes(roomOf(file))))('%s', (file) => {
    const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$|'[^'\n]*'/gm, '');
    expect(code).not.toMatch(
      /\b(?:browser|chrome|document|window|localStorage|indexedDB|fetch|XMLHttpRequest|Date\.now|Math\.random)\b(?!:)/,
    );
  });
});

describe('files keep to one idea', () => {
  it.each(sources)('%s', (file) => {
    const lines = readFileSync(file, 'utf8').split('\n').length;
    if (MAY_BE_LONG[file] === undefined) expect(lines).toBeLessThanOrEqual(LONGEST_FILE);
  });
  it('no name that says nothing', () => {
    expect(
      sources
        .filter((file) => /(?:^|\/)(?:utils?|helpers?|common|misc|manager|index)\.tsx?$/.test(file))
        .filter((file) => !file.startsWith('entrypoints/')),
    ).toEqual([]);
  });
});

/** Imports that exist at run time: types alone make no circle. */
function valueImportsOf(file: string): string[] {
  const code = readFileSync(file, 'utf8');
  return [...code.matchAll(/^(?:import|export)\s+(?!type\b)[^;]*?from\s+'([^']+)'/gm)]
    .map(([, name = '']) => name)
    .filter(isLocal)
    .map((name) => target(file, name))
    .filter((path) => /\.tsx?$/.test(path));
}

function reachableFrom(start: string): string[] {
  const seen = new Set<string>();
  const walk = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    valueImportsOf(file).forEach(walk);
  };
  walk(relative('.', start));
  return [...seen];
}
