import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Role } from '@hemtjanst/contracts';
import { MONDAY, WEEK } from '../support/flow-unit.js';
import { planWeek, publish } from '../support/planned-week.js';
import { accessibilityFaults } from './support/accessibility.js';
import { findChromium } from './support/browser.js';
import { dialogFaults } from './support/dialog-faults.js';
import { PATH_OF_LOGIN, pathsOfRouter, pathsWalked, visitsOf, type RecordIds } from './support/every-route.js';
import { watchRest } from './support/page-at-rest.js';
import { readSwedishWords, swedishOn, type SwedishWords } from './support/swedish-left.js';
import { startWebApp, type WebApp } from './support/web-app.js';

// Left out where there is no Chromium; `npm test` then prints this title.
const inBrowser = findChromium() === null ? describe.skip : describe;

const DESK = { width: 1280, height: 1024 };
/** The same desk at 400 %: WCAG 2.2, 1.4.10. */
const AT_400_PERCENT = { width: 320, height: 256 };
const ROLES = ['planerare', 'samordnare', 'enhetschef', 'admin', 'omsorgspersonal'] as const satisfies readonly Role[];

inBrowser('every page of the router (needs chromium)', () => {
  let web: WebApp;
  let ids: RecordIds;
  let words: SwedishWords;

  beforeAll(async () => {
    web = await startWebApp();
    const { unit } = web;
    ids = { unit, brukareId: unit.codes.brukare.idOf('G1-B1'), orderId: unit.codes.orders.idOf('O-G1-B1') };
    words = await readSwedishWords();
    await fillTheWeek(web);
  });

  afterAll(() => web.close());

  it('is walked by a role that may see it', () => {
    expect([...pathsWalked()].sort()).toEqual([...pathsOfRouter()].sort());
  });

  it.each(ROLES)(
    'fits the %s at 400 % zoom, by day, by night and in English, without an accessibility fault',
    async (role) => {
      const person =
        role === 'omsorgspersonal' ? { role, employeeId: ids.unit.codes.employees.idOf('G1-E1') } : { role };
      const page = await web.open(person, '/', DESK);
      const atRest = watchRest(page);
      const faults: string[] = [];
      for (const { path, address, dialogs } of visitsOf(role, ids)) {
        await page.goto(web.app.url + address);
        await atRest();
        // An address that leads on to another is looked at there.
        if (!isAt(page, address)) continue;
        const found = [...(await faultsOf(page, words))];
        await page.setViewportSize(AT_400_PERCENT);
        for (const button of dialogs) found.push(...(await dialogFaults(page, button)));
        await page.setViewportSize(DESK);
        faults.push(...found.map((fault) => `${path} ${fault}`));
      }
      expect(faults).toEqual([]);
    },
  );

  it('fits who is not logged in, too', async () => {
    const page = await web.open({ role: 'admin' }, '/', DESK);
    await page.context().clearCookies();
    const atRest = watchRest(page);
    await page.goto(web.app.url + PATH_OF_LOGIN);
    await atRest();
    expect(await faultsOf(page, words)).toEqual([]);
  });
});

/** A published week, and something on each of its lists. */
async function fillTheWeek({ app, unit: { unitId, codes } }: WebApp): Promise<void> {
  const planerare = await app.logIn({ roles: ['planerare'], unitIds: [unitId] });
  const plan = await planWeek(planerare, unitId, { week: WEEK });
  await publish(planerare, unitId, plan);
  const employeeId = codes.employees.idOf('G1-E1');
  const phone = await app.logIn({ roles: ['omsorgspersonal'], unitIds: [unitId], employeeId });
  const visits = (await planerare.get(`/api/units/${unitId}/weekly-plans/${plan.id}/visits`)).body.items;
  const own = visits.find(
    ({ employeeIds, date }: { employeeIds: readonly string[]; date: string }) =>
      employeeIds[0] === employeeId && date === MONDAY,
  );
  const press = { plannedVisitId: own.id };
  await phone.send('POST', '/api/registered-times', {
    ...press,
    id: randomUUID(),
    kind: 'start',
    occurredAt: own.startsAt,
  });
  await phone.send('POST', '/api/registered-times', {
    ...press,
    id: randomUUID(),
    kind: 'stop',
    occurredAt: new Date(Date.parse(own.startsAt) + 8 * 60_000).toISOString(),
  });
  await phone.send('POST', '/api/visit-reports', {
    ...press,
    id: randomUUID(),
    kind: 'stairs',
    text: 'Hissen står',
    reportedAt: own.startsAt,
  });
}

const isAt = (page: Page, address: string): boolean =>
  new URL(page.url()).pathname === new URL(address, page.url()).pathname;

async function faultsOf(page: Page, words: SwedishWords): Promise<readonly string[]> {
  await page.setViewportSize(AT_400_PERCENT);
  const narrow = [...(await faultsOfWidth(page)), ...(await faultsOfName(page)), ...(await accessibilityFaults(page))];
  await page.setViewportSize(DESK);
  await page.emulateMedia({ colorScheme: 'dark' });
  await speak(page, 'en');
  const darkEnglish = [...(await swedishOn(page, words)), ...(await accessibilityFaults(page))];
  await page.emulateMedia({ colorScheme: 'light' });
  await speak(page, 'sv');
  return [
    ...narrow.map((fault) => `at 400 %: ${fault}`),
    ...darkEnglish.map((fault) => `in English by night: ${fault}`),
  ];
}

async function faultsOfWidth(page: Page): Promise<readonly string[]> {
  const wider = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  return wider > 0 ? [`${wider} px too wide`] : [];
}

/** A page says what it is, in its tab and in one heading (WCAG 2.2, 2.4.2 and 2.4.6). */
async function faultsOfName(page: Page): Promise<readonly string[]> {
  const headings = await page.getByRole('heading', { level: 1 }).count();
  const title = await page.title();
  return [
    ...(headings === 1 ? [] : [`${headings} headings of the first level`]),
    ...(title === 'Ramrutt' ? ['no name in the tab'] : []),
  ];
}

/** By the menu that stands on every page. */
async function speak(page: Page, language: 'sv' | 'en'): Promise<void> {
  const choice = page.getByRole('button', { name: language === 'en' ? 'English' : 'Svenska' });
  if (!(await choice.isVisible())) await page.getByRole('button', { name: /▾$/ }).click();
  await choice.click();
  await page.locator(`html[lang="${language}"]`).waitFor();
}
