import type { Page } from 'playwright-core';
import { accessibilityFaults } from './accessibility.js';

/** More than any dialog has fields, so that Tab has gone round. */
const TABS = 40;

/** The browser's own bar lies between the last and the first of a dialog of its own; the page under it is out of reach. */
const IS_INSIDE = `document.activeElement === document.body ||
  document.querySelector('[role=dialog], dialog[open]').contains(document.activeElement)`;

/**
 * What is wrong with the dialog that a button opens: it has to fit the screen, to keep Tab inside, to close by Esc and to
 * give focus back to the button (WCAG 2.2, 2.1.2, 2.4.3 and 2.4.11).
 */
export async function dialogFaults(page: Page, button: string | RegExp): Promise<readonly string[]> {
  const opener = page.getByRole('button', { name: button }).first();
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await dialog.locator('[class*="Skeleton"]').first().waitFor({ state: 'detached' });
  const faults = [...(await accessibilityFaults(page))];
  const wider = await page.evaluate<number>(
    `Math.max(...[...document.querySelectorAll('[role=dialog], dialog[open]')].map((one) => one.getBoundingClientRect().right)) - innerWidth`,
  );
  if (wider > 0) faults.push(`${wider} px too wide`);
  if (!(await tabStaysInside(page))) faults.push('Tab leads out of it');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  const isBack = await opener.evaluate((element) => element.ownerDocument.activeElement === element);
  if (!isBack) faults.push('focus does not go back');
  return faults.map((fault) => `dialog of ${String(button)}: ${fault}`);
}

async function tabStaysInside(page: Page): Promise<boolean> {
  for (let pressed = 0; pressed < TABS; pressed += 1) {
    await page.keyboard.press('Tab');
    if (!(await page.evaluate<boolean>(IS_INSIDE))) return false;
  }
  return true;
}
