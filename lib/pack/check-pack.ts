/** What must hold in a pack beyond its shape: names are unique, references lead somewhere, dates exist, words stay neutral. */
import { partialDate } from '@/lib/core/dates.ts';
import type { Figure } from '@/lib/core/figures.ts';
import type { Account, Pack, Source, ToldDate } from '@/lib/core/pack.ts';
import { verdictIn } from '@/lib/text/verdict-words.ts';
import type { PackProblem } from './parse-pack.ts';

type Report = (path: string, message: string) => void;

/** Every problem, in the order of the file; empty when the pack may be used. */
export function checkPack(pack: Pack): PackProblem[] {
  const problems: PackProblem[] = [];
  const report: Report = (path, message) => void problems.push({ path, message });
  checkDates(pack, report);
  checkSources(pack.sources, report);
  checkQuestions(pack, report);
  return problems;
}

function checkDates({ date, scope, changes }: Pack, report: Report): void {
  checkDate(date, '/date', report);
  checkDate(scope.from, '/scope/from', report);
  checkDate(scope.to, '/scope/to', report);
  if (scope.from > scope.to) report('/scope/to', 'is before /scope/from');
  changes.forEach((change, at) => checkDate(change.date, `/changes/${at}/date`, report));
}

function checkSources(sources: readonly Source[], report: Report): void {
  const byId = new Map(sources.map((source) => [source.id, source]));
  checkUnique(sources, '/sources', report);
  sources.forEach((source, at) => {
    const path = `/sources/${at}`;
    checkDate(source.published, `${path}/published`, report);
    source.republishedBy.forEach((copy, n) =>
      checkDate(copy.published, `${path}/republishedBy/${n}/published`, report),
    );
    for (const field of ['reprintOf', 'derivesFrom'] as const) {
      const parent = source[field];
      if (parent !== null && !byId.has(parent)) report(`${path}/${field}`, `no source has the id “${parent}”`);
    }
    if (source.reprintOf !== null && source.derivesFrom !== null)
      report(`${path}/derivesFrom`, 'a source has one parent: drop this or reprintOf');
    if (turnsBack(source, byId)) report(path, 'its chain of reprintOf and derivesFrom comes back to itself');
    checkNeutral(source.note, `${path}/note`, report);
  });
}

function turnsBack(source: Source, byId: ReadonlyMap<string, Source>): boolean {
  const seen = new Set<string>();
  for (let at: Source | undefined = source; at !== undefined; at = byId.get(at.reprintOf ?? at.derivesFrom ?? '')) {
    if (seen.has(at.id)) return true;
    seen.add(at.id);
  }
  return false;
}

function checkQuestions({ questions, sources }: Pack, report: Report): void {
  const kinds = new Map(sources.map(({ id, kind }) => [id, kind]));
  const claims = questions.flatMap((question, q) =>
    question.claims.map((claim, c) => ({ ...claim, path: `/questions/${q}/claims/${c}` })),
  );
  checkUnique(questions, '/questions', report);
  checkUniqueAt(claims, report);
  checkUniqueAt(
    claims.flatMap(({ accounts, path }) => accounts.map(({ id }, a) => ({ id, path: `${path}/accounts/${a}` }))),
    report,
  );
  questions.forEach(({ asks }, q) => checkNeutral(asks, `/questions/${q}/asks`, report));
  for (const claim of claims) {
    checkNeutral(claim.says, `${claim.path}/says`, report);
    claim.figures.forEach((figure, n) => checkFigure(figure, `${claim.path}/figures/${n}`, report));
    claim.accounts.forEach((account, a) => checkAccount(account, `${claim.path}/accounts/${a}`, kinds, report));
  }
}

function checkAccount(
  account: Account,
  path: string,
  kinds: ReadonlyMap<string, Source['kind']>,
  report: Report,
): void {
  const { source, viaSource, event, said, figures, role, note } = account;
  if (!kinds.has(source)) report(`${path}/source`, `no source has the id “${source}”`);
  else if (kinds.get(source) !== 'article')
    report(`${path}/source`, 'accounts are located in articles: name the citing article, and this as viaSource');
  if (viaSource !== null && !kinds.has(viaSource)) report(`${path}/viaSource`, `no source has the id “${viaSource}”`);
  checkToldDate(event, `${path}/event`, report);
  checkToldDate(said, `${path}/said`, report);
  figures.forEach((figure, n) => checkFigure(figure, `${path}/figures/${n}`, report));
  checkNeutral(role, `${path}/role`, report);
  checkNeutral(note, `${path}/note`, report);
}

function checkFigure({ amount, asOf }: Figure, path: string, report: Report): void {
  if (amount.kind === 'value' && Number.isNaN(amount.value)) report(path, 'needs a value, or low and high');
  if (amount.kind === 'range' && amount.low >= amount.high) report(path, 'low must be below high');
  checkDate(asOf, `${path}/asOf`, report);
}

function checkToldDate(told: ToldDate | null, path: string, report: Report): void {
  if (told !== null) checkDate(told.date, `${path}/date`, report);
}

function checkDate(date: string | null, path: string, report: Report): void {
  if (date !== null && partialDate(date) === null) report(path, `“${date}” is not in the calendar`);
}

function checkNeutral(words: string | null, path: string, report: Report): void {
  const verdict = words === null ? null : verdictIn(words);
  if (verdict !== null) report(path, `“${verdict}” judges: say who holds it, in neutral words`);
}

function checkUnique(items: readonly { readonly id: string }[], path: string, report: Report): void {
  checkUniqueAt(
    items.map(({ id }, at) => ({ id, path: `${path}/${at}` })),
    report,
  );
}

function checkUniqueAt(items: readonly { readonly id: string; readonly path: string }[], report: Report): void {
  const seen = new Set<string>();
  for (const { id, path } of items) {
    if (seen.has(id)) report(`${path}/id`, `“${id}” is already taken`);
    seen.add(id);
  }
}
