import type { Page } from 'playwright-core';
import { WEEK } from '../support/flow-unit.js';
import { planWeek, publish } from '../support/planned-week.js';
import { accessibilityFaults } from './support/accessibility.js';
import { findChromium } from './support/browser.js';
import { startWebApp, type WebApp } from './support/web-app.js';

// Left out where there is no Chromium; `npm test` then prints this title.
const inBrowser = findChromium() === null ? describe.skip : describe;

inBrowser('the enhetschef reads the figures (needs chromium)', () => {
  let web: WebApp;
  let page: Page;

  beforeAll(async () => {
    web = await startWebApp();
    const { unitId } = web.unit;
    const planerare = await web.app.logIn({ roles: ['planerare'], unitIds: [unitId] });
    await publish(planerare, unitId, await planWeek(planerare, unitId, { week: WEEK }));
    page = await web.open({ role: 'enhetschef' }, `/uppfoljning?vecka=${WEEK}&grupp=alla&period=week`);
  }, 120_000);

  afterAll(() => web.close());

  it('sees the three sums, the ratios beside the target, and how they are counted', async () => {
    await page.getByText('Personaltimmar', { exact: true }).first().waitFor();
    const { body } = await (
      await enhetschef()
    ).get(`/api/units/${web.unit.unitId}/efficiency-report?period=week&date=2031-03-03`);
    // Four employees, three shifts of nine hours with 45 minutes of rast.
    expect(body.staffHours).toBe(99);
    await page.getByText('99 h', { exact: true }).first().waitFor();
    await page
      .getByText(/mål 75/)
      .first()
      .waitFor();
    await page.getByText(/Effektivitet = utförda timmar \/ personaltimmar/).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await accessibilityFaults(page)).toEqual([]);
  }, 30_000);

  it('goes from the unit to a group by keyboard only', async () => {
    await page
      .getByRole('button', { name: /^Visa gruppen/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Uppföljning: Grupp väst' }).waitFor();
    await page.getByText('49,5 h', { exact: true }).first().waitFor();
  }, 30_000);

  it('opens continuity to the plan it is measured in', async () => {
    await page.getByRole('link', { name: /v\. 10, Hela enheten/ }).click();
    await page.locator('[data-visit]').first().waitFor();
    await page.getByText('version 1 · publicerad').waitFor();
    expect(await page.getByRole('button', { name: /Planera om/ }).count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  }, 30_000);

  const enhetschef = () => web.app.logIn({ roles: ['enhetschef'], unitIds: [web.unit.unitId] });
});
