import 'fake-indexeddb/auto';
import { createStore, entries, get } from 'idb-keyval';
import { keepSealed, readSealed, wipeSealed } from './sealed-store.js';

const CANARY = 'Märta Kabelgatan 12';
const raw = () => createStore('ramrutt-day', 'sealed');

describe('what the phone keeps of the day', () => {
  beforeEach(() => wipeSealed());

  it('is read again while its time lasts, and is gone after it with everything else', async () => {
    await keepSealed('list', { title: CANARY }, 1000);
    await keepSealed('me', { name: 'Anna' }, 5000);
    expect(await readSealed('list', 999)).toEqual({ title: CANARY });
    expect(await readSealed('list', 1000)).toBeNull();
    expect(await readSealed('me', 999)).toBeNull();
    expect(await entries(raw())).toEqual([]);
  });

  it('cannot be read in what lies in the phone, and its key cannot be taken out', async () => {
    await keepSealed('list', { title: CANARY }, Date.now() + 1000);
    const kept = await get<{ bytes: ArrayBuffer }>('list', raw());
    expect(Buffer.from(kept?.bytes ?? new ArrayBuffer(0)).toString('utf8')).not.toContain('Märta');
    const key = await get<CryptoKey>('key', raw());
    expect(key?.extractable).toBe(false);
  });

  it('is worth nothing under another name or with a longer time', async () => {
    await keepSealed('list', { title: CANARY }, 1000);
    const store = raw();
    const record = await get<object>('list', store);
    const { set } = await import('idb-keyval');
    await set('me', record, store);
    await set('list', { ...record, until: 9000 }, store);
    expect(await readSealed('me', 0)).toBeNull();
    expect(await readSealed('list', 2000)).toBeNull();
  });

  it('is wiped with its key', async () => {
    await keepSealed('list', { title: CANARY }, Date.now() + 1000);
    await wipeSealed();
    expect(await readSealed('list')).toBeNull();
    expect(await entries(raw())).toEqual([]);
  });
});
