import type { Page } from 'playwright-core';
import type { TestClient } from '../support/app.js';
import { MONDAY, WEEK } from '../support/flow-unit.js';
import { planWeek, publish } from '../support/planned-week.js';
import { accessibilityFaults, contrastFaults } from './support/accessibility.js';
import { findChromium } from './support/browser.js';
import { eventually } from './support/eventually.js';
import { PHONE, startWebApp, type WebApp } from './support/web-app.js';

// Left out where there is no Chromium; `npm test` then prints this title.
const inBrowser = findChromium() === null ? describe.skip : describe;

/** A morning of the planned week: the list is of today. */
const MORNING = `${MONDAY}T06:50:00+01:00`;

/** A phone that reads QR codes: its camera shows whatever text a test holds up. */
const QR_PHONE = `
  window.heldUp = null;
  window.BarcodeDetector = class {
    async detect() {
      return window.heldUp === null ? [] : [{ rawValue: window.heldUp }];
    }
  };
  Object.defineProperty(navigator, 'mediaDevices', {
    value: { getUserMedia: async () => document.createElement('canvas').captureStream() },
  });
`;

inBrowser('the employee does the day on a phone (needs chromium)', () => {
  let web: WebApp;
  let page: Page;
  let planerare: TestClient;
  let employeeId: string;

  beforeAll(async () => {
    web = await startWebApp();
    const { unitId, codes } = web.unit;
    planerare = await web.app.logIn({ roles: ['planerare'], unitIds: [unitId] });
    await publish(planerare, unitId, await planWeek(planerare, unitId, { week: WEEK }));
    employeeId = codes.employees.idOf('G1-E1');
    page = await web.open({ role: 'omsorgspersonal', employeeId }, '/min-dag', PHONE, { at: MORNING });
  });

  afterAll(() => web.close());

  const visits = () => page.getByRole('article');
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const events = () =>
    web.app.database.query<{ kind: string }>('SELECT kind FROM registered_time ORDER BY occurred_at, kind');
  const kindsOf = async () => (await events()).map(({ kind }) => kind);

  it('reads the visits in order, with the way to the next door in its parts', async () => {
    await visits().first().waitFor();
    const planned = await planerare.get(
      `/api/units/${web.unit.unitId}/visit-lists?date=${MONDAY}&employeeId=${employeeId}`,
    );
    const titles = planned.body.stops.filter(({ kind }: { kind: string }) => kind === 'visit');
    expect(await visits().count()).toBe(titles.length);
    expect(await page.getByText(/till och från porten \d+:\d\d|lås och parkering \d+:\d\d/).count()).toBeGreaterThan(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('fits on the phone: nothing to scroll sideways, presses of 48 px, read in the sun by day and by night', async () => {
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(PHONE.width);
    await button(/^Mer om besöket hos/)
      .first()
      .click();
    const sizes = await page
      .getByRole('main')
      .getByRole('button')
      .evaluateAll((all) => all.map((one) => (one as unknown as { offsetHeight: number }).offsetHeight));
    expect(Math.min(...sizes.filter((height) => height > 0))).toBeGreaterThanOrEqual(48);
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      expect(await contrastFaults(page, 7)).toEqual([]);
      expect(await accessibilityFaults(page)).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('sees the way on the map of the service, with where it comes from', async () => {
    const tiles: string[] = [];
    const firstTile = page.waitForRequest((request) => request.url().includes('/api/map/tiles/'));
    page.on('request', (request) => {
      if (request.url().includes('/api/map/tiles/')) tiles.push(request.url());
    });
    await button('Karta').click();
    await page.getByText('© OpenStreetMap contributors').waitFor();
    await page.locator('canvas.maplibregl-canvas').waitFor({ state: 'attached' });

    await expect(drawnColours(page)).resolves.toBeGreaterThan(3);
    await firstTile;
    expect(tiles.every((url) => url.startsWith(web.app.url))).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

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
  });

  it('loses no press when the net goes away in the middle of it and the page is closed and opened without one', async () => {
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await page.context().setOffline(true);
    await button(/^Starta besöket/)
      .first()
      .click();
    await page.getByText('1 ej skickade').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    const context = page.context();
    await page.close();
    page = await context.newPage();
    await page.goto(`${web.app.url}/min-dag`);
    await page.getByText(/Ingen kontakt med servern. Listan är från/).waitFor();
    await visits()
      .first()
      .getByText(/pågår sedan/)
      .waitFor();
    await page.getByText('1 ej skickade').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await button(/^Avsluta besöket/)
      .first()
      .click();
    await visits()
      .first()
      .getByText(/utfört/)
      .waitFor();
    expect(await events()).toEqual([]);

    await context.setOffline(false);
    await page.getByText(/ej skickade/).waitFor({ state: 'detached' });
    await button('Ångra').waitFor({ state: 'detached' });
    await eventually(async () => expect(await kindsOf()).toEqual(['start', 'stop']));
    expect(
      await visits()
        .first()
        .getByText(/utfört/)
        .count(),
    ).toBe(1);
  });

  it('keeps of the day only what is sealed: no name, no address in what lies in the phone', async () => {
    const title = (await visits().first().getByRole('heading').textContent()) ?? '';
    const name = title.replace(/^\S+ /, '').trim();
    expect(name.length).toBeGreaterThan(3);
    const kept = await page.evaluate<string>(`(async () => {
      const texts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
      for (const { name } of await indexedDB.databases()) {
        const db = await new Promise((done) => (indexedDB.open(name).onsuccess = (event) => done(event.target.result)));
        for (const store of db.objectStoreNames) {
          const all = await new Promise((done) => (db.transaction(store).objectStore(store).getAll().onsuccess = (event) => done(event.target.result)));
          for (const one of all) texts.push(JSON.stringify(one), one.bytes === undefined ? '' : new TextDecoder().decode(one.bytes));
        }
        db.close();
      }
      for (const key of await caches.keys()) for (const { url } of await (await caches.open(key)).keys()) texts.push(url);
      return texts.join(' ');
    })()`);
    expect(kept).toContain('/assets/');
    expect(kept).not.toContain(name);
    expect(kept).not.toContain('Provgatan');
    expect(kept).not.toContain('/api/');
  });

  it('says that nobody was home, by keyboard only', async () => {
    await button(/^Mer om besöket hos/)
      .nth(1)
      .focus();
    await page.keyboard.press('Enter');
    await visits().nth(1).getByRole('button', { name: 'Ingen hemma' }).focus();
    await page.keyboard.press('Enter');
    await visits().nth(1).getByText('ingen hemma', { exact: true }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('writes what is planned wrong, by keyboard only', async () => {
    await visits()
      .first()
      .getByRole('button', { name: /^Mer om besöket hos/ })
      .focus();
    await page.keyboard.press('Enter');
    await visits().first().getByRole('button', { name: 'Stämmer inte' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await button('Skicka').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Välj vad som inte stämmer.').waitFor();
    await page.getByRole('radio', { name: 'Tiden räcker inte' }).focus();
    await page.keyboard.press('Space');
    await page.getByLabel(/Beskriv kort/).focus();
    await page.keyboard.type('Hissen är trasig');
    await button('Skicka').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Din planerare får veta det.').waitFor();
    await eventually(async () => {
      const reports = await planerare.get(`/api/units/${web.unit.unitId}/visit-reports`);
      expect(reports.body.items).toMatchObject([{ kind: 'too-short', text: 'Hissen är trasig', status: 'open' }]);
    });
  });

  it('is warned before logging out with presses that have not been sent; they stay on the phone, sealed data does not', async () => {
    await page.context().setOffline(true);
    await button(/^Starta besöket/)
      .first()
      .click();
    await page.getByText(/ej skickade/).waitFor();
    await page.getByRole('banner').getByRole('button').click();
    await page.getByRole('button', { name: 'Logga ut', exact: true }).click();
    await page.getByText(/har inte nått servern/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await button('Logga ut ändå').click();
    await page.getByLabel('Användarnamn').waitFor();
    await page.context().setOffline(false);
    const before = await kindsOf();
    const waiting = await page.evaluate<number>(`(async () => {
      const db = await new Promise((done) => (indexedDB.open('ramrutt-presses').onsuccess = (event) => done(event.target.result)));
      const all = await new Promise((done) => (db.transaction('presses').objectStore('presses').getAll().onsuccess = (event) => done(event.target.result)));
      db.close();
      return all.filter(({ state }) => state === 'waiting').length;
    })()`);
    expect(waiting).toBeGreaterThan(0);
    const sealed = await page.evaluate<number>(`(async () => {
      const db = await new Promise((done) => (indexedDB.open('ramrutt-day').onsuccess = (event) => done(event.target.result)));
      const all = await new Promise((done) => (db.transaction('sealed').objectStore('sealed').count().onsuccess = (event) => done(event.target.result)));
      db.close();
      return all;
    })()`);
    expect(sealed).toBe(0);
    expect(await kindsOf()).toEqual(before);
  });

  it('starts and finishes a visit by the tag at the door, where the phone can read one', async () => {
    const colleague = web.unit.codes.employees.idOf('G2-E1');
    page = await web.open({ role: 'omsorgspersonal', employeeId: colleague }, '/min-dag', PHONE, {
      at: MORNING,
      device: QR_PHONE,
    });
    await visits().first().waitFor();
    const answer = page.waitForResponse((response) => response.url().includes('/visit-lists/mine?'));
    await page.reload();
    const { stops } = (await (await answer).json()) as {
      stops: { brukareId: string | null; title: string }[];
    };
    const door = stops.find(({ brukareId }) => brukareId !== null);
    expect(door).toBeDefined();
    const visit = page.getByRole('article', { name: door?.title }).first();
    await button('Läs tagg').click();
    await page.getByRole('dialog').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.evaluate(`window.heldUp = 'en affisch'`);
    await page.getByText('Taggen hör inte till något besök på dagens lista.').waitFor();
    await page.evaluate(`window.heldUp = ${JSON.stringify(`${web.app.url}/tagg/${door?.brukareId ?? ''}`)}`);
    await visit.getByText(/pågår sedan/).waitFor();
    await page.evaluate(`window.heldUp = null`);
    await button('Läs tagg').click();
    await page.evaluate(`window.heldUp = ${JSON.stringify(door?.brukareId ?? '')}`);
    await visit.getByText(/utfört/).waitFor();
  });

  it('is told so on a day without a list', async () => {
    await page.goto(`${web.app.url}/min-dag?dag=2031-03-08`);
    await page.getByText('Inget publicerat').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

/** How many colours the map has where it is drawn: an empty one has a single colour. */
async function drawnColours(page: Page): Promise<number> {
  const canvas = page.locator('canvas.maplibregl-canvas');
  for (let tries = 0; tries < 40; tries++) {
    const colours = new Set((await canvas.screenshot()).toString('latin1').match(/[^]{64}/g) ?? []).size;
    if (colours > 40) return colours;
    await page.waitForTimeout(250);
  }
  return 0;
}
