import type { TravelProposalAnswer } from '@hemtjanst/contracts';
import { instantOfEpochSeconds, type LegMedians, type RegisteredLeg, type TravelPlace } from '@hemtjanst/domain';
import type { RegisteredLegRow } from './registered-leg.repository.js';
import type { TravelProposal } from './travel-proposal.js';

export const legOfRow = (row: RegisteredLegRow, from: TravelPlace): RegisteredLeg => ({
  employeeId: row.employee_id,
  from,
  mode: row.mode,
  arrivalMinute: row.arrival_minute,
  gapSeconds: row.gap_seconds,
  travelSeconds: row.travel_seconds,
  waitSeconds: row.wait_seconds,
  isEstimated: row.is_estimated,
});

export const travelProposalAnswerOf = (proposal: TravelProposal): TravelProposalAnswer => ({
  id: proposal.id,
  brukareId: proposal.brukareId,
  ...mediansAnswer(proposal),
  bands: proposal.bands.map((band) => ({ band: band.band, ...mediansAnswer(band) })),
  doorMinutesBefore: proposal.doorMinutesBefore,
  proposedDoorMinutes: proposal.doorMinutes,
  status: proposal.status,
  proposedAt: instantText(proposal.proposedAt),
  decidedBy: proposal.decidedBy,
  decidedAt: proposal.decidedAt === null ? null : instantText(proposal.decidedAt),
  version: proposal.version,
});

const mediansAnswer = ({ samples, plannedSeconds, observedSeconds, differenceSeconds }: LegMedians): LegMedians => ({
  samples,
  plannedSeconds,
  observedSeconds,
  differenceSeconds,
});

const instantText = (date: Date): string => instantOfEpochSeconds(Math.floor(date.getTime() / 1000));
