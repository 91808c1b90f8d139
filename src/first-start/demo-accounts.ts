import type { INestApplicationContext } from '@nestjs/common';
import type { Role } from '@hemtjanst/contracts';
import { AccountsService } from '../modules/accounts/accounts.service.js';

/** Printed on the screen, and refused where the service runs in production. */
export const DEMO_PASSWORD = 'ramrutt-demo';

interface DemoAccount {
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
}

const OFFICE_ACCOUNTS: readonly DemoAccount[] = [
  { username: 'planerare', displayName: 'Demo Planerare', role: 'planerare' },
  { username: 'samordnare', displayName: 'Demo Samordnare', role: 'samordnare' },
  { username: 'enhetschef', displayName: 'Demo Enhetschef', role: 'enhetschef' },
  { username: 'admin', displayName: 'Demo Admin', role: 'admin' },
];
const EMPLOYEE_ACCOUNT: DemoAccount = {
  username: 'medarbetare',
  displayName: 'Demo Medarbetare',
  role: 'omsorgspersonal',
};

export const DEMO_USERNAMES: readonly string[] = [...OFFICE_ACCOUNTS, EMPLOYEE_ACCOUNT].map(({ username }) => username);

/** One account per role of the office; those that are there already stay as they are. */
export async function createOfficeAccounts(app: INestApplicationContext, unitId: string): Promise<void> {
  const accounts = app.get(AccountsService, { strict: false });
  for (const account of OFFICE_ACCOUNTS) await accounts.createIfMissing(newAccount(account, unitId, null));
}

/** The account of the employee whose day the terminal shows. */
export async function createEmployeeAccount(
  app: INestApplicationContext,
  unitId: string,
  employeeId: string,
): Promise<void> {
  await app.get(AccountsService, { strict: false }).createIfMissing(newAccount(EMPLOYEE_ACCOUNT, unitId, employeeId));
}

const newAccount = ({ username, displayName, role }: DemoAccount, unitId: string, employeeId: string | null) => ({
  username,
  displayName,
  roles: [role],
  unitIds: [unitId],
  employeeId,
  password: DEMO_PASSWORD,
  isDemo: true,
});
