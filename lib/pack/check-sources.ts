/** What must hold among a pack's sources: parents exist, lineages end, dates are what they say to be. */
import type { Source } from '@/lib/core/pack.ts';
import { checkDate, checkNeutral, checkUniqueIds } from './check-fields.ts';
import { indexSources } from './origins.ts';
import type { SourcesById } from './origins.ts';
import type { Report } from './pack-problem.ts';

export function checkSources(sources: readonly Source[], report: Report): void {
  const byId = indexSources(sources);
  const placed = sources.map((source, at) => ({ source, id: source.id, path: `/sources/${at}` }));
  checkUniqueIds(placed, report);
  for (const { source, path } of placed) {
    checkParents(source, byId, path, report);
    checkDates(source, path, report);
    checkNeutral(source.note, `${path}/note`, report);
    checkNeutral(source.dateNote, `${path}/dateNote`, report);
  }
}

function checkParents(source: Source, byId: SourcesById, path: string, report: Report): void {
  for (const field of ['reprintOf', 'derivesFrom'] as const) {
    const parent = source[field];
    if (parent !== null && !byId.has(parent)) report(`${path}/${field}`, `no source has the id “${parent}”`);
  }
  if (source.reprintOf !== null && source.derivesFrom !== null)
    report(`${path}/derivesFrom`, 'a source has one parent: drop this or reprintOf');
  if (turnsBack(source, byId)) report(path, 'its chain of reprintOf and derivesFrom comes back to itself');
}

function turnsBack(source: Source, byId: SourcesById): boolean {
  const seen = new Set<string>();
  let at: Source | undefined = source;
  while (at !== undefined) {
    if (seen.has(at.id)) return true;
    seen.add(at.id);
    const parent: Source['reprintOf'] = at.reprintOf ?? at.derivesFrom;
    at = parent === null ? undefined : byId.get(parent);
  }
  return false;
}

function checkDates({ published, dateCertain, dateNote, republishedBy }: Source, path: string, report: Report): void {
  checkDate(published, `${path}/published`, report);
  if (published === null && dateCertain) report(`${path}/dateCertain`, 'there is no date to be certain of');
  if (published !== null && !dateCertain && dateNote === null)
    report(path, 'an uncertain date needs a dateNote that says from what it is inferred');
  republishedBy.forEach((copy, n) => checkDate(copy.published, `${path}/republishedBy/${n}/published`, report));
}
