import type { AuditLineListAnswer } from '@hemtjanst/contracts';
import { fileClock, fileDate, type ListFile } from '../../http/list-file.js';

/** Who did what with which record, when: what a sample check of the log is made of. */
export const auditLinesFile = ({ items }: AuditLineListAnswer): ListFile => ({
  name: 'logg',
  columns: ['rad', 'datum', 'klockan', 'konto', 'roller', 'handling', 'slag', 'post', 'kundnr', 'anrop'],
  rows: items.map((line) => [
    line.id,
    fileDate(line.happenedAt),
    fileClock(line.happenedAt),
    line.accountName,
    line.roles.join(', '),
    line.action,
    line.recordKind,
    line.recordId,
    line.brukareId,
    line.requestId,
  ]),
  idColumns: { kundnr: 'brukare' },
});
