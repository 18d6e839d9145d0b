/**
 * Which sentences are labelled for attribution: npx tsx scripts/sample-attribution.ts [folder]
 * Prints windows of consecutive sentences, drawn by a fixed seed. Run once, before anything was built.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { list, record, text } from '../lib/core/parse.ts';

const SEED = 20_260_707;
const WINDOW = 8;
/** Single sentences with such a word, of articles that no window is drawn from: the windows hold too few. */
const SINGLES = 48;
/** Longer ones are whole sections without their marks. */
const LONGEST = 600;
/** Windows around a word of denial or doubt, which are rare, and windows anywhere: for building, and held out. */
const DRAWN = { rare: { dev: 10, test: 5 }, any: { dev: 20, test: 10 } };
const LEAST_SENTENCES = 8;
/** Of an article's sentences that hold a verb of saying: below that it is an essay. */
const LEAST_SAID = 0.15;
const SAID = /\b(?:said|says|told|according to|claimed|denied|added|stated)\b/iu;
/** Machine translations print sentences without a space between them: one such “sentence” has several speakers. */
const GLUED = /\p{Ll}{2}[.!?]["”]?(?:-|\p{Lu}\p{Ll})/u;
const MOST_GLUED = 0.05;
const RARE =
  /\b(?:den(?:y|ies|ied)|reject(?:s|ed)|dismiss(?:es|ed)|refut(?:es|ed)|doubt(?:s|ed)?|skeptic|sceptic|question(?:s|ed))\b/iu;

type Split = 'dev' | 'test';
type Drawn = { readonly file: string; readonly from: number; readonly to: number; readonly split: Split };

const folder = process.argv[2] ?? '../shared/training/articles';
const random = randomFrom(SEED);
const readable = readdirSync(folder)
  .sort()
  .map((file) => ({ file: file.replace('.json', ''), sentences: sentencesOf(join(folder, file)) }))
  .filter(({ sentences }) => shareOf(GLUED, sentences) <= MOST_GLUED);
const articles = shuffled(
  readable.filter(({ sentences }) => sentences.length >= LEAST_SENTENCES && shareOf(SAID, sentences) >= LEAST_SAID),
);
const drawn: Drawn[] = [];
for (const [kind, { dev, test }] of Object.entries(DRAWN))
  for (const split of [...Array<Split>(dev).fill('dev'), ...Array<Split>(test).fill('test')]) {
    const window = draw(kind === 'rare');
    if (window !== null) drawn.push({ ...window, split });
  }
const singles = shuffled(readable.filter(({ file }) => !drawn.some((one) => one.file === file)))
  .flatMap(drawSingle)
  .slice(0, SINGLES)
  .map((one, at): Drawn => ({ ...one, split: at % 3 === 2 ? 'test' : 'dev' }));
console.log(JSON.stringify([...drawn, ...singles].sort((a, b) => a.file.localeCompare(b.file) || a.from - b.from)));

function shareOf(words: RegExp, sentences: readonly string[]): number {
  return sentences.filter((one) => words.test(one)).length / sentences.length;
}

/** Takes the article away, so that no article is drawn twice. */
function draw(rare: boolean): Omit<Drawn, 'split'> | null {
  const at = articles.findIndex(({ sentences }) => !rare || sentences.some((one) => RARE.test(one)));
  const [article] = at < 0 ? [] : articles.splice(at, 1);
  if (article === undefined) return null;
  const places = article.sentences.flatMap((one, place) => (!rare || RARE.test(one) ? [place] : []));
  const place = places[Math.floor(random() * places.length)] ?? 0;
  const lead = rare ? Math.floor(random() * WINDOW) : 0;
  const from = Math.max(0, Math.min(place - lead, article.sentences.length - WINDOW));
  return { file: article.file, from, to: from + WINDOW };
}

function drawSingle({ file, sentences }: { readonly file: string; readonly sentences: readonly string[] }) {
  const places = sentences.flatMap((one, place) => (RARE.test(one) && one.length <= LONGEST ? [place] : []));
  const place = places[Math.floor(random() * places.length)];
  return place === undefined ? [] : [{ file, from: place, to: place + 1 }];
}

function sentencesOf(path: string): string[] {
  const article = record(JSON.parse(readFileSync(path, 'utf8')), path);
  return list(article.sentences, path, (value, at) => text(value, at, 100_000));
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
