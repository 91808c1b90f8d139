import type { Page } from 'playwright-core';
import type { TestClient } from '../support/app.js';
import { MONDAY, WEEK } from '../support/flow-unit.js';
import { planWeek, publish } from '../support/planned-week.js';
import { accessibilityFaults } from './support/accessibility.js';
import { findChromium } from './support/browser.js';
import { PHONE, startWebApp, type WebApp } from './support/web-app.js';

// Left out where there is no Chromium; `npm test` then prints this title.
const inBrowser = findChromium() === null ? describe.skip : describe;

inBrowser('the employee does the day on a phone (needs chromium)', () => {
  let web: WebApp;
  let page: Page;
  let planerare: TestClient;

  beforeAll(async () => {
    web = await startWebApp();
    const { unitId, codes } = web.unit;
    planerare = await web.app.logIn({ roles: ['planerare'], unitIds: [unitId] });
    await publish(planerare, unitId, await planWeek(planerare, unitId, { week: WEEK }));
    const employeeId = codes.employees.idOf('G1-E1');
    page = await web.open({ role: 'omsorgspersonal', employeeId }, `/min-dag?dag=${MONDAY}`, PHONE);
  }, 120_000);

  afterAll(() => web.close());

  const visits = () => page.getByRole('article');
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const events = () =>
    web.app.database.query<{ kind: string }>('SELECT kind FROM registered_time ORDER BY occurred_at, kind');

  it('reads the visits in order, with the way to the next door in its parts', async () => {
    await visits().first().waitFor();
    const planned = await planerare.get(
      `/api/units/${web.unit.unitId}/visit-lists?date=${MONDAY}&employeeId=${web.unit.codes.employees.idOf('G1-E1')}`,
    );
    const titles = planned.body.stops.filter(({ kind }: { kind: string }) => kind === 'visit');
    expect(await visits().count()).toBe(titles.length);
    expect(await page.getByText(/färd \d+ min · lås, port och trappor \d+ min/).count()).toBeGreaterThan(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  }, 30_000);

  it('fits on the phone: nothing to scroll sideways, and presses of 48 px', async () => {
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(PHONE.width);
    await button('Registrera ändå').click();
    const start = await visits().first().getByRole('button').first().boundingBox();
    expect(start?.height).toBeGreaterThanOrEqual(48);
    expect(await accessibilityFaults(page)).toEqual([]);
  }, 30_000);

  it('takes a press back', async () => {
    await button(/^Starta besöket/)
      .first()
      .click();
    await visits()
      .first()
      .getByText(/pågår sedan/)
      .waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await button('Ångra').click();
    await visits().first().getByText('planerat', { exact: true }).waitFor();
    expect(await events()).toEqual([]);
  }, 30_000);

  it('loses no press when the net goes away in the middle of it', async () => {
    await page.context().setOffline(true);
    await button(/^Starta besöket/)
      .first()
      .click();
    await page.getByText('1 ej skickade').waitFor({ timeout: 20_000 });
    expect(await accessibilityFaults(page)).toEqual([]);
    await button(/^Avsluta besöket/)
      .first()
      .click();
    await visits()
      .first()
      .getByText(/utfört/)
      .waitFor();
    await page.context().setOffline(false);
    await page.getByText(/ej skickade/).waitFor({ state: 'detached', timeout: 40_000 });
    await button('Ångra').waitFor({ state: 'detached', timeout: 20_000 });
    await page.waitForTimeout(1_000);
    expect((await events()).map(({ kind }) => kind)).toEqual(['start', 'stop']);
    expect(
      await visits()
        .first()
        .getByText(/utfört/)
        .count(),
    ).toBe(1);
  }, 90_000);

  it('says that nobody was home, by keyboard only', async () => {
    await button(/^Fler val för/)
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Avböjt' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await visits().nth(1).getByText('ingen hemma', { exact: true }).waitFor();
  }, 30_000);

  it('is told so on a day without a list', async () => {
    await page.goto(`${web.app.url}/min-dag?dag=2031-03-08`);
    await page.getByText('Inget publicerat').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  }, 30_000);
});
