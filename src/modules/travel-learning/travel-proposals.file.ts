import type { TravelProposalAnswer } from '@hemtjanst/contracts';
import { fileDate, type ListFile } from '../../http/list-file.js';

/** Minutes at the door as the registered visits suggest them. */
export const travelProposalsFile = ({ items }: { readonly items: readonly TravelProposalAnswer[] }): ListFile => ({
  name: 'dorrminuter',
  columns: [
    'kundnr',
    'vagar',
    'planerat_sekunder',
    'uppmatt_sekunder',
    'skillnad_sekunder',
    'nu_minuter',
    'forslag_minuter',
    'status',
    'foreslaget',
    'beslutat',
  ],
  rows: items.map((proposal) => [
    proposal.brukareId,
    proposal.samples,
    proposal.plannedSeconds,
    proposal.observedSeconds,
    proposal.differenceSeconds,
    proposal.doorMinutesBefore,
    proposal.proposedDoorMinutes,
    STATUSES[proposal.status],
    fileDate(proposal.proposedAt),
    fileDate(proposal.decidedAt),
  ]),
  idColumns: { kundnr: 'brukare' },
});

const STATUSES: Readonly<Record<TravelProposalAnswer['status'], string>> = {
  foreslagen: 'föreslagen',
  antagen: 'antagen',
  avbojd: 'avböjd',
};
