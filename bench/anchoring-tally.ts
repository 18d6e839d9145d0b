/** Counts of the anchoring benchmark: by rung and engine, what became of each case, and the time of each page. */
import type { Truth, Verdict } from './anchoring-cases.ts';
import type { Rung } from './anchoring-rungs.ts';

const ENGINES = ['ours', 'peer'] as const;
type Engine = (typeof ENGINES)[number];
type Counts = Record<Verdict, number> & { cases: number };
type RungCounts = Record<Engine, { stands: Counts; gone: Counts; cut: Counts }>;

export type Tally = {
  readonly add: (rung: Pick<Rung, 'name' | 'kind'>, truth: Truth, verdicts: Readonly<Record<Engine, Verdict>>) => void;
  /** Milliseconds. */
  readonly addTimes: (rung: string, ours: number, peer: number) => void;
  readonly sums: () => object;
};

const none = (): Counts => ({ cases: 0, right: 0, wrong: 0, ambiguous: 0, orphan: 0, elsewhere: 0 });
const engineCounts = () => ({ stands: none(), gone: none(), cut: none() });

export function createTally(): Tally {
  const rungs = new Map<string, { readonly kind: Rung['kind']; readonly counts: RungCounts }>();
  const times = new Map<string, { ours: number; peer: number }[]>();
  return {
    add(rung, truth, verdicts) {
      if (truth.kind === 'torn') return;
      const known = rungs.get(rung.name) ?? { kind: rung.kind, counts: { ours: engineCounts(), peer: engineCounts() } };
      rungs.set(rung.name, known);
      for (const engine of ENGINES) {
        const counts = known.counts[engine][truth.kind];
        counts.cases += 1;
        counts[verdicts[engine]] += 1;
      }
    },
    addTimes(rung, ours, peer) {
      times.set(rung, [...(times.get(rung) ?? []), { ours, peer }]);
    },
    sums: () => ({
      totals: totalsOf([...rungs.values()]),
      time: timesOf([...times.values()].flat()),
      rungs: Object.fromEntries(
        [...rungs].map(([name, { counts }]) => [name, { ...rowOf(counts), time: timesOf(times.get(name) ?? []) }]),
      ),
    }),
  };
}

const share = (part: number, all: number): string => (all === 0 ? '—' : `${((100 * part) / all).toFixed(3)} %`);

function rowOf(counts: RungCounts): object {
  const row = (engine: Engine): object => {
    const { stands, gone, cut } = counts[engine];
    const { cases, right, wrong, ambiguous, orphan } = stands;
    return {
      found: share(right, cases),
      cases,
      wrong,
      ambiguous,
      orphan,
      gone: gone.cases,
      'gone, wrong': gone.wrong,
      'gone, same words elsewhere': gone.elsewhere,
      cut: cut.cases,
      'cut, wrong': cut.wrong,
    };
  };
  return { ours: row('ours'), peer: row('peer') };
}

type Row = { readonly kind: Rung['kind']; readonly counts: RungCounts };

function totalsOf(rows: readonly Row[]): object {
  const found = (engine: Engine, kind: Rung['kind']): string => {
    const own = rows.filter((row) => row.kind === kind).map(({ counts }) => counts[engine].stands);
    return share(sum(own.map(({ right }) => right)), sum(own.map(({ cases }) => cases)));
  };
  const wrong = (engine: Engine, verdicts: readonly Verdict[], kind?: keyof RungCounts[Engine]): string => {
    const all = rows.flatMap(({ counts: { [engine]: counts } }) =>
      kind === undefined ? Object.values(counts) : [counts[kind]],
    );
    return share(sum(all.flatMap((counts) => verdicts.map((v) => counts[v]))), sum(all.map(({ cases }) => cases)));
  };
  const of = (engine: Engine): object => ({
    'found, survives': found(engine, 'survives'),
    'found, unplaced': found(engine, 'unplaced'),
    'found, edited around': found(engine, 'around'),
    'found, edited within': found(engine, 'within'),
    'wrong words': wrong(engine, ['wrong']),
    'wrong words, where the passage stands': wrong(engine, ['wrong'], 'stands'),
    'wrong words, where it is gone': wrong(engine, ['wrong'], 'gone'),
    'wrong words, where it is there in part': wrong(engine, ['wrong'], 'cut'),
    'wrong words or place': wrong(engine, ['wrong', 'elsewhere']),
  });
  return {
    cases: sum(rows.flatMap(({ counts }) => Object.values(counts.ours).map(({ cases }) => cases))),
    ours: of('ours'),
    peer: of('peer'),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
const middle = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** Medians, in milliseconds a page of 100 notes. */
function timesOf(times: readonly { readonly ours: number; readonly peer: number }[]): object {
  const [ours, peer] = [middle(times.map((time) => time.ours)), middle(times.map((time) => time.peer))];
  return {
    ours: Number(ours.toPrecision(3)),
    peer: Number(peer.toPrecision(3)),
    ratio: Number((ours / peer).toPrecision(3)),
  };
}
