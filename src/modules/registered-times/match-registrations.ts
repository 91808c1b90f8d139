import { matchRegisteredTimes } from '@hemtjanst/domain';
import type { PublishedVisit } from '../weekly-plans/published-visit.js';
import { publishedToPlanned } from '../weekly-plans/published-visit.mapper.js';
import type { CorrectedRegistration } from './registered-event.js';
import { toTimeRegistration } from './time-registration.mapper.js';

/**
 * The planned visit of each registration, by registration id. A phone says which visit it is at; registrations from the
 * present time system do not, and are paired with the planned visits that are left.
 */
export function visitsOfRegistrations(
  registrations: readonly CorrectedRegistration[],
  visits: readonly PublishedVisit[],
): ReadonlyMap<string, string> {
  const said = registrations.flatMap(({ registration: { id, plannedVisitId } }) =>
    plannedVisitId === null ? [] : [[id, plannedVisitId] as const],
  );
  const taken = new Set(said.map(([, visitId]) => visitId));
  const unsaid = registrations
    .filter(({ registration }) => registration.plannedVisitId === null)
    .map(toTimeRegistration)
    .filter((registration) => registration !== null);
  const { matches } = matchRegisteredTimes(unsaid, visits.filter(({ id }) => !taken.has(id)).map(publishedToPlanned));
  return new Map([...said, ...matches.map(({ registrationId, visitId }) => [registrationId, visitId] as const)]);
}
