import { z } from 'zod';
import { id, text } from './fields.js';
import { answeredInstant } from './instant.js';

/** What an account may be; the words of the job titles. */
export const ROLES = ['planerare', 'samordnare', 'enhetschef', 'omsorgspersonal', 'admin'] as const;
export const role = z.enum(ROLES);
export type Role = z.infer<typeof role>;

const username = z.string().trim().toLowerCase().min(3).max(100).describe('Användarnamn');

/** Log in with a local account. */
export const newSession = z.strictObject({
  username,
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

/** Somebody who may log in; an admin makes accounts for the own units only. */
export const newAccount = z.strictObject({
  username,
  displayName: text(100),
  roles: z.array(role).min(1).max(ROLES.length),
  unitIds: z.array(id).min(1).max(50),
  employeeId: id.nullable().default(null).describe('Medarbetaren som kontot tillhör; behövs för den egna besökslistan'),
  password: z.string().min(12, 'Lösenordet ska ha minst 12 tecken.').max(200),
});
export type NewAccountContract = z.infer<typeof newAccount>;

export const accountChange = z.strictObject({
  isDisabled: z.boolean().describe('Ett avstängt konto loggas ut genast och kan inte logga in'),
});
export type AccountChange = z.infer<typeof accountChange>;

export const accountAnswer = z.strictObject({
  id,
  username: z.string(),
  displayName: z.string(),
  roles: z.array(role),
  unitIds: z.array(id),
  employeeId: id.nullable(),
  isDisabled: z.boolean(),
});
export type AccountAnswer = z.infer<typeof accountAnswer>;
export const accountListAnswer = z.strictObject({ items: z.array(accountAnswer) });
