/** Holds the built extension, and sync within it, to their size budgets. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const KB = 1024;
/** What is loaded into every page read, all but the sentence model, and the whole of the extension as it is downloaded. */
const BUDGETS = [
  { what: 'in a page', files: /^(?:article\.js|marks\.css)$/, most: 70 * KB },
  { what: 'without the model', files: /^(?!model\/)/, most: 1024 * KB },
  { what: 'extension', files: /./, most: 30 * 1024 * KB },
];

/** Engine, WebDAV and encryption; without argon2id, which is loaded when a passphrase is typed. */
const MOST_SYNC = 25 * KB;

let over = false;
for (const target of ['chrome-mv3', 'firefox-mv3']) {
  const files = filesUnder(join('.output', target));
  for (const { what, files: pattern, most } of BUDGETS) {
    const size = files.filter(({ name }) => pattern.test(name)).reduce((sum, { gzipped }) => sum + gzipped, 0);
    console.log(`${target} · ${what}: ${(size / KB).toFixed(1)} of ${most / KB} KB gzipped`);
    over ||= size > most;
  }
}
const sync = await sizeOfSync();
console.log(`sync over WebDAV, argon2id apart: ${(sync / KB).toFixed(1)} of ${MOST_SYNC / KB} KB gzipped`);
over ||= sync > MOST_SYNC;
if (over) console.error('Over budget.');
process.exitCode = over ? 1 : 0;

function filesUnder(folder: string, prefix = ''): { name: string; gzipped: number }[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesUnder(path, `${prefix}${name}/`);
    return [{ name: prefix + name, gzipped: gzipSync(readFileSync(path), { level: 9 }).length }];
  });
}

async function sizeOfSync(): Promise<number> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@': root } },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(root, 'scripts', 'size', 'sync-core.ts'), formats: ['es'], fileName: 'sync' },
      minify: true,
      rolldownOptions: { external: ['hash-wasm'] },
    },
  });
  const chunks = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  return chunks.reduce((sum, chunk) => sum + ('code' in chunk ? gzipSync(chunk.code, { level: 9 }).length : 0), 0);
}
