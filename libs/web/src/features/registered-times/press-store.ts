import { createStore, delMany, entries, setMany } from 'idb-keyval';
import type { KeptPress, Press, PressStore } from './press-queue.js';

/** How long what was sent is remembered, so that the page shows it before the server's answer has been read. */
const SENT_MILLISECONDS = 24 * 60 * 60 * 1000;

/** What was pressed: a registration, or a report that something is wrong. */
export type PressKind = 'event' | 'report';

/**
 * Presses on the phone, each under its own key, so that two windows never write over each other. They hold ids and times,
 * no names, and are not sealed: a lost key must not lose a press.
 */
export function pressStore<Item extends Press>(kind: PressKind, accountId: string, now = Date.now): PressStore<Item> {
  const store = database();
  const prefix = prefixOf(kind, accountId);
  return {
    load: async () => {
      const kept = (await entries<string, KeptPress<Item>>(store)).filter(([key]) => key.startsWith(prefix));
      const isOld = ({ state, sendAfter }: KeptPress<Item>): boolean =>
        state === 'sent' && sendAfter < now() - SENT_MILLISECONDS;
      const old = kept.filter(([, one]) => isOld(one)).map(([key]) => key);
      if (old.length > 0) await delMany(old, store);
      return kept
        .map(([, one]) => one)
        .filter((one) => !isOld(one))
        .sort((a, b) => a.sendAfter - b.sendAfter);
    },
    keep: (presses) => setMany(presses.map((one) => [prefix + one.press.id, one]), store), // prettier-ignore
    forget: (ids) => delMany(ids.map((id) => prefix + id), store), // prettier-ignore
  };
}

/** How many presses of this account wait on the phone. */
export async function countUnsent(accountId: string): Promise<number> {
  const kept = await entries<string, KeptPress<Press>>(database());
  const isOwn = (key: string): boolean =>
    (['event', 'report'] as const).some((kind) => key.startsWith(prefixOf(kind, accountId)));
  return kept.filter(([key, { state }]) => isOwn(key) && state === 'waiting').length;
}

const prefixOf = (kind: PressKind, accountId: string): string => `${accountId}/${kind}/`;

let opened: ReturnType<typeof createStore> | null = null;
const database = (): ReturnType<typeof createStore> => (opened ??= createStore('ramrutt-presses', 'presses'));
