import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Names of the accessibility rules a page breaks, with the first element that does. */
export async function brokenRules(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}
