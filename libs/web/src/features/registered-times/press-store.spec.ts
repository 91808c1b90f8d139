import 'fake-indexeddb/auto';
import { countUnsent, pressStore } from './press-store.js';
import type { KeptPress } from './press-queue.js';

const DAY = 24 * 60 * 60 * 1000;
const kept = (id: string, state: KeptPress<{ id: string }>['state'] = 'waiting', sendAfter = 0) => ({
  press: { id },
  sendAfter,
  state,
  reason: '',
});

describe('presses kept on the phone', () => {
  it('are there after the page is opened again, in the order they were pressed', async () => {
    await pressStore('event', 'anna').keep([kept('e2', 'waiting', 20), kept('e1', 'waiting', 10)]);
    const ids = (await pressStore('event', 'anna', () => 30).load()).map(({ press }) => press.id);
    expect(ids).toEqual(['e1', 'e2']);
  });

  it('are those of one account and one kind: a colleague on the same phone never sends them', async () => {
    await pressStore('event', 'bo').keep([kept('b1')]);
    await pressStore('report', 'bo').keep([kept('r1')]);
    expect((await pressStore('event', 'bo').load()).map(({ press }) => press.id)).toEqual(['b1']);
    expect((await pressStore('event', 'cia').load()).length).toBe(0);
    expect(await countUnsent('bo')).toBe(2);
    expect(await countUnsent('cia')).toBe(0);
  });

  it('are not counted when they were sent or refused, and are forgotten when asked to', async () => {
    const store = pressStore('event', 'dan');
    await store.keep([kept('d1', 'sent', Date.now()), kept('d2', 'refused'), kept('d3')]);
    expect(await countUnsent('dan')).toBe(1);
    await store.forget(['d3']);
    expect((await store.load()).map(({ press }) => press.id).sort()).toEqual(['d1', 'd2']);
  });

  it('lets go of what was sent a day ago, and never of what waits', async () => {
    const at = (now: number) => pressStore<{ id: string }>('event', 'eva', () => now);
    await at(0).keep([kept('old', 'sent', 0), kept('waits', 'waiting', 0)]);
    expect((await at(DAY).load()).length).toBe(2);
    expect((await at(DAY + 1).load()).map(({ press }) => press.id)).toEqual(['waits']);
    expect((await at(400 * DAY).load()).map(({ press }) => press.id)).toEqual(['waits']);
  });
});
