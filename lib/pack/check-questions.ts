/** What must hold among a pack's questions, claims and accounts. */
import type { Figure } from '@/lib/core/figures.ts';
import type { Account, Claim, Locator, Pack, Question, Source, ToldDate } from '@/lib/core/pack.ts';
import { checkDate, checkDistinct, checkFigure, checkNeutral, checkUniqueIds, checkWindow } from './check-fields.ts';
import type { Report } from './pack-problem.ts';

type SourceKinds = ReadonlyMap<string, Source['kind']>;

export function checkQuestions({ questions, sources }: Pack, report: Report): void {
  const kinds: SourceKinds = new Map(sources.map(({ id, kind }) => [id, kind]));
  const claims = questions.flatMap((question, q) =>
    question.claims.map((claim, c) => ({ claim, id: claim.id, path: `/questions/${q}/claims/${c}` })),
  );
  const accounts = claims.flatMap(({ claim, path }) =>
    claim.accounts.map((account, a) => ({ account, id: account.id, path: `${path}/accounts/${a}` })),
  );
  checkUniqueIds(
    questions.map(({ id }, q) => ({ id, path: `/questions/${q}` })),
    report,
  );
  checkUniqueIds(claims, report);
  checkUniqueIds(accounts, report);
  questions.forEach((question, q) => checkQuestion(question, `/questions/${q}`, report));
  for (const { claim, path } of claims) checkClaim(claim, path, report);
  for (const { account, path } of accounts) checkAccount(account, path, kinds, report);
}

/** The question itself and its aspects; its claims are checked on their own. */
function checkQuestion({ asks, when, claims, aspects }: Question, path: string, report: Report): void {
  checkNeutral(asks, `${path}/asks`, report);
  checkWindow(when, `${path}/when`, report);
  const own = aspects.map(({ says }, n) => ({ text: says, path: `${path}/aspects/${n}/says` }));
  for (const { text, path: at } of own) checkNeutral(text, at, report);
  aspects.forEach((aspect, n) => checkWindow(aspect.when, `${path}/aspects/${n}/when`, report));
  checkDistinct([...claims.map(({ says }, n) => ({ text: says, path: `${path}/claims/${n}/says` })), ...own], report);
}

function checkWordings({ says, wordings }: Claim, path: string, report: Report): void {
  const own = wordings.map((text, n) => ({ text, path: `${path}/wordings/${n}` }));
  for (const { text, path: at } of own) checkNeutral(text, at, report);
  checkDistinct([{ text: says, path: `${path}/says` }, ...own], report);
}

function checkClaim(claim: Claim, path: string, report: Report): void {
  checkNeutral(claim.says, `${path}/says`, report);
  checkWindow(claim.when, `${path}/when`, report);
  checkWordings(claim, path, report);
  const figures = [
    ...claim.figures.map((figure, n) => ({ figure, path: `${path}/figures/${n}` })),
    ...claim.accounts.flatMap((account, a) =>
      account.figures.map((figure, n) => ({ figure, path: `${path}/accounts/${a}/figures/${n}` })),
    ),
  ];
  const counted = new Map<string, Figure>();
  for (const { figure, path: at } of figures) {
    const { name, unit, of } = figure;
    checkFigure(figure, at, report);
    const first = counted.get(name) ?? figure;
    if (first.unit !== unit || first.of !== of)
      report(at, `“${name}” counts ${first.unit} of “${first.of}” elsewhere in this claim: one name, one thing`);
    counted.set(name, first);
  }
}

function checkAccount(account: Account, path: string, kinds: SourceKinds, report: Report): void {
  const { source, viaSource, event, said, role, note, locators } = account;
  if (!kinds.has(source)) report(`${path}/source`, `no source has the id “${source}”`);
  else if (kinds.get(source) !== 'article')
    report(`${path}/source`, 'accounts are located in articles: name the citing article, and this as viaSource');
  if (viaSource !== null && !kinds.has(viaSource)) report(`${path}/viaSource`, `no source has the id “${viaSource}”`);
  if (viaSource === source) report(`${path}/viaSource`, 'is the source itself: drop it');
  checkToldDate(event, `${path}/event`, report);
  checkToldDate(said, `${path}/said`, report);
  checkNeutral(role, `${path}/role`, report);
  checkNeutral(note, `${path}/note`, report);
  checkLocators(locators, `${path}/locators`, report);
}

function checkLocators(locators: readonly Locator[], path: string, report: Report): void {
  const seen = new Set<string>();
  locators.forEach(({ hash }, n) => {
    if (seen.has(hash)) report(`${path}/${n}`, 'the account already points to this sentence');
    seen.add(hash);
  });
}

function checkToldDate(told: ToldDate | null, path: string, report: Report): void {
  if (told !== null) checkDate(told.date, `${path}/date`, report);
}
