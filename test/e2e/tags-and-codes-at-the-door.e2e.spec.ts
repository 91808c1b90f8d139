import type { Page } from 'playwright-core';
import type { TestClient } from '../support/app.js';
import { MONDAY, WEEK } from '../support/flow-unit.js';
import { planWeek, publish } from '../support/planned-week.js';
import { accessibilityFaults } from './support/accessibility.js';
import { findChromium } from './support/browser.js';
import { eventually } from './support/eventually.js';
import { PHONE, startWebApp, type WebApp } from './support/web-app.js';

// Left out where there is no Chromium; `npm test` then prints this title.
const inBrowser = findChromium() === null ? describe.skip : describe;

/** A phone that reads NFC tags: a test holds one to it. */
const NFC_PHONE = `
  window.NDEFReader = class {
    async scan() {
      window.holdTag = (text) => {
        const data = new DataView(new TextEncoder().encode(text).buffer);
        this.onreading({ message: { records: [{ recordType: 'text', data }] } });
      };
    }
  };
`;

/** Every brukare has a metal key or a door code; the week is published. */
inBrowser('what is at the door (needs chromium)', () => {
  let web: WebApp;
  let page: Page;
  let planerare: TestClient;

  beforeAll(async () => {
    web = await startWebApp();
    const { unitId } = web.unit;
    planerare = await web.app.logIn({ roles: ['planerare'], unitIds: [unitId] });
    await publish(planerare, unitId, await planWeek(planerare, unitId, { week: WEEK }));
    page = await web.open({ role: 'samordnare' }, `/register/brukare/${web.unit.codes.brukare.idOf('G1-B1')}`);
  });

  afterAll(() => web.close());

  const button = (name: string | RegExp) => page.getByRole('button', { name });

  it('has a code that the office writes by keyboard, and never reads', async () => {
    await page.getByRole('heading', { name: 'Portkod' }).waitFor();
    await button('Spara portkoden').click();
    await page.getByText('Skriv koden först.').waitFor();
    await page.getByLabel('Ny portkod').focus();
    await page.keyboard.type('1234#');
    await page.keyboard.press('Enter');
    await page.getByText('Portkoden är sparad.').waitFor();
    expect(await page.getByLabel('Ny portkod').inputValue()).toBe('');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.reload();
    await page.getByRole('heading', { name: 'Portkod' }).waitFor();
    expect(await page.getByText('1234#').count()).toBe(0);
  });

  it('has a tag that names nobody, printed with where it goes beside the cut', async () => {
    await page.getByRole('link', { name: 'Dörrtagg', exact: true }).click();
    await page.getByRole('img', { name: 'QR-kod för Brukare väst G1-B1' }).waitFor();
    expect(await page.getByRole('img', { name: /^QR-kod för/ }).count()).toBe(1);
    await page.getByRole('link', { name: 'Alla taggar' }).click();
    await button('Skriv ut 6 taggar').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    expect(
      await page
        .getByRole('img', { name: /^QR-kod för/ })
        .first()
        .isVisible(),
    ).toBe(true);
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(320);
  });

  it('is opened on the phone from half an hour before, and the visit starts by an NFC tag', async () => {
    const { items } = (await planerare.get(`/api/units/${web.unit.unitId}/day-routes?date=${MONDAY}`)).body as {
      items: { employeeId: string; stops: { brukareId: string | null; startsAt: string }[] }[];
    };
    const brukareId = web.unit.codes.brukare.idOf('G1-B1');
    const route = items.find(({ stops }) => stops.some((stop) => stop.brukareId === brukareId));
    const startsAt = route?.stops.find((stop) => stop.brukareId === brukareId)?.startsAt ?? '';
    const before = new Date(Date.parse(startsAt) - 10 * 60_000).toISOString();
    const employeeId = route?.employeeId ?? '';
    page = await web.open({ role: 'omsorgspersonal', employeeId }, '/min-dag', PHONE, {
      at: before,
      device: NFC_PHONE,
    });
    const visit = page.getByRole('article', { name: 'Brukare väst G1-B1' });
    await visit.waitFor();
    await button('Läs tagg').click();
    await page.getByRole('dialog').waitFor();
    await eventually(async () => expect(await page.evaluate<string>('typeof window.holdTag')).toBe('function'));
    await page.evaluate(`window.holdTag('en annan tagg')`);
    await page.getByText('Taggen hör inte till något besök på dagens lista.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.evaluate(`window.holdTag(${JSON.stringify(brukareId.toUpperCase())})`);
    await visit.getByText(/pågår sedan/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('shows on the way what its minutes are made of', async () => {
    await page
      .getByText(/(till och från porten|lås och parkering) \d+:\d\d/)
      .first()
      .waitFor();
  });
});
