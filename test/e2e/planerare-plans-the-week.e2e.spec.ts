import type { Page } from 'playwright-core';
import { MONDAY, WEEK } from '../support/flow-unit.js';
import { accessibilityFaults } from './support/accessibility.js';
import { findChromium } from './support/browser.js';
import { startWebApp, type WebApp } from './support/web-app.js';

// Left out where there is no Chromium; `npm test` then prints this title.
const inBrowser = findChromium() === null ? describe.skip : describe;

/** One group: three brukare with a visit every morning Monday to Wednesday, one of them by two employees. */
inBrowser('the planerare plans the week (needs chromium)', () => {
  let web: WebApp;
  let page: Page;

  beforeAll(async () => {
    web = await startWebApp();
    const group = web.unit.codes.workGroups.idOf('G1');
    page = await web.open({ role: 'planerare' }, `/vecka?vecka=${WEEK}&grupp=${group}`);
  });

  afterAll(() => web.close());

  const visits = () => page.locator('[data-visit]');
  const button = (name: string | RegExp) => page.getByRole('button', { name });

  it('is told what to do in a week without a plan', async () => {
    await page.getByRole('heading', { name: 'Veckan är inte planerad' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('plans it, and sees the board when the calculation is ready', async () => {
    await button('Planera veckan').click();
    await page.getByRole('dialog').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Planera', exact: true }).click();
    await page.getByText('Ny version klar.').waitFor();
    await visits().first().waitFor();
    // Three visits on Monday, and the one for two stands in two rows.
    expect(await visits().count()).toBe(4);
    await page.getByText('version 1 · föreslagen').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('reads a visit and locks it, by keyboard only', async () => {
    await page.locator('[data-visit][tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('region', { name: 'Valt besök' });
    await panel.getByText('Får börja').waitFor();
    await page.keyboard.press('l');
    await panel.getByRole('button', { name: 'Lås upp' }).waitFor();
    // The proposal stays as it was calculated: the lock is the first step of a draft made from it.
    await page.getByText('version 2 · utkast').waitFor();
    expect(await page.locator('[data-visit][aria-pressed="true"]').first().textContent()).toContain('låst');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('plans again from the plan with its locked visit, and compares the two versions', async () => {
    await button('Planera om veckan').click();
    await page.getByLabel('Börja från den visade planen och behåll 1 låsta besök').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Planera', exact: true }).click();
    await page.getByText('version 3 · föreslagen').waitFor();
    await button('Versioner').click();
    await button('Jämför').first().click();
    await page.getByRole('dialog', { name: 'Version 3 jämförd med version 2' }).waitFor();
    await page.getByText('planerad effektivitet').last().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('follows a long calculation by the figures of its best plan so far, and ends it', async () => {
    await button('Planera om veckan').click();
    await page.getByLabel('2 minuter').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Planera', exact: true }).click();
    const run = page.getByRole('region', { name: 'Veckan beräknas' });
    await run.getByText('Ej placerade hittills').waitFor();
    await run.getByText(/ansikten per 14 dagar, 0\s% har fler än 10/).waitFor();
    // Three brukare with half an hour each morning, one of them with two people, of two shifts of 495 minutes.
    await run.getByText('12\u00a0%').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await run.getByRole('button', { name: 'Avbryt beräkningen' }).click();
    await page.getByText('Beräkningen avbröts.').waitFor();
    await page.getByText('version 3 · föreslagen').waitFor();
  });

  it('sees the whole week, and goes from a cell to its day', async () => {
    await button(/Hela veckan/).click();
    await page
      .getByRole('row', { name: /Medarbetare väst/ })
      .first()
      .waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page
      .getByRole('button', { name: /besök · / })
      .first()
      .click();
    await visits().first().waitFor();
    expect(new URL(page.url()).searchParams.get('dag')).toBe(MONDAY);
  });

  it('publishes after the check, and the version cannot be changed any more', async () => {
    await button('Publicera …').click();
    await page.getByText('Kontrollen hittade inget som bryter mot reglerna.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Publicera', exact: true }).click();
    await page.getByText('version 3 · publicerad').waitFor();
    await visits().first().click();
    await page.getByText(/Planen är publicerad och ändras inte/).waitFor();
    expect(await button('Publicera …').count()).toBe(0);
  });

  it('reads the same page in English', async () => {
    await button(/konto-/).click();
    await page.getByRole('button', { name: /English/ }).click();
    await button('Plan the week again').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('reads what is tested for accessibility, and what is not', async () => {
    await page.goto(`${web.app.url}/tillganglighet`);
    await page.getByRole('heading', { name: 'Accessibility' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
