import type { Page } from 'playwright-core';
import { accessibilityFaults } from './support/accessibility.js';
import { findChromium } from './support/browser.js';
import { PHONE, startWebApp, type WebApp } from './support/web-app.js';

const inBrowser = findChromium() === null ? describe.skip : describe;

inBrowser('an employee’s shifts in a calendar (needs chromium)', () => {
  let web: WebApp;
  let employeeId: string;

  beforeAll(async () => {
    web = await startWebApp();
    employeeId = web.unit.codes.employees.idOf('G1-E1');
  });

  afterAll(() => web.close());

  const shownAddress = (page: Page): Promise<string> => page.getByLabel('Kalenderadress').inputValue();
  const statusOf = async (address: string): Promise<number> => (await fetch(address)).status;

  it('are given an address by the employee on the phone, which is copied, renewed and closed', async () => {
    const page = await web.open({ role: 'omsorgspersonal', employeeId }, '/min-dag', PHONE);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: web.app.url });
    await page.getByRole('button', { name: 'Mina pass i kalendern' }).click();
    const dialog = page.getByRole('dialog', { name: 'Mina pass i kalendern' });
    await dialog.getByText('Ingen adress är öppen.').waitFor();
    await dialog.getByRole('button', { name: 'Skapa adress' }).click();
    const first = await shownAddress(page);
    expect(await statusOf(first)).toBe(200);
    await dialog.getByRole('button', { name: 'Kopiera adressen' }).click();
    await dialog.getByText('Adressen är kopierad.').waitFor();
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(first);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(PHONE.width);
    await dialog.getByRole('button', { name: 'Byt adress' }).click();
    await dialog.locator(`input:not([value="${first}"])`).waitFor();
    const second = await shownAddress(page);
    expect([await statusOf(first), await statusOf(second)]).toEqual([404, 200]);
    // The address is shown once: whoever comes back sees that there is one, and until when.
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Mina pass i kalendern' }).click();
    await dialog.getByText(/En adress är öppen till och med/).waitFor();
    expect(await page.getByLabel('Kalenderadress').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Stäng adressen' }).click();
    await dialog.getByText('Adressen är stängd.').waitFor();
    expect(await statusOf(second)).toBe(404);
  });

  it('are handed out by the office from the register, for an employee with an account', async () => {
    const page = await web.open({ role: 'planerare' }, `/register/medarbetare/${employeeId}`);
    const section = page.locator('section', { has: page.getByRole('heading', { name: 'Kalender' }) });
    await section.getByText('Ingen adress är öppen.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await section.getByRole('button', { name: 'Skapa adress' }).click();
    await section.getByText('Ge den bara till medarbetaren själv.').waitFor();
    expect(await statusOf(await shownAddress(page))).toBe(200);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goto(`${web.app.url}/register/medarbetare/${web.unit.codes.employees.idOf('G2-E2')}`);
    await section.getByText(/Medarbetaren har inget konto/).waitFor();
    expect(await section.getByRole('link', { name: /Ladda ned/ }).count()).toBe(1);
  });
});
