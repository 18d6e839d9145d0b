/**
 * Passages of saved pages, found again after edits: by lib/anchor, and by the peer on the same cases. Prints JSON.
 * `npx tsx bench/anchoring.ts [--pages N] [--page PART-OF-ITS-NAME] [--passages N] [--seed N]`
 */
import { parseArgs } from 'node:util';
import type { Span } from '@/lib/core/article.ts';
import type { Passage } from '@/lib/core/note.ts';
import { anchorAll } from '@/lib/anchor/anchor-all.ts';
import type { AnchorResult } from '@/lib/anchor/anchor-result.ts';
import { describePassage } from '@/lib/anchor/describe-passage.ts';
import { indexPage } from '@/lib/anchor/page-index.ts';
import { apart, AROUND, judge, passagesOf, truthOf, type Verdict } from './anchoring-cases.ts';
import { createChance, pick, reflow, type Chance } from './anchoring-edits.ts';
import { hasSavedPages, isFiller, loadPages, type BenchPage } from './anchoring-pages.ts';
import { anchorAsPeer, describeForPeer } from './anchoring-peer.ts';
import { RUNGS, type Rung } from './anchoring-rungs.ts';
import { createTally, type Tally } from './anchoring-tally.ts';
import { blocksOf, render, type Block, type Rendered } from './anchoring-text.ts';

/** Notes on a page whose time is measured. */
const NOTES = 100;

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '48' },
    page: { type: 'string', default: '' },
    passages: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '20220329' },
  },
});

/** One page before and after, with notes of the one to be found on the other. */
type Batch = {
  readonly rung: Pick<Rung, 'name' | 'kind' | 'loses' | 'imported'>;
  readonly before: Rendered;
  readonly after: Rendered;
  readonly spans: readonly Span[];
};

function main(): void {
  const pages = loadPages(Number(values.pages), values.page);
  const chance = createChance(Number(values.seed));
  const rounds = Math.ceil(Number(values.passages) / NOTES / pages.length);
  const texts = pages.map(({ reader }) => blocksOf(reader));
  const [tally, withoutFiller] = [createTally(), createTally()];
  const filler = pages.filter(isFiller);
  for (let round = 0; round < rounds; round += 1)
    for (const [n, page] of pages.entries()) {
      const strange = texts[(n + 1 + round) % texts.length] ?? [];
      const tallies = filler.includes(page) ? [tally] : [tally, withoutFiller];
      for (const batch of batchesOf(page, strange, chance)) measure(batch, chance, tallies);
    }
  const from = hasSavedPages() ? `${pages.length} saved pages` : `${pages.length} made-up pages: none are saved`;
  const passages = rounds * NOTES * pages.length;
  const about = { from, filler: filler.map(({ name }) => name), seed: Number(values.seed), passages };
  const rest = { 'without filler': withoutFiller.sums() };
  console.log(JSON.stringify({ ...about, ...tally.sums(), ...rest }, null, 1));
}

function* batchesOf(page: BenchPage, strange: readonly Block[], chance: Chance): Generator<Batch> {
  const blocks = blocksOf(page.live);
  const before = render(blocks);
  const spans = passagesOf(page.live, before.words, NOTES, chance);
  for (const rung of RUNGS) {
    for (const part of rung.sparesPassages === true ? apart(spans) : [spans]) {
      const fixed = (from: number): boolean =>
        rung.sparesPassages === true && part.some(({ start, end }) => from >= start && from < end);
      const after = render(rung.edit(blocks, { chance, fixed, strange }));
      yield { rung, before, after, spans: part };
    }
  }
  yield* viewsOf(page, before, spans, chance);
}

/** Noted on the live page and looked for in the reader view, and the other way round. */
function* viewsOf(page: BenchPage, live: Rendered, spans: readonly Span[], chance: Chance): Generator<Batch> {
  const reader = render(blocksOf(page.reader));
  const placedIn = (to: Rendered, back: (offset: number) => number | null): Rendered => ({
    ...to,
    words: to.words.map((word) => ({ ...word, from: back(word.start) })),
  });
  const kind = 'around';
  yield {
    rung: { name: 'live → reader', kind, loses: true },
    before: live,
    after: placedIn(reader, page.toLive),
    spans,
  };
  const noted = passagesOf(page.reader, reader.words, NOTES, chance);
  yield {
    rung: { name: 'reader → live', kind, loses: true },
    before: reader,
    after: placedIn(live, page.toReader),
    spans: noted,
  };
}

function measure({ rung, before, after, spans }: Batch, chance: Chance, tallies: readonly Tally[]): void {
  const described = indexPage(before.text);
  const passages = spans.map((span) =>
    rung.imported === true ? imported(before.text, span, chance) : describePassage(described, span),
  );
  const quotes = spans.map((span, n) => {
    const quote = describeForPeer(before.text, span);
    const { exact, prefix, suffix, position } = passages[n] ?? { ...quote, position: null };
    return rung.imported === true ? { exact, prefix, suffix, start: position?.start ?? null } : quote;
  });
  const began = performance.now();
  const ours = anchorAll(indexPage(after.text), passages);
  const between = performance.now();
  const theirs = quotes.map((quote) => anchorAsPeer(after.text, quote));
  const ended = performance.now();
  if (spans.length === NOTES) for (const tally of tallies) tally.addTimes(rung.name, between - began, ended - between);
  spans.forEach((span, n) => {
    const truth = truthOf(span, before.words, after.words, rung.loses === true);
    const noted = {
      exact: before.text.slice(span.start, span.end),
      prefix: before.text.slice(Math.max(0, span.start - AROUND), span.start),
      suffix: before.text.slice(span.end, span.end + AROUND),
    };
    const verdictOn = (found: Span): Verdict =>
      judge(found, { truth, ...noted, verbatim: rung.kind !== 'within' }, after);
    const their = theirs[n] ?? null;
    const verdicts = {
      ours: verdictOf(ours[n], verdictOn),
      peer: their === null ? 'orphan' : verdictOn(their),
    } as const;
    const isUnplaced = passages[n]?.position === null;
    const told = isUnplaced ? ({ name: `${rung.name}, no position`, kind: 'unplaced' } as const) : rung;
    for (const tally of tallies) tally.add(told, truth, verdicts);
  });
}

const verdictOf = (result: AnchorResult | undefined, verdictOn: (found: Span) => Verdict): Verdict =>
  result === undefined || result.kind === 'orphan' || result.kind === 'ambiguous'
    ? (result?.kind ?? 'orphan')
    : verdictOn(result.span);

const IMPORTED_CONTEXT = 32;

/** As other tools write it: over the page's raw text, whose lines break anywhere. */
function imported(text: string, { start, end }: Span, chance: Chance): Passage {
  const raw = (part: string): string =>
    render(reflow(blocksOf(part), { chance, fixed: () => false, strange: [] }), pick(['\n\n', '', '\n   '], chance))
      .text;
  return {
    exact: raw(text.slice(start, end)),
    prefix: raw(text.slice(Math.max(0, start - IMPORTED_CONTEXT), start)),
    suffix: raw(text.slice(end, end + IMPORTED_CONTEXT)),
    // Counted over another text, or not at all.
    position: chance() < 0.5 ? null : { start: Math.round(1.15 * start), end: Math.round(1.15 * end) },
    heading: null,
  };
}

main();
