/** axe in a real page, where colours and sizes are real too. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Tab } from './driver.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong: rule and elements, one line each. */
export async function violations(tab: Tab): Promise<string[]> {
  // As a function's source: the page's own policy lets no script in.
  await tab.run(`() => { const module = undefined, exports = undefined, define = undefined; ${AXE}; return true; }`);
  return tab.run<string[]>(`async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target.join(' ') + ' ' + failureSummary));
  }`);
}
