/**
 * What 100,000 notes cost on the way out to a file and in from it: seconds by the clock and of the processor, and how
 * much more memory was held on the way than before. `tsx bench/exchange.ts [notes]` prints JSON. The notes are made up by a seed, as they are asked for.
 */
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ArticleKey } from '@/lib/core/ids.ts';
import { COLOURS, FLAG_KINDS, type Note } from '@/lib/core/note.ts';
import { noteId } from '@/lib/core/parse-note.ts';
import { readBackup, writeBackup } from '@/lib/exchange/backup.ts';
import type { ExportItem } from '@/lib/exchange/export-item.ts';
import { notesToBibtex } from '@/lib/exchange/bibtex.ts';
import { notesToCsl } from '@/lib/exchange/csl.ts';
import { notesToCsv } from '@/lib/exchange/csv.ts';
import { createHypothesisWriter, readHypothesis } from '@/lib/exchange/hypothesis.ts';
import { notesToMarkdown, notesToMarkdownFiles, type MarkdownFile } from '@/lib/exchange/markdown.ts';
import { notesToReadwise } from '@/lib/exchange/readwise.ts';
import { notesToRis } from '@/lib/exchange/ris.ts';
import { createW3cWriter, readW3c } from '@/lib/exchange/w3c.ts';
import { onArticles } from './made-up-articles.ts';
import { createWriter } from './made-up-words.ts';

const NOTES = Number(process.argv[2] ?? 100_000);
const DIFFERENT = 1000;
/** How often, in pieces or notes, the memory is looked at. */
const LOOK_EVERY = 5000;

type Format = {
  readonly write: (items: AsyncIterable<ExportItem>) => AsyncIterable<string>;
  /** Absent: the format only goes out. */
  readonly read?: (pieces: AsyncIterable<string>) => AsyncIterable<unknown>;
};

const FORMATS: Readonly<Record<string, Format>> = {
  w3c: { write: createW3cWriter(NOTES), read: readW3c },
  hypothesis: { write: createHypothesisWriter(NOTES), read: readHypothesis },
  backup: { write: (items) => writeBackup(rowsOf(items)), read: readBackup },
  markdown: { write: (items) => notesToMarkdown(onArticles(items)) },
  'markdown-files': { write: (items) => textsOf(notesToMarkdownFiles(onArticles(items))) },
  csv: { write: (items) => notesToCsv(onArticles(items)) },
  readwise: { write: (items) => notesToReadwise(onArticles(items)) },
  csl: { write: (items) => notesToCsl(onArticles(items)) },
  ris: { write: (items) => notesToRis(onArticles(items)) },
  bibtex: { write: (items) => notesToBibtex(onArticles(items)) },
};

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;
const folder = mkdtempSync(join(tmpdir(), 'parallax-bench-'));
const costs: Record<string, unknown> = {};
try {
  for (const [name, format] of Object.entries(FORMATS)) costs[name] = await measure(name, format);
} finally {
  rmSync(folder, { recursive: true });
}
console.log(JSON.stringify({ notes: NOTES, formats: costs }, null, 1));

async function measure(name: string, { write, read }: Format) {
  const path = join(folder, name);
  const out = await cost(() => save(path, write(items())));
  const megabytes = Math.round(statSync(path).size / 1e6);
  if (read === undefined) return { megabytes, out };
  return { megabytes, out, in: await cost(() => read(createReadStream(path, { encoding: 'utf8' }))) };
}

/** Twice: once by the clock, once for the memory, since looking at it takes time. */
async function cost(task: () => AsyncIterable<unknown>) {
  const [began, used] = [performance.now(), process.cpuUsage()];
  let entries = 0;
  for await (const _entry of task()) entries += 1;
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(used);
  const before = heldMegabytes();
  let [most, seen] = [before, 0];
  for await (const _entry of task()) {
    seen += 1;
    if (seen % LOOK_EVERY === 0) most = Math.max(most, heldMegabytes());
  }
  const cpuSeconds = (user + system) / 1e6;
  return { seconds: rounded(seconds), cpuSeconds: rounded(cpuSeconds), heldMB: rounded(most - before), entries };
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

function heldMegabytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1e6;
}

async function* save(path: string, pieces: AsyncIterable<string>): AsyncGenerator<void, void> {
  const file = await open(path, 'w');
  let waiting: string[] = [];
  for await (const piece of pieces) {
    waiting.push(piece);
    if (waiting.length === 500) {
      await file.write(waiting.join(''));
      waiting = [];
    }
    yield;
  }
  await file.write(waiting.join(''));
  await file.close();
}

async function* items(): AsyncGenerator<ExportItem, void> {
  const different = madeUpNotes();
  for (let at = 0; at < NOTES; at += 1) {
    const note = different[at % DIFFERENT];
    if (note === undefined) throw new Error('no note');
    const id = noteId(`00000000-0000-4000-8000-${at.toString(16).padStart(12, '0')}`, 'id');
    yield await Promise.resolve({ note: { ...note, id }, article: null });
  }
}

async function* rowsOf(items: AsyncIterable<ExportItem>) {
  for await (const { note } of items) yield { section: 'notes', row: note };
}

async function* textsOf(files: AsyncIterable<MarkdownFile>) {
  for await (const { text } of files) yield text;
}

function madeUpNotes(): Note[] {
  const { sentence } = createWriter(1);
  return Array.from({ length: DIFFERENT }, (_, at): Note => {
    const host = `paper-${at % 37}.example`;
    const path = sentence(5).replaceAll(' ', '-');
    return {
      id: noteId('00000000-0000-4000-8000-000000000000', 'id'),
      article: `${host}/${path}` as ArticleKey,
      url: `https://www.${host}/${path}?utm_source=feed`,
      passage: {
        exact: sentence(20),
        prefix: sentence(8),
        suffix: sentence(8),
        position: { start: at * 100, end: at * 100 + 120 },
        heading: sentence(4),
      },
      flag: at % 4 === 0 ? (FLAG_KINDS[at % FLAG_KINDS.length] ?? null) : null,
      evidence: null,
      body: at % 3 === 0 ? '' : `${sentence(30)} “${sentence(10)}” 👍`,
      tags: at % 2 === 0 ? [] : [sentence(1), sentence(2)],
      colour: COLOURS[at % COLOURS.length] ?? 'yellow',
      created: 1_700_000_000_000 + at * 60_000,
      modified: 1_700_000_000_000 + at * 61_000,
      deleted: null,
      replyTo: null,
      text: null,
      imported: null,
    };
  });
}
