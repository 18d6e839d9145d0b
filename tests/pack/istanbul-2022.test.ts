import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { spanOf } from '@/lib/core/dates.ts';
import type { Figure } from '@/lib/core/figures.ts';
import { list, record, text } from '@/lib/core/parse.ts';
import type { Account, Claim, Pack, TimeWindow } from '@/lib/core/pack.ts';
import { countOrigins, indexSources, lineageOf } from '@/lib/pack/origins.ts';
import { verdictIn } from '@/lib/text/verdict-words.ts';
import { checkFolder } from '@/scripts/pack/check-folder.ts';
import { loadPack } from '@/scripts/pack/load-folder.ts';

const FOLDER = 'packs/istanbul-2022';
const INVENTORY = '../shared/corpus/inventory.yaml';
const ARTICLES = '../shared/corpus/articles';

const PACK = mustLoad();
const SOURCES = indexSources(PACK.sources);
const CLAIMS: readonly Claim[] = PACK.questions.flatMap((question) => question.claims);
const ACCOUNTS: readonly Account[] = CLAIMS.flatMap((claim) => claim.accounts);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

function mustLoad(): Pack {
  const result = loadPack(FOLDER);
  if (result.kind === 'invalid') throw new Error(JSON.stringify(result.problems, null, 2));
  return result.pack;
}

describe('the built-in pack', () => {
  it('holds 34 questions, 82 claims and 121 accounts', () => {
    expect([PACK.questions.length, CLAIMS.length, ACCOUNTS.length]).toEqual([34, 82, 121]);
  });

  it('says of each question its time and by what else people speak to it, and each claim in four to six other ways', () => {
    const aspects = PACK.questions.map((question) => question.aspects.length);
    const wordings = CLAIMS.map((claim) => claim.wordings.length);
    expect(PACK.questions.filter(({ when }) => when === null)).toEqual([]);
    expect([Math.min(...aspects), Math.min(...wordings), Math.max(...wordings)]).toEqual([13, 4, 6]);
    expect([sum(aspects), sum(wordings)]).toEqual([663, 395]);
  });

  it('repeats no aspect and no wording, not even with another question', () => {
    const texts = PACK.questions.flatMap(({ aspects, claims }) => [
      ...aspects.map(({ says }) => says),
      ...claims.flatMap(({ says, wordings }) => [says, ...wordings]),
    ]);
    expect(new Set(texts.map((each) => each.toLowerCase())).size).toBe(texts.length);
  });

  it('names events of its own story within its claims’ time, and neighbours', () => {
    const own = PACK.events.filter((event) => event.own);
    expect([own.length, PACK.events.length - own.length]).toEqual([71, 69]);
    const windows = [...PACK.questions, ...CLAIMS].flatMap(({ when }) => when ?? []);
    const meets = (a: TimeWindow, b: TimeWindow) =>
      spanOf(a.from).first <= spanOf(b.to).last && spanOf(b.from).first <= spanOf(a.to).last;
    expect(own.filter((event) => !windows.some((when) => meets(when, event.when)))).toEqual([]);
  });

  it('lets a town of several rounds stand with each of them, and what has one time with one', () => {
    const at = (mention: string) =>
      PACK.events.filter(({ name, also }) => [name, ...also].includes(mention)).map(({ id }) => id);
    expect(at('Istanbul')).toEqual(['talks-istanbul', 'grain-deal', 'talks-istanbul-2025']);
    expect(at('Dolmabahçe')).toEqual(['istanbul-communique']);
    expect(at('28-point plan')).toEqual(['plan-of-28-points']);
  });

  it('tells what changed in the version that it is', () => {
    expect(PACK.changes.map(({ version }) => version)).toContain(PACK.version);
  });

  it('names each account after its claim and source, and numbers the repeated', () => {
    for (const claim of CLAIMS) {
      const bySource = Map.groupBy(claim.accounts, ({ source }) => source);
      for (const [source, accounts] of bySource)
        expect(accounts.map(({ id }) => id)).toEqual(
          accounts.map((_, n) => `${claim.id}.${source}${n === 0 ? '' : `-${n + 1}`}`),
        );
    }
  });

  it('uses no verdict words in its own voice', () => {
    const own = [
      PACK.title,
      PACK.summary,
      PACK.scope.what,
      ...PACK.questions.map(({ asks }) => asks),
      ...CLAIMS.flatMap(({ says, wordings }) => [says, ...wordings]),
      ...PACK.questions.flatMap(({ aspects }) => aspects.map(({ says }) => says)),
      ...PACK.events.flatMap(({ name, also }) => [name, ...also]),
      ...ACCOUNTS.flatMap(({ role, via, note }) => [role, via, note]),
      ...PACK.sources.flatMap(({ note, dateNote }) => [note, dateNote]),
    ];
    expect(own.filter((words) => words !== null && verdictIn(words) !== null)).toEqual([]);
  });

  it('has an origin at the end of every lineage', () => {
    for (const { id } of PACK.sources) {
      const origin = lineageOf(id, SOURCES).at(-1);
      expect([origin?.reprintOf, origin?.derivesFrom]).toEqual([null, null]);
    }
  });

  it('cites nothing that no account or source leads to', () => {
    const used = new Set([
      ...ACCOUNTS.flatMap(({ source, viaSource }) => [source, viaSource]),
      ...PACK.sources.flatMap(({ reprintOf, derivesFrom }) => [reprintOf, derivesFrom]),
    ]);
    expect(PACK.sources.filter(({ id }) => !used.has(id))).toEqual([]);
  });

  it('locates accounts in all five articles', () => {
    expect([...new Set(ACCOUNTS.map(({ source }) => source))].sort()).toEqual([
      'illusive',
      'kremlin',
      'vt',
      'wrecked',
      'wsws',
    ]);
  });

  it('folds a retelling into its origin', () => {
    const retold = ACCOUNTS.filter(({ source }) => source === 'illusive');
    expect(retold.length).toBeGreaterThan(10);
    expect(countOrigins(retold, SOURCES)).toBe(1);
    expect(retold.flatMap(({ source }) => lineageOf(source, SOURCES).at(-1)?.author ?? [])).toContain('Ted Snider');
  });

  it('locates by three to eight words', () => {
    const words = ACCOUNTS.flatMap((account) => account.locators.map((locator) => locator.words));
    expect(words.filter((each) => !/^\S+(?: \S+){2,7}$/.test(each))).toEqual([]);
  });

  it('quotes briefly', () => {
    const long = ACCOUNTS.filter(({ quote }) => (quote ?? '').split(' ').length > 25);
    expect(long.map(({ id }) => id)).toEqual([]);
  });

  it('gives each account of a claim with figures some of them, on the claim’s own axes', () => {
    const axis = ({ name, unit, of, asOf }: Figure): string => JSON.stringify([name, unit, of, asOf]);
    const counted = CLAIMS.filter(({ figures }) => figures.length > 0);
    expect(counted.length).toBe(14);
    for (const claim of counted) {
      const axes = new Set(claim.figures.map(axis));
      for (const account of claim.accounts) {
        expect(account.figures.length).toBeGreaterThan(0);
        expect(account.figures.filter((figure) => !axes.has(axis(figure)))).toEqual([]);
      }
    }
  });

  it('lets rival figures meet on one axis', () => {
    const question = PACK.questions.find(({ id }) => id === 'q-russian-losses');
    const killed = question?.claims.flatMap(({ figures }) =>
      figures.filter(({ name, of }) => name === 'killed' && of === 'Russian soldiers'),
    );
    expect(killed?.map(({ amount }) => amount)).toEqual([
      { kind: 'value', value: 1351 },
      { kind: 'value', value: 7000 },
    ]);
    expect(new Set(killed?.map(({ unit, asOf }) => `${unit} ${asOf ?? ''}`)).size).toBe(1);
  });

  it('dates what is said no later than the source that says it', () => {
    const late = ACCOUNTS.filter(({ source, said, event }) => {
      const published = SOURCES.get(source)?.published ?? '9999';
      return [said, event].some((told) => told !== null && told.date.slice(0, published.length) > published);
    });
    expect(late.map(({ id }) => id)).toEqual([]);
  });
});

describe.skipIf(!existsSync(INVENTORY))(
  'the built-in pack and the inventory (skipped where ../shared/corpus is absent)',
  () => {
    it('keeps every question and claim by its id and in its order, with as many accounts of each source', () => {
      expect(PACK.questions.map(outline)).toEqual(inventory());
    });
  },
);

type Outline = { readonly id: string; readonly claims: readonly { readonly id: string; readonly sources: string[] }[] };

const outline = ({ id, claims }: Pack['questions'][number]): Outline => ({
  id,
  claims: claims.map((claim) => ({
    id: claim.id,
    sources: claim.accounts.map(({ source }) => source as string).sort(),
  })),
});

function inventory(): Outline[] {
  const { questions } = record(parse(readFileSync(INVENTORY, 'utf8')), 'inventory');
  const idOf = (value: unknown, field: string) => text(record(value, field)[field], field);
  return list(questions, 'questions', (question) => ({
    id: idOf(question, 'id'),
    claims: list(record(question, 'question')['claims'], 'claims', (claim) => ({
      id: idOf(claim, 'id'),
      sources: list(record(claim, 'claim')['accounts'], 'accounts', (account) => idOf(account, 'source')).sort(),
    })),
  }));
}

describe.skipIf(!existsSync(ARTICLES))(
  'the built-in pack and its articles (skipped where ../shared/corpus is absent)',
  () => {
    it('finds every quote and locator in the article it is from', () => {
      const result = checkFolder(FOLDER, ARTICLES);
      expect(result.kind === 'invalid' ? result.problems : []).toEqual([]);
    });
  },
);
