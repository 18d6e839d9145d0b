import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openArticle } from '@/scripts/read/open-article.ts';
import type { Opened } from '@/scripts/read/open-article.ts';
import { readWith } from '@/scripts/read/read-with.ts';
import { noArticleToJson, readingToJson } from '@/scripts/read/to-json.ts';
import { noArticleToText, readingToText } from '@/scripts/read/to-text.ts';
import { DOUBLE_SENTENCE, KNOWN_SENTENCE, damPack } from './dam-story.ts';

const FIGURE_SENTENCE = 'Marisk offered families 25 million dollars in compensation for the valley.';
const PARAGRAPHS = [
  `${KNOWN_SENTENCE} Marisk, which built the Orrin dam, had nothing to add, and its offices above Velden stayed closed for the day.`,
  `${FIGURE_SENTENCE} The district of Velden had counted those missing until late on Friday.`,
  DOUBLE_SENTENCE,
];
const PAGE = `<!doctype html><html lang="en"><head><title>What the dam took</title>
<meta name="author" content="Ines Varga"><meta property="og:site_name" content="Valley Post">
<meta property="article:published_time" content="2019-05-21T08:00:00Z"></head>
<body><article><h1>What the dam took</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;

function saved(name: string, content: string | Uint8Array): string {
  const dir = mkdtempSync(join(tmpdir(), 'parallax-read-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  writeFileSync(join(dir, name), content);
  return join(dir, name);
}
function articleIn(opened: Opened) {
  if (opened.kind === 'no-article') throw new Error(opened.why);
  return opened.article;
}

describe('openArticle', () => {
  it('reads a saved page as the extension would', () => {
    const article = articleIn(openArticle(saved('page.html', PAGE), 'https://valley.example/2019/dam'));
    expect(article).toMatchObject({
      title: 'What the dam took',
      outlet: 'Valley Post',
      published: '2019-05-21',
      language: 'en',
    });
    expect(article.url).toBe('https://valley.example/2019/dam');
    expect(article.sentences.map(({ text }) => text)).toContain(KNOWN_SENTENCE);
  });

  it('makes up no address for a page that was saved without one', () => {
    expect(articleIn(openArticle(saved('page.html', PAGE), null)).url).toBeNull();
  });

  it('unpacks', () => {
    const plain = articleIn(openArticle(saved('page.html', PAGE), null));
    expect(articleIn(openArticle(saved('page.html.gz', gzipSync(PAGE)), null)).text).toBe(plain.text);
    expect(articleIn(openArticle(saved('page.txt.gz', gzipSync('One. Two.')), null)).sentences).toHaveLength(2);
  });

  it('reads a text, a line to each paragraph', () => {
    const article = articleIn(openArticle(saved('page.txt', PARAGRAPHS.join('\n')), 'https://valley.example/t'));
    expect(article.url).toBe('https://valley.example/t');
    expect(article.sentences.map(({ text }) => text)).toContain(DOUBLE_SENTENCE);
  });

  it.each([
    ['page.txt', '  \n '],
    ['page.html', '<p>'],
  ])('finds no article in an empty %s', (name, content) => {
    expect(openArticle(saved(name, content), null)).toEqual({ kind: 'no-article', why: 'no-text' });
  });
});

describe('a reading', () => {
  const packs = [damPack()];
  const read = () => readWith(packs, articleIn(openArticle(saved('page.html', PAGE), null)));

  it('as JSON names article, sentences, marks and coverage', async () => {
    const json = readingToJson(await read(), packs);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    expect(json.article).toEqual({
      title: 'What the dam took',
      byline: 'Ines Varga',
      outlet: 'Valley Post',
      url: null,
      published: '2019-05-21',
      language: 'en',
    });
    const marked = json.marks.map(({ sentence, claim, relation }) => [json.sentences[sentence]?.text, claim, relation]);
    expect(marked).toContainEqual([KNOWN_SENTENCE, 'cracks-ignored', 'same']);
    expect(marked).toContainEqual([FIGURE_SENTENCE, 'forty-million', 'other-figure']);
    expect(json.coverage).toEqual({
      sentences: json.sentences.length,
      marks: json.marks.length,
      pack: [{ id: 'orrin-dam', version: '1.0.0' }],
      gate: ['orrin-dam'],
    });
  });

  it('as text shows every mark with the question and its accounts', async () => {
    const text = readingToText(await read(), packs);
    expect(text).toMatch(/^What the dam took\nInes Varga · Valley Post · 21 May 2019\n/);
    expect(text).toContain('Unmarked does not mean checked.');
    expect(text).toContain(
      `] ${KNOWN_SENTENCE}\n    Why did the Orrin dam break? (says the same, the same sentence)\n`,
    );
    expect(text).toContain('    ▸ Marisk ignored cracks in the wall');
    expect(text).toContain('        Rosalind Achterberg · asserts · gazette [this sentence]');
    expect(text).toContain('        Ombeline Castellan · doubts · gazette\n');
    expect(text).toMatch(/gives another figure, \d\d %/);
    expect(text).toMatch(/\n {4}Also: (?:How many people drowned|Were the villages)/);
  });

  it('of another story says that it tells none of those at hand', async () => {
    const reading = await readWith(packs, articleIn(openArticle(saved('a.txt', 'Moss wants light.'), null)));
    expect(readingToText(reading, packs)).toContain(
      'tells none of the stories at hand (“The story of orrin-dam” 1.0.0',
    );
    expect(readingToJson(reading, packs)).toMatchObject({ marks: [], coverage: { marks: 0, gate: [] } });
  });

  it('of no article says why', () => {
    const none = { kind: 'no-article', why: 'list-of-links' } as const;
    expect(noArticleToText(none)).toBe('No article was found: it is a list of links.');
    expect(noArticleToJson(none, packs)).toMatchObject({
      article: null,
      why: 'list-of-links',
      sentences: [],
      marks: [],
    });
  });
});

describe('the commands', { timeout: 60_000 }, () => {
  function run(script: string, ...args: readonly string[]): { status: number | null; out: string; err: string } {
    const tsx = join('node_modules', 'tsx', 'dist', 'cli.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, script, ...args], { encoding: 'utf8' });
    return { status, out: stdout, err: stderr };
  }

  it('read prints JSON with the packs that ship', () => {
    const { status, out } = run('scripts/read.ts', saved('page.html', PAGE), '--json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      article: { title: 'What the dam took' },
      marks: [],
      coverage: { gate: [] },
    });
  });

  it.each([
    ['scripts/read.ts', [], /^npm run read/],
    ['scripts/read.ts', ['a', 'b'], /^npm run read/],
    ['scripts/read.ts', ['a', '--colour'], /^npm run read/],
    ['scripts/read.ts', ['no-such-file.html'], /^no-such-file\.html cannot be read: ENOENT/],
    ['scripts/read.ts', ['a.html', '--url', 'nowhere'], /^“nowhere” is no address/],
    ['scripts/eval.ts', [], /^npm run eval/],
    ['scripts/eval.ts', ['--jsn', 'x'], /^npm run eval/],
    ['scripts/eval.ts', ['no-such-folder'], /ENOENT/],
    ['scripts/eval.ts', ['docs', '--only', '('], /^npm run eval/],
    ['scripts/eval.ts', ['docs'], /^docs holds no such labelled articles/],
  ])('%s %j fails and says why', (script, args, why) => {
    const { status, out, err } = run(script, ...args);
    expect([status, out]).toEqual([1, '']);
    expect(err).toMatch(why);
  });

  it('eval prints the figures of every article and of all, with and without recognition', () => {
    const file = saved(
      'one.json',
      JSON.stringify({
        file: 'one',
        published: '2022-03-30',
        sentences: ['Russia and Ukraine reached a provisional agreement in Istanbul, Kyiv said.', 'Moss wants light.'],
        labels: [
          {
            i: 0,
            need: true,
            claims: [],
            claimsAny: [],
            questions: ['q-istanbul-outcome'],
            questionsAny: [],
            denies: [],
          },
        ],
      }),
    );
    const { status, out } = run('scripts/eval.ts', join(file, '..'), '--known', '--json');
    expect(status).toBe(0);
    const { perArticle, ...all } = JSON.parse(out) as { perArticle: Record<string, unknown> };
    expect(perArticle).toEqual({ one: all });
    expect(all).toMatchObject({ articles: 1, sentences: 2, need: 1, averagePrecision: 1 });
  });
});
