import { compareText, groupBy } from '../group-by.js';
import { minuteOfDayOf } from '../time/civil-time.js';
import type { PlannedVisit } from '../weekly-plan/weekly-plan.js';
import { countedTime, registeredMinutes } from './performed-time.js';
import type { TimeRegistration } from './time-registration.js';

/** A registration and the planned visit it belongs to. */
export interface RegisteredVisit {
  readonly registrationId: string;
  readonly visitId: string;
  readonly employeeId: string;
  /** True where somebody else than planned came. */
  readonly isOtherEmployee: boolean;
  /** Minutes after (before: negative) the planned start. */
  readonly startDeviationMinutes: number;
  /** Minutes longer (shorter: negative) than planned. */
  readonly durationDeviationMinutes: number;
}

export interface MatchedTimes {
  readonly matches: readonly RegisteredVisit[];
  /** Registrations without planned visit: unplanned visits, for the planerare to look at. Larm is never planned. */
  readonly unplannedRegistrationIds: readonly string[];
  /** Employees' parts of planned visits that nobody has registered. */
  readonly unregistered: readonly { readonly visitId: string; readonly employeeId: string }[];
}

/** Who else came may be so many minutes from the planned start, at most. */
const OTHER_EMPLOYEE_MINUTES = 120;

/**
 * Pairs registrations with planned visits of the same brukare and date: first those of the planned employee, then those
 * of somebody who came instead within two hours. Among several the nearest in time goes first, so the answer does not
 * depend on the order of the lists.
 */
export function matchRegisteredTimes(
  registrations: readonly TimeRegistration[],
  visits: readonly PlannedVisit[],
): MatchedTimes {
  const planned = registrations.filter(({ kind }) => kind !== 'larm');
  const parts = visits.flatMap(partsOf);
  const own = pairNearest(planned, parts, (registration, part) => registration.employeeId === part.employeeId);
  const rest = leftOf(planned, parts, own);
  const instead = pairNearest(
    rest.registrations,
    rest.parts,
    (registration, part) => startDifference(registration, part) <= OTHER_EMPLOYEE_MINUTES,
  );
  const left = leftOf(rest.registrations, rest.parts, instead);
  return {
    matches: [...own, ...instead].map(toMatch),
    unplannedRegistrationIds: left.registrations.map(({ id }) => id),
    unregistered: left.parts.map(({ visit, employeeId }) => ({ visitId: visit.id, employeeId })),
  };
}

interface Part {
  readonly visit: PlannedVisit;
  readonly employeeId: string;
  readonly startsAt: number;
  readonly minutes: number;
}

interface Pair {
  readonly registration: TimeRegistration;
  readonly part: Part;
}

const partsOf = (visit: PlannedVisit): readonly Part[] =>
  visit.employeeIds.map((employeeId, at) => {
    const times = at > 0 && visit.helper !== null ? visit.helper : visit;
    return { visit, employeeId, startsAt: minuteOfDayOf(times.startsAt), minutes: times.serviceMinutes };
  });

function pairNearest(
  registrations: readonly TimeRegistration[],
  parts: readonly Part[],
  mayPair: (registration: TimeRegistration, part: Part) => boolean,
): readonly Pair[] {
  const partsByVisitor = groupBy(parts, ({ visit }) => `${visit.brukareId} ${visit.date}`);
  const possible = registrations.flatMap((registration) => {
    const near = partsByVisitor.get(`${registration.brukareId} ${countedTime(registration).startsAt.date}`) ?? [];
    return near.filter((part) => mayPair(registration, part)).map((part) => ({ registration, part }));
  });
  const nearestFirst = [...possible].sort(
    (a, b) =>
      startDifference(a.registration, a.part) - startDifference(b.registration, b.part) ||
      compareText(a.registration.id, b.registration.id) ||
      compareText(a.part.visit.id, b.part.visit.id),
  );
  const taken = new Set<TimeRegistration | Part>();
  return nearestFirst.filter(({ registration, part }) => {
    if (taken.has(registration) || taken.has(part)) return false;
    taken.add(registration).add(part);
    return true;
  });
}

function leftOf(
  registrations: readonly TimeRegistration[],
  parts: readonly Part[],
  pairs: readonly Pair[],
): { readonly registrations: readonly TimeRegistration[]; readonly parts: readonly Part[] } {
  const paired = new Set<TimeRegistration | Part>(pairs.flatMap(({ registration, part }) => [registration, part]));
  return {
    registrations: registrations.filter((registration) => !paired.has(registration)),
    parts: parts.filter((part) => !paired.has(part)),
  };
}

const toMatch = ({ registration, part }: Pair): RegisteredVisit => ({
  registrationId: registration.id,
  visitId: part.visit.id,
  employeeId: registration.employeeId,
  isOtherEmployee: registration.employeeId !== part.employeeId,
  startDeviationMinutes: countedTime(registration).startsAt.minute - part.startsAt,
  durationDeviationMinutes: registeredMinutes(registration) - part.minutes,
});

const startDifference = (registration: TimeRegistration, part: Part): number =>
  Math.abs(countedTime(registration).startsAt.minute - part.startsAt);
