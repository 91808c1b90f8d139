import { instantOfDate } from '@hemtjanst/domain';
import type { RegisteredTimeAnswer } from '@hemtjanst/contracts';
import type { CorrectedRegistration, Correction } from './registered-event.js';

export function registrationAnswer(
  { registration, corrections }: CorrectedRegistration,
  plannedVisitId: string | null,
  hasPlan: boolean,
): RegisteredTimeAnswer {
  return {
    id: registration.id,
    employeeId: registration.employeeId,
    brukareId: registration.brukareId,
    plannedVisitId,
    kind: registration.kind,
    startsAt: instantOfDate(registration.startsAt),
    endsAt: registration.endsAt === null ? null : instantOfDate(registration.endsAt),
    flags: [...registration.flags],
    corrections: corrections.map(correctionAnswer),
    match: plannedVisitId !== null ? 'planerat' : hasPlan ? 'oplanerat' : 'utan-plan',
  };
}

const correctionAnswer = (correction: Correction): RegisteredTimeAnswer['corrections'][number] => ({
  id: correction.id,
  startsAt: instantOfDate(correction.startsAt),
  endsAt: instantOfDate(correction.endsAt),
  reason: correction.reason,
  correctedBy: correction.correctedBy,
  correctedAt: instantOfDate(correction.correctedAt),
});
