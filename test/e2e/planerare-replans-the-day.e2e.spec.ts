import type { Page } from 'playwright-core';
import { MONDAY, WEEK } from '../support/flow-unit.js';
import { planWeek, publish } from '../support/planned-week.js';
import { accessibilityFaults } from './support/accessibility.js';
import { findChromium } from './support/browser.js';
import { PHONE, startWebApp, type WebApp } from './support/web-app.js';

// Left out where there is no Chromium; `npm test` then prints this title.
const inBrowser = findChromium() === null ? describe.skip : describe;

/** One group: three brukare with a visit every morning, one of them for two; two employees, Monday to Wednesday. */
inBrowser('the planerare plans the day anew when somebody is ill (needs chromium)', () => {
  let web: WebApp;
  let page: Page;
  let ill: string;
  let address: string;

  beforeAll(async () => {
    web = await startWebApp();
    const group = web.unit.codes.workGroups.idOf('G1');
    const planerare = await web.app.logIn({ roles: ['planerare'], unitIds: [web.unit.unitId] });
    const plan = await planWeek(planerare, web.unit.unitId, { week: WEEK, workGroupId: group });
    await publish(planerare, web.unit.unitId, plan);
    ill = web.unit.codes.employees.idOf('G1-E1');
    address = `/dag?vecka=${WEEK}&grupp=${group}&dag=${MONDAY}`;
    page = await web.open({ role: 'planerare' }, address);
    await page.getByRole('heading', { level: 1, name: 'Dag' }).waitFor();
  });

  afterAll(() => web.close());

  const button = (name: string) => page.getByRole('button', { name });
  const alternatives = () => page.locator('[data-alternative]');

  it('says what is missing before it counts', async () => {
    await page.getByLabel('Vem är sjuk?').waitFor();
    await button('Föreslå').click();
    await page.getByText('Välj vem eller vilket besök det gäller.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  const running = () => page.getByRole('region', { name: 'Dagen planeras om' });
  const figure = (word: string | RegExp) => running().locator('dl > div').filter({ hasText: word }).locator('dd');

  it('shows how far it has come and what the best plan is worth so far, also when the page is loaded anew', async () => {
    await page.getByLabel('Vem är sjuk?').selectOption(ill);
    await page.getByLabel('Söktid').selectOption('120');
    await button('Föreslå').focus();
    await page.keyboard.press('Enter');
    await running().getByText('Dagen planeras om: Beräknas').waitFor();
    await figure('söks nu, förslag 1 av 3').getByText('Minst ändring').waitFor();
    // The visit for two has only one who could come.
    await figure('uteblir hittills').getByText('1', { exact: true }).waitFor();
    await figure('Planerad effektivitet').waitFor();
    await figure(/ansikten per 14 dagar/).waitFor();
    await figure('hos kontaktperson').waitFor();
    const told = await running().getByRole('progressbar').getAttribute('aria-valuenow');
    await running().locator(`[role=progressbar]:not([aria-valuenow="${told}"])`).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.reload();
    await running().getByText('Dagen planeras om: Beräknas').waitFor();
    await figure('söks nu, förslag 1 av 3').waitFor();
  });

  it('is stopped by keyboard, says that nothing is kept, and leaves the focus where one can go on', async () => {
    await button('Avbryt beräkningen').focus();
    await page.keyboard.press('Enter');
    const said = page.getByText('Avbrutet. Inget har ändrats och inget har sparats.');
    await said.waitFor();
    await running().waitFor({ state: 'detached' });
    expect(await said.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
    const left = await web.app.database.query('SELECT 1 FROM day_replanning');
    expect(left).toEqual([]);
  });

  it('shows the ways side by side, by keyboard only, with whom to phone', async () => {
    await page.getByLabel('Vem är sjuk?').selectOption(ill);
    await button('Föreslå').focus();
    await page.keyboard.press('Enter');
    await alternatives().first().waitFor();
    const heading = page.getByRole('heading', { name: /förslag$/ });
    expect(await heading.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    const first = alternatives().first();
    await first.getByText(/Ring till \(\d+\)/).waitFor();
    await first.getByText('Minst ändring').waitFor();
    await first.getByText(/Besök som ändras/).click();
    await first.getByText('→ ingen').first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('fits a small phone without scrolling sideways', async () => {
    await page.setViewportSize(PHONE);
    const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(wider).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('opens the chosen way as a draft on the board, where it can be undone', async () => {
    await alternatives().first().getByRole('button', { name: 'Öppna som förslag' }).click();
    await page.getByText('version 2 · utkast').waitFor();
    await page.locator('[data-visit]').first().waitFor();
    await page.getByText('Ej placerade (1)').waitFor();
    await button('Ångra').click();
    await page.getByText('Ej placerade (0)').waitFor();
  });

  it('tells of the draft there is when the day is planned a second time', async () => {
    await page.goto(web.app.url + address);
    await page.getByLabel('Plan', { exact: true }).waitFor();
    await page.getByText('Ett besök är avbokat').click();
    await page.getByLabel('Vilket besök?').selectOption({ index: 1 });
    await button('Föreslå').click();
    await alternatives().first().waitFor();
    await alternatives().first().getByRole('button', { name: 'Öppna som förslag' }).click();
    await page.getByText('Planen har redan ett utkast').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await button('Öppna utkastet').click();
    await page.getByText('version 2 · utkast').waitFor();
  });
});
