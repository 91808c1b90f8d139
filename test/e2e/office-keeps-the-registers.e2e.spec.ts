import type { Page } from 'playwright-core';
import type { Role } from '@hemtjanst/contracts';
import { writeUnitFiles } from '../../src/unit-folder/write-unit-folder.js';
import { aFlowUnit, WEEK } from '../support/flow-unit.js';
import { accessibilityFaults } from './support/accessibility.js';
import { findChromium } from './support/browser.js';
import { PHONE, startWebApp, type WebApp } from './support/web-app.js';

const inBrowser = findChromium() === null ? describe.skip : describe;

inBrowser('samordnare, enhetschef and admin keep the registers (needs chromium)', () => {
  let web: WebApp;

  beforeAll(async () => {
    web = await startWebApp();
  });

  afterAll(() => web.close());

  it('shows the samordnare what a file would change, field by field, before it is saved', async () => {
    const page = await web.open({ role: 'samordnare' }, '/register/brukare');
    await page.getByRole('link', { name: 'Läs in filer' }).click();
    const unit = aFlowUnit('väst');
    const renamed = unit.brukare.map((one) => (one.id === 'G1-B1' ? { ...one, floor: 4 } : one));
    const brukareFile = writeUnitFiles({ ...unit, brukare: renamed }).get('kunder.csv');
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name: 'kunder.csv', mimeType: 'text/csv', buffer: Buffer.from(brukareFile ?? []) });
    await page.getByRole('heading', { name: 'Det här skulle ändras' }).waitFor();
    await page.getByRole('cell', { name: 'kunder.csv' }).or(page.getByText('kunder.csv')).first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Spara ändringarna' }).click();
    await page.getByText('Ändringarna är sparade.').waitFor();
    await page.goto(`${web.app.url}/register/brukare`);
    await page.getByRole('link', { name: 'Brukare väst G1-B1' }).click();
    await page.getByText('Våning').waitFor();
    expect(await factOf(page, 'Våning')).toBe('4');
  });

  it('lets the samordnare enter an order, confirm the proposed genomförandeplan, and change the order', async () => {
    const page = await web.open({ role: 'samordnare' }, '/order');
    await page.getByText(/beställningar i månaden/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Ny beställning' }).click();
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await page.getByText(/fält behöver rättas/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Beställningens nummer').fill('O-NY');
    await page
      .getByLabel('Brukare', { exact: true })
      .or(page.locator('[name="brukareId"]'))
      .first()
      .selectOption({ index: 1 });
    await page.locator('[name="from"]').fill('2031-03-01');
    await page.locator('[name="hoursPerMonth"]').fill('12,5');
    await page.getByLabel('Städning').check();
    await page.getByLabel('Dusch').check();
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await page.getByRole('heading', { name: 'Beställning O-NY' }).waitFor();
    await page.getByRole('button', { name: 'Bekräfta förslaget' }).click();
    await page.getByText(/Version 1, avtalad/).waitFor();
    await page.getByRole('button', { name: 'Ändra', exact: true }).first().click();
    await page.locator('[name="hoursPerMonth"]').fill('14');
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await page.getByText('14 h/mån').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('keeps what two people changed in the same record', async () => {
    const [first, second] = await Promise.all([
      web.open({ role: 'samordnare' }, '/register/brukare'),
      web.open({ role: 'enhetschef' }, '/register/brukare'),
    ]);
    for (const page of [first, second]) {
      await page.getByRole('link', { name: 'Brukare väst G2-B1' }).click();
      await page.getByRole('button', { name: 'Ändra' }).click();
    }
    await first.locator('[name="language"]').fill('finska');
    await first.getByRole('button', { name: 'Spara', exact: true }).click();
    await first.getByText('Sparat.').waitFor();
    await second.locator('[name="floor"]').fill('3');
    await second.getByRole('button', { name: 'Spara', exact: true }).click();
    await second.getByText('Någon annan har ändrat posten medan du skrev').waitFor();
    expect(await accessibilityFaults(second)).toEqual([]);
    await second.getByRole('button', { name: 'Spara mitt' }).click();
    await second.getByText('Sparat.').waitFor();
    expect([await factOf(second, 'Våning'), await factOf(second, 'Språk')]).toEqual(['3', 'finska']);
  });

  it('lets the admin change a setting by keyboard, see who changed what, and undo it', async () => {
    const page = await web.open({ role: 'admin' }, '/installningar/enhet');
    await page.getByRole('button', { name: 'Ändra: Effektivitetsmål' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Effektivitetsmål').fill('0,8');
    await page.keyboard.press('Enter');
    await page.getByText('Effektivitetsmål: sparat.').waitFor();
    await page.getByText('80 %').first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Historik' }).click();
    await page.getByRole('rowheader', { name: 'Effektivitetsmål' }).waitFor();
    await page.getByRole('button', { name: 'Ångra ändringen' }).click();
    await page.getByText('Ändringen är ångrad.', { exact: false }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('finds a brukare from the top bar by keyboard, and says nothing of a protected one but the alias', async () => {
    const page = await web.open({ role: 'planerare' }, '/register/brukare');
    await page.getByRole('combobox', { name: /Sök/ }).fill('G1-B2');
    await page.getByRole('listbox', { name: 'Träffar' }).getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Brukare väst G1-B2' }).waitFor();
    await page.goto(`${web.app.url}/register/brukare`);
    await page.getByText('Skyddade personuppgifter').first().waitFor();
    expect(await page.getByText('Provgatan väst 3').count()).toBe(0);
  });

  const PAGES: readonly (readonly [Role, string])[] = [
    ['planerare', `/besok?vecka=${WEEK}`],
    ['planerare', '/listor?datum=2031-03-03'],
    ['planerare', '/tid/registreringar'],
    ['planerare', '/tid/avvikelser'],
    ['planerare', '/tid/stammer-inte'],
    ['planerare', '/tid/dorrminuter'],
    ['planerare', '/register/medarbetare'],
    ['planerare', `/register/pass?vecka=${WEEK}`],
    ['planerare', '/register/franvaro'],
    ['planerare', '/register/grupper'],
    ['admin', '/installningar/konton'],
    ['admin', '/installningar/enheter'],
    ['admin', '/installningar/logg'],
  ];

  it.each(PAGES)('has no accessibility fault for the %s at %s, wide and narrow', async (role, address) => {
    for (const size of [undefined, PHONE]) {
      const page = await web.open({ role }, address, size);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      expect(await page.getByRole('alert').count()).toBe(0);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      await page.context().close();
    }
  });

  /** What stands under a word in a list of facts. */
  const factOf = (page: Page, word: string): Promise<string> =>
    page
      .locator('dl > div', { has: page.getByText(word, { exact: true }) })
      .locator('dd')
      .innerText();
});
