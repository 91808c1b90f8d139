import { clear, createStore, get, set } from 'idb-keyval';

/** One sealed thing: AES-GCM, with its name and its end bound into the seal. */
interface SealedRecord {
  readonly until: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

const KEY = 'key';
const IV_BYTES = 12;

/**
 * The little of the day that a phone may keep for the time without a net: sealed with a key that no script can read out,
 * and gone after its time, at logout, and when somebody else logs in. Where the browser cannot seal, nothing is kept.
 */
export async function keepSealed(name: string, value: unknown, until: number): Promise<void> {
  if (!canSeal()) return;
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const bytes = await crypto.subtle.encrypt(sealing(iv, name, until), await keyForDay(), plain);
  await set(name, { until, iv, bytes } satisfies SealedRecord, database());
}

/** What was kept; null where nothing is, its time is over, or the seal is broken. */
export async function readSealed<Value>(name: string, now = Date.now()): Promise<Value | null> {
  if (!canSeal()) return null;
  try {
    const sealed = await get<SealedRecord>(name, database());
    if (sealed === undefined) return null;
    if (sealed.until <= now) {
      await wipeSealed();
      return null;
    }
    const plain = await crypto.subtle.decrypt(sealing(sealed.iv, name, sealed.until), await keyForDay(), sealed.bytes);
    return JSON.parse(new TextDecoder().decode(plain)) as Value;
  } catch {
    return null;
  }
}

/** Everything, and the key with it. */
export async function wipeSealed(): Promise<void> {
  // A browser that lets nothing be kept has nothing to wipe.
  if (canSeal()) await clear(database()).catch(() => undefined);
}

const sealing = (iv: Uint8Array<ArrayBuffer>, name: string, until: number): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(`${name} ${until}`),
});

async function keyForDay(): Promise<CryptoKey> {
  const known = await get<CryptoKey>(KEY, database());
  if (known !== undefined) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await set(KEY, made, database());
  return made;
}

/** Only pages fetched safely may; tests of old browsers and plain HTTP may not. */
const canSeal = (): boolean => typeof indexedDB !== 'undefined' && globalThis.crypto?.subtle !== undefined;

let opened: ReturnType<typeof createStore> | null = null;
const database = (): ReturnType<typeof createStore> => (opened ??= createStore('ramrutt-day', 'sealed'));
