import { spawnSync } from 'node:child_process';
import type { Role } from '@hemtjanst/contracts';
import type { Browser, Page } from 'playwright-core';
import { startTestApp, TEST_PASSWORD, type TestApp } from '../../support/app.js';
import { aFlowUnit } from '../../support/flow-unit.js';
import { seedCareUnit, type SeededUnit } from '../../support/seed-care-unit.js';
import { launchBrowser } from './browser.js';

export interface WebApp {
  readonly app: TestApp;
  readonly unit: SeededUnit;
  /** A page of the given size with somebody logged in through the login page, at an address of the web. */
  open(person: Person, address: string, size?: PageSize, around?: Around): Promise<Page>;
  close(): Promise<void>;
}

interface Person {
  readonly role: Role;
  readonly employeeId?: string;
}

interface Around {
  /** What the browser's clock shows when it is opened; it goes on from there. */
  readonly at?: string;
  /** Runs in every page before its own scripts: a device that the machine does not have. */
  readonly device?: string;
}

interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** How long a page may take on a machine that is busy with something else: slow is not wrong. */
const PATIENCE_MILLISECONDS = 60_000;

const DESK: PageSize = { width: 1440, height: 900 };
/** A small phone. */
export const PHONE: PageSize = { width: 360, height: 780 };

/** The whole service with its pages, a small unit in the database, and a browser. */
export async function startWebApp(): Promise<WebApp> {
  buildPages();
  const app = await startTestApp({ env: { RUN_WORKER: 'yes' } });
  const unit = await seedCareUnit(app, aFlowUnit('väst'));
  const browser = await launchBrowser();
  return {
    app,
    unit,
    open: (person, address, size = DESK, around = {}) => openAs({ app, unit, browser }, person, address, size, around),
    close: async () => {
      await browser.close();
      await app.close();
    },
  };
}

function buildPages(): void {
  const { status, stderr } = spawnSync(process.execPath, ['src/build-web.mjs'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

interface Surroundings {
  readonly app: TestApp;
  readonly unit: SeededUnit;
  readonly browser: Browser;
}

async function openAs(
  { app, unit, browser }: Surroundings,
  person: Person,
  address: string,
  size: PageSize,
  { at, device }: Around,
) {
  const account = { roles: [person.role], unitIds: [unit.unitId] };
  const { username } = await app.logIn(
    person.employeeId === undefined ? account : { ...account, employeeId: person.employeeId },
  );
  const context = await browser.newContext({ viewport: size, locale: 'sv-SE', reducedMotion: 'reduce' });
  if (at !== undefined) await context.clock.install({ time: at });
  if (device !== undefined) await context.addInitScript(device);
  context.setDefaultTimeout(PATIENCE_MILLISECONDS);
  const page = await context.newPage();
  await page.goto(`${app.url}${address}`);
  await page.getByLabel('Användarnamn').fill(username);
  await page.getByLabel('Lösenord', { exact: true }).fill(TEST_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByLabel('Användarnamn').waitFor({ state: 'detached' });
  return page;
}
