import type { Page } from 'playwright-core';
import { MONDAY, WEEK } from '../support/flow-unit.js';
import { planWeek, publish } from '../support/planned-week.js';
import { accessibilityFaults } from './support/accessibility.js';
import { findChromium } from './support/browser.js';
import { PHONE, startWebApp, type WebApp } from './support/web-app.js';

// Left out where there is no Chromium; `npm test` then prints this title.
const inBrowser = findChromium() === null ? describe.skip : describe;

/** One group with a published week; an employee goes home ill at three. */
inBrowser('the planerare follows the day and fits a visit more in (needs chromium)', () => {
  let web: WebApp;
  let page: Page;
  let address: string;

  beforeAll(async () => {
    web = await startWebApp();
    const { unitId, codes } = web.unit;
    const group = codes.workGroups.idOf('G1');
    const planerare = await web.app.logIn({ roles: ['planerare'], unitIds: [unitId] });
    const plan = await planWeek(planerare, unitId, { week: WEEK, workGroupId: group });
    await publish(planerare, unitId, plan);
    const absence = { fromDate: MONDAY, fromTime: '15:00', toDate: MONDAY, toTime: '24:00', reason: 'Sjuk' };
    await planerare.post(`/api/units/${unitId}/employees/${codes.employees.idOf('G1-E1')}/absences`, absence);
    address = `/dag?vecka=${WEEK}&grupp=${group}&dag=${MONDAY}`;
    page = await web.open({ role: 'planerare' }, address);
    await page.getByRole('heading', { name: 'Dagens händelser' }).waitFor();
  });

  afterAll(() => web.close());

  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const events = () => page.getByRole('list', { name: 'Dagens händelser' }).getByRole('listitem');
  const extras = () => page.getByRole('list', { name: 'Nya besök den här dagen' }).getByRole('listitem');

  it('sees who is away, and asks from there how to plan without that person', async () => {
    await events().filter({ hasText: '15:00Borta' }).filter({ hasText: 'Sjuk' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await button(/^Planera om utan/).focus();
    await page.keyboard.press('Enter');
    await page.locator('[aria-labelledby="planera-om-dagen"]:focus').waitFor();
    expect(await page.getByLabel('Vem är sjuk?').inputValue()).toBe(web.unit.codes.employees.idOf('G1-E1'));
  });

  it('may say which visits stay where they are', async () => {
    await page.getByText('De här besöken ska ligga kvar').click();
    await page.getByRole('checkbox', { name: /Brukare väst G1-B1/ }).check();
    await page.getByText('De här besöken ska ligga kvar').click();
  });

  it('is told all that a new visit lacks at once', async () => {
    await button('Nytt besök för dagen').click();
    await button('Hitta plats').click();
    await page.getByRole('alert').getByText('3').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('writes the visit down by keyboard only, is shown the best places with their price, and takes one', async () => {
    await page.getByLabel('Brukare', { exact: false }).first().focus();
    await page.getByLabel(/^Brukare/).selectOption(web.unit.codes.brukare.idOf('G1-B1'));
    await page.getByLabel(/^Tidigaste start/).fill('13:00');
    await page.getByLabel(/^Senaste start/).fill('15:00');
    await page.getByLabel(/^Varför/).fill('Dottern ringde');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Bästa platserna för Brukare väst G1-B1' }).waitFor();
    await button(/^Lägg in här/)
      .first()
      .waitFor();
    await events().filter({ hasText: 'Nytt besök' }).filter({ hasText: 'Dottern ringde' }).waitFor();
    await extras().filter({ hasText: 'utan plats' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await button(/^Lägg in här/)
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await page.getByText('version 2 · utkast').waitFor();
    await page.getByText('Ej placerade (0)').waitFor();
  });

  it('finds on the day what became of it, and after an undo that it is waiting again', async () => {
    await button('Ångra').click();
    await page.getByText('Ej placerade (1)').waitFor();
    await button('Ångra').click();
    await page.getByText('Ej placerade (0)').waitFor();
    await page.goto(web.app.url + address);
    await extras().filter({ hasText: 'finns inte i den här planen' }).waitFor();
    await button(/^Ta upp besöket/).click();
    await extras().filter({ hasText: 'utan plats' }).waitFor();
    await button(/^Lägg in här/)
      .first()
      .waitFor();
  });

  it('fits a small phone without scrolling sideways', async () => {
    await page.setViewportSize(PHONE);
    const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(wider).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
