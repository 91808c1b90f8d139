import type { Locator, Page } from 'playwright-core';
import { MONDAY, WEEK } from '../support/flow-unit.js';
import { planWeek } from '../support/planned-week.js';
import { accessibilityFaults } from './support/accessibility.js';
import { findChromium } from './support/browser.js';
import { startWebApp, type WebApp } from './support/web-app.js';

// Left out where there is no Chromium; `npm test` then prints this title.
const inBrowser = findChromium() === null ? describe.skip : describe;

inBrowser('the planerare sees the routes on the map (needs chromium)', () => {
  let web: WebApp;
  let page: Page;

  beforeAll(async () => {
    web = await startWebApp();
    const planerare = await web.app.logIn({ roles: ['planerare'], unitIds: [web.unit.unitId] });
    await planWeek(planerare, web.unit.unitId, { week: WEEK });
    page = await web.open({ role: 'planerare' }, `/vecka?vecka=${WEEK}&grupp=alla&dag=${MONDAY}`);
  });

  afterAll(() => web.close());

  it('beside the board, one person at a time where wanted, with what is not shown counted', async () => {
    const firstTile = page.waitForRequest((request) => request.url().includes('/api/map/tiles/'));
    await page.getByRole('button', { name: 'Visa kartan' }).click();
    await page.getByText('© OpenStreetMap contributors').waitFor();
    await page.getByText('2 stopp visas inte på kartan.').waitFor();
    expect((await firstTile).url()).toContain(web.app.url);
    expect(await accessibilityFaults(page)).toEqual([]);
    const people = page.getByRole('list', { name: 'Rutter på kartan' }).getByRole('button');
    const count = await people.count();
    expect(count).toBeGreaterThan(1);
    await people.first().press('Enter');
    expect(await people.first().getAttribute('aria-pressed')).toBe('true');
    expect(await accessibilityFaults(page)).toEqual([]);
    await people.first().press('Enter');
  });

  it('marks each row of the board as its line is drawn on the map', async () => {
    const looksOf = (place: Locator) =>
      place.locator('[data-look]').evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-look')));
    const rows = await looksOf(page.locator('[data-board]'));
    expect(new Set(rows).size).toBe(rows.length);
    expect((await looksOf(page.getByRole('list', { name: 'Rutter på kartan' }))).sort()).toEqual([...rows].sort());
  });

  it('makes the map wider with the keys, and finds it as wide after a reload', async () => {
    const map = page.locator('canvas');
    const widthNow = async () => (await map.boundingBox())?.width ?? 0;
    const before = await widthNow();
    const border = page.getByRole('separator', { name: 'Bredd på det som står bredvid tavlan' });
    await border.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    // Two steps of 32 px.
    expect((await widthNow()) - before).toBeCloseTo(64, 0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.reload();
    await map.waitFor();
    expect((await widthNow()) - before).toBeCloseTo(64, 0);
  });

  it('stands beside the board where there is room, and under it where there is not', async () => {
    const placeOf = async (selector: string) => {
      const box = await page.locator(selector).first().boundingBox();
      if (box === null) throw new Error(`${selector} is not drawn`);
      return box;
    };
    const [board, map] = [await placeOf('[data-board]'), await placeOf('canvas')];
    expect(map.x).toBeGreaterThan(board.x);
    expect(map.y).toBeLessThan(board.y + board.height);
    await page.setViewportSize({ width: 1024, height: 768 });
    await page.locator('canvas').first().waitFor();
    const [above, below] = [await placeOf('[data-board]'), await placeOf('canvas')];
    expect(below.y).toBeGreaterThan(above.y + above.height);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
