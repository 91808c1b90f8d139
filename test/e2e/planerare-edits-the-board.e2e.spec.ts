import type { Locator, Page } from 'playwright-core';
import { MONDAY, WEEK } from '../support/flow-unit.js';
import { planWeek } from '../support/planned-week.js';
import { accessibilityFaults } from './support/accessibility.js';
import { findChromium } from './support/browser.js';
import { startWebApp, type WebApp } from './support/web-app.js';

// Left out where there is no Chromium; `npm test` then prints this title.
const inBrowser = findChromium() === null ? describe.skip : describe;

/** One group: three brukare with a visit every morning, one of them for two; two employees, Monday to Wednesday. */
inBrowser('the planerare edits the week by hand (needs chromium)', () => {
  let web: WebApp;
  let page: Page;

  beforeAll(async () => {
    web = await startWebApp();
    const group = web.unit.codes.workGroups.idOf('G1');
    const planerare = await web.app.logIn({ roles: ['planerare'], unitIds: [web.unit.unitId] });
    await planWeek(planerare, web.unit.unitId, { week: WEEK, workGroupId: group });
    page = await web.open({ role: 'planerare' }, `/vecka?vecka=${WEEK}&grupp=${group}`);
    await page.locator('[data-visit]').first().waitFor();
    const demands = await page
      .locator('[data-demand]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-demand') ?? ''));
    demand = demands.find((one) => demands.filter((other) => other === one).length === 1) ?? '';
  });

  afterAll(() => web.close());

  const rows = () => page.locator('[data-shift]');
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  /** A visit that only one employee does, the same in every step. */
  let demand: string;
  const visitInQuestion = (): Locator => page.locator(`[data-demand="${demand}"]`);
  const rowOf = async (visit: Locator): Promise<string> => (await visit.getAttribute('data-visit-shift')) ?? '';

  it('drags a visit to another row, sees what it costs on the way, and a draft is made', async () => {
    const visit = visitInQuestion();
    const from = await rowOf(visit);
    const target = rows()
      .and(page.locator(`:not([data-shift="${from}"])`))
      .first();
    const [start, end] = [await visit.boundingBox(), await target.boundingBox()];
    if (start === null || end === null) throw new Error('the board is not drawn');
    await page.mouse.move(start.x + 6, start.y + 10);
    await page.mouse.down();
    await page.mouse.move(start.x + 20, start.y + 10, { steps: 3 });
    await page.mouse.move(start.x + 6, end.y + end.height / 2, { steps: 5 });
    const ghost = page.locator('[data-ghost]');
    await ghost.getByText(/restid|kostar inget|ansikte|väntan/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.mouse.up();
    await page.getByText('version 2 · utkast').waitFor();
    await page.locator(`[data-shift] [data-demand="${demand}"]:not([data-visit-shift="${from}"])`).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('undoes and makes it again, also after the page has been closed in between', async () => {
    const visit = visitInQuestion();
    const after = await rowOf(visit);
    await button('Ångra').click();
    await page.locator(`[data-demand="${demand}"]:not([data-visit-shift="${after}"])`).waitFor();
    await page.reload();
    await page.locator('[data-visit]').first().waitFor();
    await page.locator('button:disabled', { hasText: 'Ångra' }).waitFor();
    await button('Gör om').click();
    await page.locator(`[data-demand="${demand}"][data-visit-shift="${after}"]`).waitFor();
    await page.locator('button:disabled', { hasText: 'Gör om' }).waitFor();
  });

  it('moves, locks, takes out and undoes by keyboard only', async () => {
    const visit = visitInQuestion();
    const from = await rowOf(visit);
    const index = await rows().evaluateAll(
      (all, shift) => all.findIndex((row) => row.getAttribute('data-shift') === shift),
      from,
    );
    await visit.focus();
    await page.keyboard.press('m');
    await page.getByText(/Pilarna väljer rad och tid/).waitFor();
    await page.keyboard.press(index === 0 ? 'ArrowDown' : 'ArrowUp');
    await page
      .locator('[data-ghost]')
      .getByText(/restid|kostar inget|ansikte|väntan/)
      .waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.locator(`[data-demand="${demand}"]:not([data-visit-shift="${from}"])`).waitFor();
    // The visit has the focus where it lies now: the next key goes on from there.
    await page.locator(`[data-demand="${demand}"]:focus`).waitFor();
    await page.keyboard.press('l');
    await page.locator(`[data-demand="${demand}"][data-locked]`).waitFor();
    await page.keyboard.press('m');
    expect(await page.locator('[data-ghost]').isVisible()).toBe(false);
    await page.keyboard.press('u');
    await page.locator(`[data-demand="${demand}"]:not([data-locked])`).waitFor();
    await page.locator(`[data-demand="${demand}"]`).focus();
    await page.keyboard.press('Delete');
    await page.getByText('Ej placerade (1)').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Tangenter på tavlan' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await button('Ångra').click();
    await page.getByText('Ej placerade (0)').waitFor();
  });

  it('sees whose visits nobody will do when somebody falls ill, and takes them out of the week', async () => {
    const shiftId = await rowOf(visitInQuestion());
    const day = new URL(page.url()).searchParams.get('dag') ?? MONDAY;
    const samordnare = await web.app.logIn({ roles: ['samordnare'], unitIds: [web.unit.unitId] });
    const shifts = await samordnare.get(`/api/units/${web.unit.unitId}/shifts?from=${day}&to=${day}`);
    const { employeeId } = shifts.body.items.find(({ id }: { id: string }) => id === shiftId);
    await samordnare.post(`/api/units/${web.unit.unitId}/employees/${employeeId}/absences`, {
      fromDate: day,
      toDate: day,
      toTime: '24:00',
    });
    await page.reload();
    await page.getByText(/besök ligger hos någon som är frånvarande/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await button('Lägg dem i Ej placerade nu').click();
    await page.getByText(/ligger nu i Ej placerade. Det går att ångra/).waitFor();
    await page.locator(`[data-tray-demand="${demand}"]`).click();
    const waiting = page.locator('li', { has: page.locator(`[data-tray-demand="${demand}"]`) });
    await waiting.getByText('Medarbetaren som hade besöket är frånvarande.').waitFor();
    await page.locator(`[data-shift="${shiftId}"]`).waitFor({ state: 'detached' });
    expect(await accessibilityFaults(page)).toEqual([]);
    await button('Ångra').click();
    await page.locator(`[data-demand="${demand}"][data-visit-shift="${shiftId}"]`).waitFor();
    await page.getByText(/besök ligger hos någon som är frånvarande/).waitFor();
  });
});
