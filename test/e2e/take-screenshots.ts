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
  { name: 'hela-veckan', username: 'planerare', open: openWholeWeek },
  { name: 'versioner', username: 'planerare', open: openVersions },
  { name: 'uppfoljning', username: 'enhetschef', open: openFollowUp },
  { name: 'min-dag', username: 'medarbetare', open: openMyDay },
];

async function takeAll(browser: Browser): Promise<void> {
  for (const size of SIZES) for (const picture of PICTURES) await take(browser, size, picture);
  await take(browser, DESK, { name: 'vecka-mork', username: 'planerare', open: openBoard, colorScheme: 'dark' });
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

async function openWholeWeek(page: Page): Promise<void> {
  await openBoard(page);
  await page.getByRole('button', { name: /Hela veckan/ }).click();
  await page.getByRole('table').waitFor();
}

async function openVersions(page: Page): Promise<void> {
  await openBoard(page);
  await page.getByRole('button', { name: 'Versioner' }).click();
  await page.getByRole('dialog').getByRole('table').waitFor();
}

/** The week that the demo has a plan for. */
async function openFollowUp(page: Page): Promise<void> {
  await openBoard(page);
  const week = new URL(page.url()).searchParams.get('vecka') ?? '';
  await page.goto(`${url}/uppfoljning?vecka=${week}&grupp=alla&period=week`);
  await page.getByRole('heading', { name: 'Underlag' }).waitFor();
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
