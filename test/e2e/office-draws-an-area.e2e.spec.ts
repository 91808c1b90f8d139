import type { Page } from 'playwright-core';
import { accessibilityFaults } from './support/accessibility.js';
import { findChromium } from './support/browser.js';
import { eventually } from './support/eventually.js';
import { PHONE, startWebApp, type WebApp } from './support/web-app.js';

const inBrowser = findChromium() === null ? describe.skip : describe;

inBrowser('the samordnare draws the area of a work group (needs chromium)', () => {
  let web: WebApp;
  let page: Page;

  beforeAll(async () => {
    web = await startWebApp();
    page = await web.open({ role: 'samordnare' }, '/register/grupper');
    await page
      .getByRole('link', { name: /^Rita område för/ })
      .first()
      .click();
    await page.locator('[data-area-map] canvas').waitFor();
  });

  afterAll(() => web.close());

  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const corners = (count: number) => page.getByText(`Del 1 · ${count} hörn`).waitFor();
  const kept = async (): Promise<unknown[]> => {
    const rows = await web.app.database.query<{ area: { coordinates: unknown[][] } | null }>(
      'SELECT area FROM work_group WHERE area IS NOT NULL',
    );
    return rows.flatMap(({ area }) => area?.coordinates[0] ?? []);
  };

  /** A place on the map, as a share of its width and height. */
  async function at(across: number, down: number): Promise<{ readonly x: number; readonly y: number }> {
    const box = await page.locator('[data-area-map]').boundingBox();
    if (box === null) throw new Error('the map is not drawn');
    return { x: box.x + box.width * across, y: box.y + box.height * down };
  }

  it('by pressing corners on the map, dragging one and undoing', async () => {
    for (const [count, place] of [
      await at(0.3, 0.3),
      await at(0.7, 0.3),
      await at(0.7, 0.7),
      await at(0.3, 0.7),
    ].entries()) {
      await page.mouse.click(place.x, place.y);
      await corners(count + 1);
    }
    const latitude = page.getByLabel('Del 1, hörn 1, latitud');
    const before = await latitude.inputValue();
    const [from, to] = [await at(0.3, 0.3), await at(0.2, 0.2)];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 5 });
    await page.mouse.up();
    await eventually(async () => expect(await latitude.inputValue()).not.toBe(before));
    await corners(4);
    await button('Ångra').click();
    expect(await latitude.inputValue()).toBe(before);
    await button('Gör om').click();
    expect(await latitude.inputValue()).not.toBe(before);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('is told that a border crosses itself, and saves none that does', async () => {
    const third = page.getByLabel('Del 1, hörn 3, longitud');
    const fourth = page.getByLabel('Del 1, hörn 4, longitud');
    const [east, west] = [await third.inputValue(), await fourth.inputValue()];
    await third.fill(west);
    await third.press('Enter');
    await fourth.fill(east);
    await fourth.press('Enter');
    await page.getByText(/Gränsen för Del 1 korsar sig själv vid/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await button('Spara området').click();
    expect(await kept()).toEqual([]);
    await button('Ångra').click();
    await button('Ångra').click();
    await page.getByText(/korsar sig själv/).waitFor({ state: 'detached' });
    await button('Spara området').click();
    await page.getByText('Området är sparat.').waitFor();
    expect(await kept()).toHaveLength(5);
  });

  it('writes, splits and removes corners by keyboard only, and takes the area away', async () => {
    await button('Nytt hörn efter hörn 1 i Del 1').press('Enter');
    await corners(5);
    await button('Ta bort hörn 2 i Del 1').press('Enter');
    await corners(4);
    const form = page.getByRole('form', { name: 'Lägg till ett hörn sist i Del 1' });
    await form.getByLabel('Latitud').fill('nära');
    await form.getByLabel('Longitud').fill('11,9');
    await form.getByLabel('Longitud').press('Enter');
    await form.getByText('Skriv grader med decimaler').waitFor();
    await button('Ta bort hela området').press('Enter');
    await page.getByText(/Inget område är ritat/).waitFor();
    await button('Spara området').press('Enter');
    await page.getByText('Området är sparat.').waitFor();
    expect(await kept()).toEqual([]);
  });

  it('fits a phone', async () => {
    await page.setViewportSize(PHONE);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(PHONE.width);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
