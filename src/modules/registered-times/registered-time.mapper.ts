import { instantOfEpochSeconds } from '@hemtjanst/domain';
import type { RegisteredTimeAnswer } from '@hemtjanst/contracts';
import type { Registration } from './registered-event.js';
import type { Correction } from './registered-time.repository.js';

export function registrationAnswer(
  registration: Registration,
  corrections: readonly Correction[],
): RegisteredTimeAnswer {
  return {
    id: registration.id,
    employeeId: registration.employeeId,
    brukareId: registration.brukareId,
    plannedVisitId: registration.plannedVisitId,
    kind: registration.kind,
    startsAt: instantText(registration.startsAt),
    endsAt: registration.endsAt === null ? null : instantText(registration.endsAt),
    flags: [...registration.flags],
    corrections: corrections.map(correctionAnswer),
    match: registration.plannedVisitId === null ? 'oplanerat' : 'planerat',
  };
}

const correctionAnswer = (correction: Correction): RegisteredTimeAnswer['corrections'][number] => ({
  id: correction.id,
  startsAt: instantText(correction.startsAt),
  endsAt: instantText(correction.endsAt),
  reason: correction.reason,
  correctedBy: correction.correctedBy,
  correctedAt: instantText(correction.correctedAt),
});

const instantText = (date: Date): string => instantOfEpochSeconds(Math.floor(date.getTime() / 1000));
