import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** The key for door codes, made of the secret in the environment: it is never in the database with what it opens. */
export const doorCodeKey = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'ramrutt door codes v1', 32));

/** AES-256-GCM. The brukare is part of the seal: a code moved to another row does not open. */
export function sealDoorCode(key: Buffer, brukareId: string, code: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(`door-code ${brukareId}`));
  const sealed = Buffer.concat([cipher.update(code, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** Null where the seal is broken, or was made with another key. */
export function openDoorCode(key: Buffer, brukareId: string, sealed: Buffer): string | null {
  try {
    const [iv, tag] = [sealed.subarray(0, IV_BYTES), sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)];
    const decipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(`door-code ${brukareId}`));
    decipher.setAuthTag(tag);
    const code = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    return code.toString('utf8');
  } catch {
    return null;
  }
}
