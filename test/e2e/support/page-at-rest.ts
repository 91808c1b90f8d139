import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** Between an answer and what is asked for because of it. */
const REST_MILLISECONDS = 100;

/**
 * Waits until a page has its name, everything it asks for, and no skeletons. Playwright's own "networkidle" waits half a
 * second on each page, which is most of a walk through all of them.
 */
export function watchRest(page: Page): () => Promise<void> {
  const open = new Set<unknown>();
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return async () => {
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    do await wait(REST_MILLISECONDS);
    while (open.size > 0);
    await page.locator('[class*="Skeleton"]').first().waitFor({ state: 'detached' });
  };
}
