/** Holds the built extension to its size budget. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const KB = 1024;
/** What is loaded into every page read, all but the sentence model, and the whole of the extension as it is downloaded. */
const BUDGETS = [
  { what: 'in a page', files: /^(?:article\.js|marks\.css)$/, most: 70 * KB },
  { what: 'without the model', files: /^(?!model\/)/, most: 1024 * KB },
  { what: 'extension', files: /./, most: 30 * 1024 * KB },
];

let over = false;
for (const target of ['chrome-mv3', 'firefox-mv3']) {
  const files = filesUnder(join('.output', target));
  for (const { what, files: pattern, most } of BUDGETS) {
    const size = files.filter(({ name }) => pattern.test(name)).reduce((sum, { gzipped }) => sum + gzipped, 0);
    console.log(`${target} · ${what}: ${(size / KB).toFixed(1)} of ${most / KB} KB gzipped`);
    over ||= size > most;
  }
}
if (over) console.error('Over budget.');
process.exitCode = over ? 1 : 0;

function filesUnder(folder: string, prefix = ''): { name: string; gzipped: number }[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesUnder(path, `${prefix}${name}/`);
    return [{ name: prefix + name, gzipped: gzipSync(readFileSync(path), { level: 9 }).length }];
  });
}
