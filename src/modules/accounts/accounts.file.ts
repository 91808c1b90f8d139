import type { AccountAnswer } from '@hemtjanst/contracts';
import type { ListFile } from '../../http/list-file.js';

/** Who may log in; no passwords are ever answered. */
export const accountsFile = ({ items }: { readonly items: readonly AccountAnswer[] }): ListFile => ({
  name: 'konton',
  columns: ['anvandarnamn', 'visningsnamn', 'roller', 'enheter', 'anstnr', 'status'],
  rows: items.map((account) => [
    account.username,
    account.displayName,
    account.roles.join(', '),
    account.unitIds.length,
    account.employeeId,
    account.isDisabled ? 'avstängt' : 'öppet',
  ]),
  idColumns: { anstnr: 'employee' },
});
