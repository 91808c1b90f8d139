import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MILLISECONDS = 60_000;

/**
 * Until it holds; the last fault where it never does. Asked from here, not inside the page: the pages allow no text to be
 * run as a script there.
 */
export async function eventually(check: () => Promise<void>): Promise<void> {
  for (const giveUpAt = Date.now() + PATIENCE_MILLISECONDS; ;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      await wait(250);
    }
  }
}
