import type { Page } from 'playwright-core';
import { MONDAY, WEEK } from '../support/flow-unit.js';
import { planWeek, publish } from '../support/planned-week.js';
import { accessibilityFaults } from './support/accessibility.js';
import { findChromium } from './support/browser.js';
import { startWebApp, type WebApp } from './support/web-app.js';

// Left out where there is no Chromium; `npm test` then prints this title.
const inBrowser = findChromium() === null ? describe.skip : describe;

inBrowser('the office’s lists (needs chromium)', () => {
  let web: WebApp;

  beforeAll(async () => {
    web = await startWebApp();
    const { unitId } = web.unit;
    const planerare = await web.app.logIn({ roles: ['planerare'], unitIds: [unitId] });
    await publish(planerare, unitId, await planWeek(planerare, unitId, { week: WEEK }));
  });

  afterAll(() => web.close());

  const atRest = async (page: Page): Promise<void> => {
    await page.waitForLoadState('networkidle');
    await page.locator('[class*="Skeleton"]').first().waitFor({ state: 'detached' });
  };

  it('show who else the day’s brukare know, and the week sheet as a workbook with a sheet per person', async () => {
    const page = await web.open(
      { role: 'planerare' },
      `/listor/kanda-ansikten?vecka=${WEEK}&grupp=alla&datum=${MONDAY}`,
    );
    await page.getByRole('heading', { name: 'Kända ansikten om någon blir sjuk' }).waitFor();
    await page
      .getByRole('table', { name: /^Besöken hos Medarbetare/ })
      .first()
      .waitFor();
    await atRest(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Veckoblad' }).click();
    await page.getByText('Version 1, alla grupper').waitFor();
    await atRest(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /XLSX: veckoblad, version 1/ }).click();
    expect((await download).suggestedFilename()).toBe(`veckoplan-${WEEK}-version-1.xlsx`);
  });

  it('hold the staff’s meetings: the enhetschef writes one and takes it away', async () => {
    const page = await web.open({ role: 'enhetschef' }, '/listor/moten');
    await page.getByText('Inga möten de närmaste veckorna.').waitFor();
    await page.getByRole('button', { name: 'Nytt möte' }).click();
    await page.getByRole('dialog', { name: 'Nytt möte' }).waitFor();
    await atRest(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Lägg in mötet' }).click();
    await page.getByText('13:45–16:00').waitFor();
    await atRest(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /^Ta bort APT/ }).click();
    await page.getByText('Inga möten de närmaste veckorna.').waitFor();
  });
});
