import type { Page } from 'playwright-core';
import { MONDAY, WEEK } from '../support/flow-unit.js';
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
    page = await web.open({ role: 'enhetschef' }, `/uppfoljning?vecka=${WEEK}&grupp=alla&period=month&datum=${MONDAY}`);
  });

  afterAll(() => web.close());

  it('sees the three sums, the figure beside its target and its ceiling, and how it is counted', async () => {
    // Four employees, three shifts of nine hours with 45 minutes of rast: 4 × 3 × 8,25.
    await page.getByText('99 h', { exact: true }).first().waitFor();
    await page
      .getByText(/mål 75/)
      .first()
      .waitFor();
    await page
      .getByText(/högsta möjliga/)
      .first()
      .waitFor();
    await page.getByText(/Effektivitet = utförda timmar \/ personaltimmar/).waitFor();
    await everythingIsThere(page);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('opens a figure to its records and a record to its order, by keyboard only', async () => {
    await page.getByRole('link', { name: /^Personaltimmar, 99 timmar/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Underlag: personaltimmar' }).waitFor();
    await page.getByText('99 h i 12 poster.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: /Tillbaka till uppföljningen/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /^Beställda timmar/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'öppna' }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Beställning O-G/ }).waitFor();
    await everythingIsThere(page);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('goes from the unit to a group by keyboard only', async () => {
    await page.goto(`${web.app.url}/uppfoljning?grupp=alla&period=week&datum=${MONDAY}`);
    await page
      .getByRole('button', { name: /^Visa gruppen/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Uppföljning: Grupp väst' }).waitFor();
    await page.getByText('49,5 h', { exact: true }).first().waitFor();
  });

  it('prints one page for the staff meeting, and takes the figures as a file', async () => {
    await page.goto(`${web.app.url}/uppfoljning/apt?manad=${MONDAY.slice(0, 7)}`);
    await page.getByRole('heading', { name: /Månadsrapport mars 2031/ }).waitFor();
    await everythingIsThere(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /^Ladda ned CSV/ }).click();
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  });

  const everythingIsThere = async (shown: Page): Promise<void> => {
    await shown.waitForLoadState('networkidle');
    await shown.locator('[class*="Skeleton"]').first().waitFor({ state: 'detached' });
  };
});
