/** Runs axe on what is drawn. Contrast is not for jsdom, which has no layout: tokens.test.ts holds it. */
import axe from 'axe-core';

/** One line for each violation: the rule, and where. Empty when there is none. */
export async function axeViolations(element: Element = document.body): Promise<string[]> {
  const { violations } = await axe.run(element, { iframes: false, rules: { 'color-contrast': { enabled: false } } });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
