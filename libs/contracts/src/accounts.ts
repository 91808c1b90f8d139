import { z } from 'zod';
import { id } from './fields.js';
import { answeredInstant } from './instant.js';

/** What an account may be; the words of the job titles. */
export const ROLES = ['planerare', 'samordnare', 'enhetschef', 'omsorgspersonal', 'admin'] as const;
export const role = z.enum(ROLES);
export type Role = z.infer<typeof role>;

/** Log in with a local account. */
export const newSession = z.strictObject({
  username: z.string().trim().toLowerCase().min(3).max(100).describe('Användarnamn'),
  password: z.string().min(1).max(200).describe('Lösenord'),
});
export type NewSession = z.infer<typeof newSession>;

/** Who is logged in, and which units the account reaches. */
export const meAnswer = z.strictObject({
  accountId: id,
  displayName: z.string(),
  roles: z.array(role),
  units: z.array(z.strictObject({ id, code: z.string(), name: z.string() })),
  employeeId: id.nullable(),
});
export type MeAnswer = z.infer<typeof meAnswer>;

/** The session that was opened; the token is shown this once, and is also set as a cookie. */
export const sessionAnswer = z.strictObject({
  token: z.string().describe('Skicka som Authorization: Bearer …'),
  expiresAt: answeredInstant,
});
export type SessionAnswer = z.infer<typeof sessionAnswer>;
