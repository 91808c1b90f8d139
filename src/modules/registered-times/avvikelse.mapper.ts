import { createHash } from 'node:crypto';
import type { AvvikelseAnswer } from '@hemtjanst/contracts';
import { instantOfDate, type Avvikelse, type PlacedRegistration } from '@hemtjanst/domain';
import type { FoundAvvikelse, HandledAvvikelse } from './avvikelse.repository.js';
import type { CorrectedRegistration } from './registered-event.js';

/** With the time that counts: that of the last correction. */
export function placedRegistration(
  { registration, corrections }: CorrectedRegistration,
  visitId: string | null,
  hasPlan: boolean,
): PlacedRegistration {
  const { id, brukareId, employeeId, kind } = registration;
  const last = corrections.at(-1);
  const endsAt = last?.endsAt ?? registration.endsAt;
  return {
    id,
    brukareId,
    employeeId,
    kind,
    startsAt: instantOfDate(last?.startsAt ?? registration.startsAt),
    endsAt: endsAt === null ? null : instantOfDate(endsAt),
    visitId,
    hasPlan,
  };
}

export const foundAvvikelse = (avvikelse: Avvikelse): FoundAvvikelse => ({
  id: idOf(avvikelse),
  kind: avvikelse.kind,
  onDate: avvikelse.onDate,
  brukareId: avvikelse.brukareId,
  employeeId: avvikelse.employeeId,
  registeredTimeId: avvikelse.registrationId,
  plannedVisitId: avvikelse.visit?.id ?? null,
  text: avvikelse.text,
});

export const avvikelseAnswer = (avvikelse: FoundAvvikelse | HandledAvvikelse): AvvikelseAnswer => ({
  id: avvikelse.id,
  kind: avvikelse.kind,
  date: avvikelse.onDate,
  brukareId: avvikelse.brukareId,
  employeeId: avvikelse.employeeId,
  registeredTimeId: avvikelse.registeredTimeId,
  plannedVisitId: avvikelse.plannedVisitId,
  text: avvikelse.text,
  handled:
    'handledBy' in avvikelse
      ? { by: avvikelse.handledBy, at: instantOfDate(avvikelse.handledAt), reason: avvikelse.reason }
      : null,
});

/**
 * The same avvikelse has the same id each time it is found, also when the week was published again: it is named by the
 * registration, or by the demand that nobody came to.
 */
function idOf({ kind, registrationId, visit, employeeId }: Avvikelse): string {
  const name = [kind, registrationId ?? visit?.demandId ?? '', employeeId].join('|');
  const hex = createHash('sha256').update(name).digest('hex');
  // A UUID of version 8: its bits are ours to choose (RFC 9562, 5.8).
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}
