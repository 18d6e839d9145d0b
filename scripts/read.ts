/** `npm run read -- FILE`: what Parallax shows on a saved page or a text, without a browser. */
import { parseArgs } from 'node:util';
import { loadShippedPacks } from './eval/load-packs.ts';
import { openArticle } from './read/open-article.ts';
import { readWith } from './read/read-with.ts';
import { noArticleToJson, readingToJson } from './read/to-json.ts';
import { noArticleToText, readingToText } from './read/to-text.ts';

const USAGE = `npm run read -- FILE.html|FILE.txt [--url ADDRESS] [--json]
  FILE    a saved page, or a text with a line to each paragraph; either may be gzipped
  --url   the address it was saved from
  --json  print the reading as JSON`;

process.exitCode = await main();

async function main(): Promise<0 | 1> {
  const args = readArgs();
  if (args === null) return refuse(USAGE);
  const { file, address, json } = args;
  if (address !== null && !URL.canParse(address)) return refuse(`“${address}” is no address`);
  const packs = loadShippedPacks();
  const opened = openedOrWhyNot(file, address);
  if (typeof opened === 'string') return refuse(opened);
  if (opened.kind === 'no-article') {
    console.log(json ? JSON.stringify(noArticleToJson(opened, packs), null, 1) : noArticleToText(opened));
    return 0;
  }
  const reading = await readWith(packs, opened.article);
  console.log(json ? JSON.stringify(readingToJson(reading, packs), null, 1) : readingToText(reading, packs));
  return 0;
}

function readArgs(): { readonly file: string; readonly address: string | null; readonly json: boolean } | null {
  try {
    const options = { url: { type: 'string' }, json: { type: 'boolean' } } as const;
    const { positionals, values } = parseArgs({ allowPositionals: true, options });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return null;
    return { file, address: values.url ?? null, json: values.json ?? false };
  } catch {
    return null;
  }
}

function openedOrWhyNot(file: string, address: string | null): ReturnType<typeof openArticle> | string {
  try {
    return openArticle(file, address);
  } catch (cause) {
    return `${file} cannot be read: ${cause instanceof Error ? cause.message : 'unknown cause'}`;
  }
}

function refuse(why: string): 1 {
  console.error(why);
  return 1;
}
