import { hash, verify } from '@node-rs/argon2';

/** OWASP's smaller setting for Argon2id: 19 MiB, two passes, one lane (Password Storage Cheat Sheet). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of something nobody knows, so that an unknown username takes as long as a wrong password. */
let hashOfNothing: Promise<string> | null = null;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

/** False for a wrong password, and for an account that has none. */
export async function isRightPassword(password: string, passwordHash: string | null): Promise<boolean> {
  hashOfNothing ??= hash(crypto.randomUUID(), COST);
  const isMatch = await verify(passwordHash ?? (await hashOfNothing), password.normalize('NFC'));
  return isMatch && passwordHash !== null;
}
