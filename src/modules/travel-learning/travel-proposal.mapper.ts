import type { TravelProposalAnswer } from '@hemtjanst/contracts';
import { instantOfDate, type LegMedians, type RegisteredLeg, type TravelPlace } from '@hemtjanst/domain';
import type { DrivenLeg } from './driven-legs.js';
import type { TravelProposal } from './travel-proposal.js';

export const legOf = ({ planned, registered }: DrivenLeg, from: TravelPlace): RegisteredLeg => ({
  employeeId: registered.employee_id,
  from,
  mode: planned.mode,
  arrivalMinute: registered.arrival_minute,
  gapSeconds: registered.gap_seconds,
  travelSeconds: planned.travel_seconds,
  waitSeconds: planned.wait_seconds,
  isEstimated: planned.is_estimated,
});

export const travelProposalAnswerOf = (proposal: TravelProposal): TravelProposalAnswer => ({
  id: proposal.id,
  brukareId: proposal.brukareId,
  ...mediansAnswer(proposal),
  bands: proposal.bands.map((band) => ({ band: band.band, ...mediansAnswer(band) })),
  doorMinutesBefore: proposal.doorMinutesBefore,
  proposedDoorMinutes: proposal.doorMinutes,
  status: proposal.status,
  proposedAt: instantOfDate(proposal.proposedAt),
  decidedBy: proposal.decidedBy,
  decidedAt: proposal.decidedAt === null ? null : instantOfDate(proposal.decidedAt),
  version: proposal.version,
});

const mediansAnswer = ({ samples, plannedSeconds, observedSeconds, differenceSeconds }: LegMedians): LegMedians => ({
  samples,
  plannedSeconds,
  observedSeconds,
  differenceSeconds,
});
