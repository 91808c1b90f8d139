import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.js';

/*
 * Pictures of every page in three widths, from a service that runs with the demo unit:
 * `npm run screenshots -- http://localhost:3000 [folder]`, by default into docs/screenshots.
 */
const [url = 'http://localhost:3000', folder = 'docs/screenshots'] = process.argv.slice(2);
const PASSWORD = 'ramrutt-demo';

interface Size {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

interface Picture {
  readonly name: string;
  /** Null: nobody is logged in. */
  readonly username: string | null;
  readonly open: (page: Page) => Promise<void>;
  readonly colorScheme?: 'light' | 'dark';
}

const DESK: Size = { name: '1440', width: 1440, height: 900 };
const PHONE: Size = { name: '360', width: 360, height: 780 };
const SIZES: readonly Size[] = [DESK, { name: '1024', width: 1024, height: 768 }, PHONE];

const PICTURES: readonly Picture[] = [
  { name: 'logga-in', username: null, open: () => Promise.resolve() },
  { name: 'vecka', username: 'planerare', open: openBoard },
  { name: 'vecka-besok', username: 'planerare', open: openVisit },
  { name: 'vecka-karta', username: 'planerare', open: openMap },
  { name: 'hela-veckan', username: 'planerare', open: openWholeWeek },
  { name: 'versioner', username: 'planerare', open: openVersions },
  { name: 'restidsrapport', username: 'planerare', open: openTravelReport },
  { name: 'dag', username: 'planerare', open: openDay },
  { name: 'dag-beraknas', username: 'planerare', open: openReplanning },
  { name: 'dag-forslag', username: 'planerare', open: openAlternatives },
  { name: 'uppfoljning', username: 'enhetschef', open: at('/uppfoljning?grupp=alla&period=month') },
  { name: 'uppfoljning-underlag', username: 'enhetschef', open: at('/uppfoljning/underlag?grupp=alla&tal=performed') },
  { name: 'uppfoljning-apt', username: 'enhetschef', open: at('/uppfoljning/apt?grupp=alla') },
  { name: 'order', username: 'samordnare', open: at('/order?grupp=alla') },
  { name: 'order-en', username: 'samordnare', open: openOrder },
  { name: 'order-ny', username: 'samordnare', open: openWrongOrder },
  { name: 'besok', username: 'planerare', open: at('/besok?grupp=alla') },
  { name: 'listor', username: 'planerare', open: openList },
  { name: 'veckoblad', username: 'planerare', open: openWeekSheet },
  { name: 'kanda-ansikten', username: 'planerare', open: openKnownFaces },
  { name: 'moten', username: 'enhetschef', open: at('/listor/moten') },
  { name: 'tid', username: 'planerare', open: at('/tid/registreringar?grupp=alla') },
  { name: 'avvikelser', username: 'planerare', open: at('/tid/avvikelser?grupp=alla') },
  { name: 'stammer-inte', username: 'planerare', open: at('/tid/stammer-inte') },
  { name: 'dorrminuter', username: 'planerare', open: at('/tid/dorrminuter') },
  { name: 'register-brukare', username: 'samordnare', open: at('/register/brukare?grupp=alla') },
  { name: 'register-brukare-en', username: 'samordnare', open: openBrukare },
  { name: 'register-medarbetare', username: 'samordnare', open: at('/register/medarbetare?grupp=alla') },
  { name: 'register-grupper', username: 'samordnare', open: at('/register/grupper') },
  { name: 'omrade', username: 'samordnare', open: openArea },
  { name: 'dorrtaggar', username: 'samordnare', open: at('/register/dorrtaggar?grupp=alla') },
  { name: 'register-pass', username: 'planerare', open: at('/register/pass?grupp=alla') },
  { name: 'franvaro', username: 'planerare', open: at('/register/franvaro') },
  { name: 'inlasning', username: 'samordnare', open: at('/register/inlasning') },
  { name: 'installningar', username: 'enhetschef', open: at('/installningar/enhet') },
  { name: 'regler', username: 'enhetschef', open: at('/installningar/regler') },
  { name: 'historik', username: 'enhetschef', open: at('/installningar/historik') },
  { name: 'logg', username: 'enhetschef', open: at('/installningar/logg') },
  { name: 'konton', username: 'admin', open: at('/installningar/konton') },
  { name: 'enheter', username: 'admin', open: at('/installningar/enheter') },
  { name: 'tillganglighet', username: null, open: at('/tillganglighet') },
  { name: 'min-dag', username: 'medarbetare', open: openMyDay },
];

async function takeAll(browser: Browser): Promise<void> {
  for (const size of SIZES) for (const picture of PICTURES) await take(browser, size, picture);
  await take(browser, DESK, { name: 'vecka-mork', username: 'planerare', open: openBoard, colorScheme: 'dark' });
  await take(browser, DESK, {
    name: 'uppfoljning-mork',
    username: 'enhetschef',
    open: at('/uppfoljning?grupp=alla&period=month'),
    colorScheme: 'dark',
  });
  await take(browser, PHONE, { name: 'min-dag-mork', username: 'medarbetare', open: openMyDay, colorScheme: 'dark' });
}

async function take(browser: Browser, { name: sizeName, width, height }: Size, picture: Picture): Promise<void> {
  const { name, username, open, colorScheme = 'light' } = picture;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: 'sv-SE' });
  const page = await context.newPage();
  page.on('pageerror', (error) => process.stderr.write(`${name}-${sizeName}: ${error.message}\n`));
  await page.goto(url);
  if (username !== null) await logIn(page, username);
  await open(page);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: path.join(folder, `${name}-${sizeName}.png`) });
  await context.close();
}

async function logIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('Användarnamn').fill(username);
  await page.getByLabel('Lösenord', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Logga in' }).click();
  await page.getByLabel('Användarnamn').waitFor({ state: 'detached' });
}

/** The page opens at the demo's latest plan by itself. */
async function openBoard(page: Page): Promise<void> {
  await page.locator('[data-visit]').first().waitFor();
}

async function openVisit(page: Page): Promise<void> {
  await openBoard(page);
  await page.locator('[data-visit]').nth(4).click();
}

/** The day's routes on the map beside the board. */
async function openMap(page: Page): Promise<void> {
  await openBoard(page);
  await page.getByRole('button', { name: 'Visa kartan' }).click();
  await page.locator('canvas.maplibregl-canvas').waitFor();
}

async function openWholeWeek(page: Page): Promise<void> {
  await openBoard(page);
  await page.getByRole('button', { name: /Hela veckan/ }).click();
  await page.getByRole('table').waitFor();
}

async function openTravelReport(page: Page): Promise<void> {
  await openBoard(page);
  await page.getByRole('link', { name: 'Restidsrapport' }).click();
  await page.getByText('Kontrollerad').waitFor();
}

async function openVersions(page: Page): Promise<void> {
  await openBoard(page);
  await page.getByRole('button', { name: 'Versioner' }).click();
  await page.getByRole('dialog').getByRole('table').waitFor();
}

/** A page of the office, when everything on it has been fetched. */
function at(address: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.goto(url + address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await fetched(page);
  };
}

async function fetched(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('[class*="Skeleton"]').first().waitFor({ state: 'detached' });
}

/** The demo's group with a published week, on the first day of it. */
async function openDay(page: Page): Promise<void> {
  await openBoard(page);
  await page.getByRole('link', { name: 'Dag', exact: true }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await fetched(page);
}

/** Somebody of the group is ill: the search for a new plan of the day, while it works. */
async function openReplanning(page: Page): Promise<void> {
  await openDay(page);
  await page.getByLabel('Vem är sjuk?').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Föreslå' }).click();
  const running = page.getByRole('region', { name: 'Dagen planeras om' });
  await running.locator('dl > div').filter({ hasText: 'Planerad effektivitet' }).waitFor();
  await running.scrollIntoViewIfNeeded();
}

async function openAlternatives(page: Page): Promise<void> {
  await openReplanning(page);
  const first = page.locator('[data-alternative]').first();
  await first.waitFor();
  await first.scrollIntoViewIfNeeded();
}

/** The border of the first group. */
async function openArea(page: Page): Promise<void> {
  await at('/register/grupper')(page);
  await page
    .getByRole('link', { name: /^Rita område för/ })
    .first()
    .click();
  await page.locator('canvas.maplibregl-canvas').waitFor();
  await fetched(page);
  // Streets are drawn a moment after they have come.
  await page.waitForTimeout(2_000);
}

async function openBrukare(page: Page): Promise<void> {
  await at('/register/brukare?grupp=alla')(page);
  await page.getByRole('rowheader').getByRole('link').or(page.getByRole('cell').getByRole('link')).first().click();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await fetched(page);
}

async function openOrder(page: Page): Promise<void> {
  await at('/order?grupp=alla')(page);
  await page.getByRole('rowheader').getByRole('link').first().click();
  await page.getByRole('heading', { name: /^Beställning/, level: 1 }).waitFor();
  await fetched(page);
}

/** What the form says when nothing is filled in. */
async function openWrongOrder(page: Page): Promise<void> {
  await at('/order/ny')(page);
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await page.getByRole('alert').waitFor();
}

/** Of the group and week that the board opens at. */
async function openWeekSheet(page: Page): Promise<void> {
  await openBoard(page);
  await page.getByRole('link', { name: 'Listor', exact: true }).click();
  await page.getByRole('link', { name: 'Veckoblad' }).click();
  await page.getByRole('heading', { name: 'Veckoblad', level: 1 }).waitFor();
  await fetched(page);
}

/** The first day from today on that has published visits. */
async function openKnownFaces(page: Page): Promise<void> {
  await at('/listor/kanda-ansikten?grupp=alla')(page);
  for (let day = 0; day < 14; day += 1) {
    await fetched(page);
    if (await page.getByRole('table').first().isVisible()) return;
    await page.getByRole('button', { name: 'Nästa dag' }).click();
  }
}

/** The list of the first employee who has one, on the first day from today on. */
async function openList(page: Page): Promise<void> {
  await at('/listor')(page);
  const staff = page.getByLabel('Medarbetare', { exact: true });
  for (let day = 0; day < 14; day += 1) {
    await fetched(page);
    if (await staff.isVisible()) {
      await staff.selectOption({ index: 1 });
      const print = page.getByRole('button', { name: 'Skriv ut listan' });
      await print.or(page.getByText('Inget är publicerat för')).first().waitFor();
      if (await print.isVisible()) return;
    }
    await page.getByRole('button', { name: 'Nästa dag' }).click();
  }
}

/** The first day from today on that has a published list. */
async function openMyDay(page: Page): Promise<void> {
  const visit = page.getByRole('article').first();
  for (let day = 0; day < 14; day += 1) {
    await visit.or(page.getByText('Inget publicerat')).waitFor();
    if (await visit.isVisible()) return;
    await page.getByRole('button', { name: 'Nästa dag' }).click();
  }
}

mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
await takeAll(browser);
await browser.close();
