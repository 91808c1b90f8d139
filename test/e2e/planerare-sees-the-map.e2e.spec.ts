import type { Page } from 'playwright-core';
import { MONDAY, WEEK } from '../support/flow-unit.js';
import { planWeek } from '../support/planned-week.js';
import { accessibilityFaults } from './support/accessibility.js';
import { findChromium } from './support/browser.js';
import { startWebApp, type WebApp } from './support/web-app.js';

// Left out where there is no Chromium; `npm test` then prints this title.
const inBrowser = findChromium() === null ? describe.skip : describe;

inBrowser('the planerare sees the routes on the map (needs chromium)', () => {
  let web: WebApp;
  let page: Page;

  beforeAll(async () => {
    web = await startWebApp();
    const planerare = await web.app.logIn({ roles: ['planerare'], unitIds: [web.unit.unitId] });
    await planWeek(planerare, web.unit.unitId, { week: WEEK });
    page = await web.open({ role: 'planerare' }, `/vecka?vecka=${WEEK}&grupp=alla&dag=${MONDAY}`);
  }, 120_000);

  afterAll(() => web.close());

  it('beside the board, one person at a time where wanted, with what is not shown counted', async () => {
    const firstTile = page.waitForRequest((request) => request.url().includes('/api/map/tiles/'));
    await page.getByRole('button', { name: 'Visa kartan' }).click();
    await page.getByText('© OpenStreetMap contributors').waitFor();
    await page.getByText('2 stopp visas inte på kartan.').waitFor();
    expect((await firstTile).url()).toContain(web.app.url);
    expect(await accessibilityFaults(page)).toEqual([]);
    const people = page.getByRole('list', { name: 'Rutter på kartan' }).getByRole('button');
    const count = await people.count();
    expect(count).toBeGreaterThan(1);
    await people.first().press('Enter');
    expect(await people.first().getAttribute('aria-pressed')).toBe('true');
    expect(await accessibilityFaults(page)).toEqual([]);
  }, 60_000);
});
