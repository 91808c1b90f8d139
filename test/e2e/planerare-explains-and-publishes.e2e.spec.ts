import type { Locator, Page } from 'playwright-core';
import { MONDAY, WEEK } from '../support/flow-unit.js';
import { planWeek, publish } from '../support/planned-week.js';
import { accessibilityFaults } from './support/accessibility.js';
import { findChromium } from './support/browser.js';
import { startWebApp, type WebApp } from './support/web-app.js';

// Left out where there is no Chromium; `npm test` then prints this title.
const inBrowser = findChromium() === null ? describe.skip : describe;

interface Place {
  readonly shiftId: string;
  readonly startsAt: string;
}

/**
 * A published week, and a draft of it in which two visits for one lie with different people on Monday. Everything is done
 * by keyboard but opening the page.
 */
inBrowser('the planerare swaps, asks why, takes steps back and publishes the draft (needs chromium)', () => {
  let web: WebApp;
  let page: Page;
  let first: string;
  let second: string;

  beforeAll(async () => {
    web = await startWebApp();
    const { unitId, codes } = web.unit;
    const group = codes.workGroups.idOf('G1');
    const planerare = await web.app.logIn({ roles: ['planerare'], unitIds: [unitId] });
    const plans = `/api/units/${unitId}/weekly-plans`;
    const plan = await planWeek(planerare, unitId, { week: WEEK, workGroupId: group });
    expect((await publish(planerare, unitId, plan)).status).toBe(200);
    const draft = (await planerare.post(`${plans}/${plan.id}/drafts`, {})).body;
    const visits = (await planerare.get(`${plans}/${draft.id}/visits?date=${MONDAY}`)).body.items;
    const single = visits.filter(({ employeeIds }: { employeeIds: string[] }) => employeeIds.length === 1);
    [first, second] = single.map(({ visitDemandId }: { visitDemandId: string }) => visitDemandId);
    const [shiftOfFirst] = single[0].shiftIds;
    const { places } = (await planerare.post(`${plans}/${draft.id}/places`, { visitDemandId: second })).body;
    const { shiftId, startsAt }: Place = places.find((place: Place) => place.shiftId !== shiftOfFirst);
    if (single[1].shiftIds[0] === shiftOfFirst) {
      const move = { kind: 'move', visitDemandId: second, shiftId, startsAt };
      const moved = await planerare.post(`${plans}/${draft.id}/edits`, move, { 'if-match': `"${draft.version}"` });
      expect(moved.status).toBe(201);
    }
    page = await web.open({ role: 'planerare' }, `/vecka?vecka=${WEEK}&grupp=${group}&plan=${draft.id}&dag=${MONDAY}`);
    await page.getByText('version 2 · utkast').waitFor();
    await visit(first).waitFor();
  });

  afterAll(() => web.close());

  const visit = (demand: string): Locator => page.locator(`[data-board] [data-demand="${demand}"]`);
  const shiftOf = async (demand: string): Promise<string> =>
    (await visit(demand).getAttribute('data-visit-shift')) ?? '';
  const liesIn = (demand: string, shiftId: string): Promise<void> =>
    page.locator(`[data-board] [data-demand="${demand}"][data-visit-shift="${shiftId}"]`).waitFor();

  it('swaps two visits: each lies with the other person afterwards', async () => {
    const [one, other] = [await shiftOf(first), await shiftOf(second)];
    expect(one).not.toBe(other);
    await visit(first).focus();
    await page.keyboard.press('s');
    await page.getByText(/^Byt plats på .*: välj det andra besöket och tryck Enter\./).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await visit(second).focus();
    await page.keyboard.press('Enter');
    await liesIn(first, other);
    await liesIn(second, one);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('asks why a visit lies where it does', async () => {
    await visit(first).focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('region', { name: 'Valt besök' });
    await panel.getByRole('button', { name: 'Varför här?' }).press('Enter');
    await panel.getByText('Näst bästa platser').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('asks why a visit has no place, and gives it back the one it had', async () => {
    const before = await shiftOf(first);
    await visit(first).focus();
    await page.keyboard.press('Delete');
    await page.getByText('Ej placerade (1)').waitFor();
    const unplaced = page.locator(`[data-tray-demand="${first}"]`);
    await unplaced.press('Enter');
    await page.getByRole('button', { name: 'Varför inte?' }).press('Enter');
    await page.getByText('Näst bästa platser').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('u');
    await page.getByText('Ej placerade (0)').waitFor();
    await liesIn(first, before);
  });

  it('takes three steps back and makes them again, one by one', async () => {
    const lies = await shiftOf(first);
    await visit(first).focus();
    await page.keyboard.press('l');
    await page.locator(`[data-demand="${first}"][data-locked]`).waitFor();
    await visit(first).focus();
    await page.keyboard.press('l');
    await page.locator(`[data-demand="${first}"]:not([data-locked])`).waitFor();
    await visit(first).focus();
    await page.keyboard.press('Delete');
    await page.getByText('Ej placerade (1)').waitFor();
    await page.keyboard.press('u');
    await liesIn(first, lies);
    await page.keyboard.press('u');
    await page.locator(`[data-demand="${first}"][data-locked]`).waitFor();
    await page.keyboard.press('u');
    await page.locator(`[data-demand="${first}"]:not([data-locked])`).waitFor();
    await page.keyboard.press('Shift+U');
    await page.locator(`[data-demand="${first}"][data-locked]`).waitFor();
    await page.keyboard.press('Shift+U');
    await page.locator(`[data-demand="${first}"]:not([data-locked])`).waitFor();
    await page.keyboard.press('Shift+U');
    await page.getByText('Ej placerade (1)').waitFor();
    await page.locator('button:disabled', { hasText: 'Gör om' }).waitFor();
    await page.keyboard.press('u');
    await page.getByText('Ej placerade (0)').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('publishes the draft, with what changes for whom in sight', async () => {
    await page.getByRole('button', { name: 'Publicera …' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Kontrollen hittade inget som bryter mot reglerna.').waitFor();
    await dialog.locator('summary').press('Enter');
    await dialog.getByRole('heading', { name: 'Per medarbetare' }).waitFor();
    expect(await dialog.getByRole('row', { name: /^Medarbetare väst/ }).count()).toBe(2);
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Publicera', exact: true }).press('Enter');
    await page.getByText('version 2 · publicerad').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
