import type { Page } from 'playwright-core';
import { WEEK } from '../support/flow-unit.js';
import { planWeek } from '../support/planned-week.js';
import { accessibilityFaults } from './support/accessibility.js';
import { findChromium } from './support/browser.js';
import { PHONE, startWebApp, type WebApp } from './support/web-app.js';

// Left out where there is no Chromium; `npm test` then prints this title.
const inBrowser = findChromium() === null ? describe.skip : describe;

/** Two groups with a visit every morning Monday to Wednesday: a plan of three days. */
inBrowser('the planerare reads the restidsrapport (needs chromium)', () => {
  let web: WebApp;
  let page: Page;

  beforeAll(async () => {
    web = await startWebApp();
    const planerare = await web.app.logIn({ roles: ['planerare'], unitIds: [web.unit.unitId] });
    await planWeek(planerare, web.unit.unitId, { week: WEEK });
    page = await web.open({ role: 'planerare' }, `/vecka?vecka=${WEEK}&grupp=alla`);
    await page.locator('[data-visit]').first().waitFor();
  });

  afterAll(() => web.close());

  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const days = () => page.locator('main section');

  it('opens it from the publish dialog, and reads that the plan can be followed', async () => {
    await button('Publicera …').click();
    await page.getByRole('dialog').getByRole('link', { name: 'Öppna restidsrapporten' }).click();
    await page.getByRole('heading', { level: 1, name: 'Restidsrapport v. 10, version 1' }).waitFor();
    await page.getByText('Planen kan följas som den är skriven.').waitFor();
    expect(await page.getByText('Inga fynd på något pass.').count()).toBe(0);
    expect(await days().count()).toBe(3);
    await page.getByRole('cell', { name: 'Håller' }).first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('sees each way that has become too short, with where its minutes go, and that nothing else can be published', async () => {
    const handlingSeconds = { gang: 900, cykel: 900, elcykel: 900, bil: 900 };
    await web.app.database.query('UPDATE unit SET settings = $2 WHERE id = $1', [
      web.unit.unitId,
      JSON.stringify({ handlingSeconds, leastRouteSlackMinutes: 600 }),
    ]);
    await page.reload();
    await page.getByText('Planen kan inte följas som den är skriven och publiceras inte.').waitFor();
    const short = page.getByText(/planen ger \d+:\d\d min, vägen tar \d+:\d\d min: \d+:\d\d min för lite/);
    expect(await short.count()).toBeGreaterThan(0);
    // 900 s of handling are 15 minutes.
    await page.getByText('lås, parkering och port 15:00').first().waitFor();
    await page
      .getByText(/Bara \d+ min marginal på passet\./)
      .first()
      .waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('prints black on white with a sheet for each day, also from the dark look', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const look = await page.evaluate<object>(
      '(({ color, backgroundColor }) => ({ color, backgroundColor }))(getComputedStyle(document.body))',
    );
    expect(look).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' });
    expect(await button('Skriv ut').count()).toBe(0);
    expect(await page.locator('header').isVisible()).toBe(false);
    const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(sheets.length).toBeGreaterThanOrEqual(3);
    await page.emulateMedia({ media: null, colorScheme: null });
  });

  it('takes it along as a file, and goes on to a day of the board', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /CSV/ }).click();
    expect((await download).suggestedFilename()).toBe(`restidsrapport-${WEEK}.csv`);
    await page
      .getByRole('link', { name: /på tavlan/ })
      .nth(1)
      .click();
    await page.locator('[data-visit]').first().waitFor();
    expect(new URL(page.url()).searchParams.get('dag')).toBe('2031-03-04');
  });

  it('reads it on a phone, where each shift is a card', async () => {
    const phone = await web.open({ role: 'enhetschef' }, `/vecka/restidsrapport?vecka=${WEEK}&grupp=alla`, PHONE);
    await phone.getByText('Planen kan inte följas som den är skriven').waitFor();
    const beyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await phone.evaluate<number>(beyond)).toBe(0);
    expect(await accessibilityFaults(phone)).toEqual([]);
  });
});
