import { accessibilityFaults } from './support/accessibility.js';
import { findChromium } from './support/browser.js';
import { startWebApp, type WebApp } from './support/web-app.js';

const inBrowser = findChromium() === null ? describe.skip : describe;

inBrowser('the planning rules (needs chromium)', () => {
  let web: WebApp;

  beforeAll(async () => {
    web = await startWebApp();
  });

  afterAll(() => web.close());

  it('stand with weight and reason on a page of the settings, in both languages', async () => {
    const page = await web.open({ role: 'planerare' }, '/installningar/regler');
    const priced = page.getByRole('table', { name: 'Regler med ett pris' });
    const travel = priced.getByRole('row', { name: /Restid/ }).first();
    await travel.waitFor();
    expect(await travel.textContent()).toContain('per ');
    expect(await page.getByRole('table', { name: 'Regler som aldrig bryts' }).getByRole('row').count()).toBeGreaterThan(
      10,
    );
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.evaluate(`localStorage.setItem('ramrutt.language', 'en')`);
    await page.reload();
    await page.getByRole('heading', { name: 'Planning rules' }).waitFor();
    await page
      .getByRole('table', { name: 'Rules with a price' })
      .getByRole('row', { name: /travel/i })
      .first()
      .waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
