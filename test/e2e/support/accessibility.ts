import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(path.resolve('package.json')).resolve('axe-core/axe.min.js'), 'utf8');

/** Long enough for a button that waits for the service to be itself again. */
const REST_MILLISECONDS = 1_000;

/**
 * What axe finds against WCAG 2.2 A and AA on the page at rest, one line a fault. A button that becomes pressable while axe
 * looks is judged by its grey of before: what is found is looked for once more, and a real fault is still there.
 */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  const found = await faultsNow(page);
  if (found.length === 0) return found;
  await page.waitForTimeout(REST_MILLISECONDS);
  return faultsNow(page);
}

async function faultsNow(page: Page): Promise<readonly string[]> {
  // Not a script tag: the pages allow scripts of their own only.
  await page.evaluate(axeSource);
  return page.evaluate<string[]>(`
    axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target, any }) => id + ': ' + target.join(' ') + ' ' + (any[0]?.message ?? ''))))
  `);
}

/** Texts whose contrast against their ground is below the given ratio, one line each. */
export async function contrastFaults(page: Page, atLeast: 7): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  return page.evaluate<string[]>(`
    axe.run({ runOnly: { type: 'rule', values: ['color-contrast-enhanced'] } }).then(({ violations }) =>
      violations.flatMap(({ nodes }) => nodes.flatMap(({ target, any }) =>
        any.filter(({ data }) => data?.contrastRatio < ${atLeast}).map(({ data }) => target.join(' ') + ' ' + data.contrastRatio))))
  `);
}
