import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const KNOWN_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Runs as root and inside containers, and asks nobody on the internet for anything. */
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Date fields in Swedish where the browser's words for it are installed.
  '--lang=sv',
];

/** Where the machine has a Chromium; null: what needs one is left out and says so. */
export const findChromium = (): string | null => KNOWN_PLACES.find((place) => existsSync(place)) ?? null;

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(`no Chromium at ${KNOWN_PLACES.join(', ')}`);
  return chromium.launch({ executablePath, args: FLAGS, env: { ...process.env, LANGUAGE: 'sv' } });
}
