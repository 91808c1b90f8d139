import { accessibilityFaults } from './support/accessibility.js';
import { findChromium } from './support/browser.js';
import { startWebApp, type WebApp } from './support/web-app.js';

// Left out where there is no Chromium; `npm test` then prints this title.
const inBrowser = findChromium() === null ? describe.skip : describe;

/** 1280 px at 400 % zoom. */
const ZOOMED = { width: 320, height: 256 };

inBrowser('the office keeps groups, contacts and the log (needs chromium)', () => {
  let web: WebApp;

  beforeAll(async () => {
    web = await startWebApp();
  });

  afterAll(() => web.close());

  it('lets the samordnare add premises and a group by keyboard, and rename the group', async () => {
    const page = await web.open({ role: 'samordnare' }, '/register/grupper');
    await page.getByRole('button', { name: 'Ny lokal' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('[name="code"]').fill('L-NY');
    await page.locator('[name="name"]').fill('Lokal norr');
    await page.locator('[name="lat"]').fill('57,71');
    await page.keyboard.press('Enter');
    await page.getByText('Ett fält behöver rättas').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.locator('[name="lon"]').fill('11,96');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Ny grupp' }).click();
    await page.locator('[name="code"]').fill('G-NY');
    await page.locator('[name="name"]').fill('Grupp norr');
    await page.locator('[name="premisesId"]').selectOption({ label: 'Lokal norr (L-NY)' });
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Ändra Grupp norr' }).click();
    await page.locator('[name="name"]').fill('Grupp nordost');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Ändra Grupp nordost' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize(ZOOMED);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(ZOOMED.width);
  });

  it('lets a fast omsorgskontakt be declined in the genomförandeplan, and an undersköterska be appointed', async () => {
    const orderId = web.unit.codes.orders.idOf('O-G1-B1');
    const page = await web.open({ role: 'samordnare' }, `/order/${orderId}`);
    const change = page.getByRole('button', { name: 'Ändra planen' });
    await change.click();
    await page.getByLabel('Fast omsorgskontakt').selectOption('utsedd');
    await page.getByText('Välj vem som utses.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Undersköterska som utses').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Spara som ny version' }).click();
    await page.getByText(/, utsedd/).waitFor();
    await change.click();
    await page.getByLabel('Fast omsorgskontakt').selectOption('avbojd');
    await page.getByRole('button', { name: 'Spara som ny version' }).click();
    await page.getByText('brukaren har avböjt').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('shows the enhetschef who did what, by choice of who, whom, what and days', async () => {
    const page = await web.open({ role: 'enhetschef' }, '/installningar/logg');
    const rows = () => page.getByRole('table', { name: 'Logg' }).getByRole('row');
    await rows().first().waitFor();
    await page.getByLabel('Post').selectOption('work-group');
    await page.getByText('Sida 1 av 1, 2 rader').waitFor();
    expect(await rows().filter({ hasText: 'skapade' }).count()).toBe(1);
    expect(await rows().filter({ hasText: 'ändrade' }).count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Från och med').fill('2031-01-02');
    await page.getByText('Inga rader.').waitFor();
    await page.getByLabel('Till och med').fill('2031-01-01');
    await page.getByText('Första dagen kan inte ligga efter den sista.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Rensa valen' }).click();
    await page.getByRole('button', { name: 'Äldre' }).waitFor();
    await page.setViewportSize(ZOOMED);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(ZOOMED.width);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
