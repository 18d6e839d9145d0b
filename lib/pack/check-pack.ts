/** What must hold in a pack beyond its shape: names are unique, references lead somewhere, dates exist, words stay neutral. */
import type { Pack } from '@/lib/core/pack.ts';
import { checkDate, checkNeutral } from './check-fields.ts';
import { checkEvents } from './check-events.ts';
import { checkQuestions } from './check-questions.ts';
import { checkSources } from './check-sources.ts';
import type { PackProblem, Report } from './pack-problem.ts';

/** Every problem; empty when the pack may be used. */
export function checkPack(pack: Pack): PackProblem[] {
  const problems: PackProblem[] = [];
  const report: Report = (path, message) => void problems.push({ path, message });
  checkHead(pack, report);
  checkNames(pack.names, report);
  checkEvents(pack.events, report);
  checkSources(pack.sources, report);
  checkQuestions(pack, report);
  return problems;
}

function checkHead({ date, title, summary, scope, changes }: Pack, report: Report): void {
  checkDate(date, '/date', report);
  checkNeutral(title, '/title', report);
  checkNeutral(summary, '/summary', report);
  checkNeutral(scope.what, '/scope/what', report);
  checkDate(scope.from, '/scope/from', report);
  checkDate(scope.to, '/scope/to', report);
  if (scope.from > scope.to) report('/scope/to', 'is before /scope/from');
  changes.forEach((change, at) => {
    checkDate(change.date, `/changes/${at}/date`, report);
    checkNeutral(change.text, `/changes/${at}/text`, report);
  });
}

/** A spelling in two groups would make two names one. Case counts: “US” is a country. */
function checkNames(names: Pack['names'], report: Report): void {
  const seen = new Set<string>();
  names.forEach((group, g) => {
    group.forEach((spelling, n) => {
      if (seen.has(spelling)) report(`/names/${g}/${n}`, `“${spelling}” already stands in the lists`);
      seen.add(spelling);
    });
  });
}
