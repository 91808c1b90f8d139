import type { Role } from '@hemtjanst/contracts';

/** Someone who may log in. A local account has a password hash; one of an outside identity provider has none. */
export interface Account {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly unitIds: readonly string[];
  readonly employeeId: string | null;
  readonly passwordHash: string | null;
  /** Made for the demo unit, with a password that is printed at start. */
  readonly isDemo: boolean;
  readonly isDisabled: boolean;
}

export interface NewAccount {
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly unitIds: readonly string[];
  readonly employeeId: string | null;
  readonly password: string;
  readonly isDemo: boolean;
}
