import type { VisitReportAnswer } from '@hemtjanst/contracts';
import { fileClock, fileDate, type ListFile } from '../../http/list-file.js';

/** "Stämmer inte": what the employees say is planned wrong, and what was decided. */
export const visitReportsFile = ({ items }: { readonly items: readonly VisitReportAnswer[] }): ListFile => ({
  name: 'stammer-inte',
  columns: [
    'besoksdatum',
    'mallnr',
    'kundnr',
    'anstnr',
    'vad',
    'text',
    'rapporterad',
    'klockan',
    'status',
    'beslutad',
    'skal',
    'forslag_version',
  ],
  rows: items.map((item) => [
    item.onDate,
    item.templateCode,
    item.brukareId,
    item.employeeId,
    KINDS[item.kind],
    item.text,
    fileDate(item.reportedAt),
    fileClock(item.reportedAt),
    STATUSES[item.status],
    fileDate(item.decidedAt),
    item.decisionReason,
    item.proposedVersion,
  ]),
  idColumns: { kundnr: 'brukare', anstnr: 'employee' },
});

const KINDS: Readonly<Record<VisitReportAnswer['kind'], string>> = {
  'too-short': 'för kort tid',
  'wrong-time': 'fel tid på dagen',
  stairs: 'trappor',
  'wrong-code': 'fel portkod',
  'two-needed': 'behöver vara två',
  other: 'annat',
};

const STATUSES: Readonly<Record<VisitReportAnswer['status'], string>> = {
  open: 'öppen',
  accepted: 'godtagen',
  declined: 'avslagen',
};
