import { daysBetween } from '../time/local-date.js';
import type { UnitSettings } from '../unit/unit-settings.js';
import type { LocalDateTime, TimeRegistration } from './time-registration.js';

/** The time that counts: the adjusted one where there is one, else the registered. */
export function countedTime({ startsAt, endsAt, adjusted }: TimeRegistration): {
  readonly startsAt: LocalDateTime;
  readonly endsAt: LocalDateTime;
} {
  return adjusted ?? { startsAt, endsAt };
}

/** Minutes by the wall clock; 0 where the end lies before the start. */
export function registeredMinutes(registration: TimeRegistration): number {
  const { startsAt, endsAt } = countedTime(registration);
  return Math.max(0, minutesFrom(startsAt, endsAt));
}

/**
 * Performed minutes of one brukare: only `besok`, neither larm, declined visits nor bomtid (pay is for performed time,
 * domain.md section 1). Two employees at once count twice, or once where the unit counts so.
 */
export function performedMinutesOfBrukare(
  registrations: readonly TimeRegistration[],
  { doubleStaffingCounts }: Pick<UnitSettings, 'doubleStaffingCounts'>,
): number {
  const visits = registrations.filter(({ kind }) => kind === 'besok');
  if (doubleStaffingCounts === 2) return visits.reduce((sum, visit) => sum + registeredMinutes(visit), 0);
  return minutesOfUnion(visits);
}

/** Minutes in which at least one employee is there. */
function minutesOfUnion(visits: readonly TimeRegistration[]): number {
  const origin = visits[0] === undefined ? null : countedTime(visits[0]).startsAt;
  if (origin === null) return 0;
  const periods = visits
    .map(countedTime)
    .map(({ startsAt, endsAt }) => ({ from: minutesFrom(origin, startsAt), to: minutesFrom(origin, endsAt) }))
    .sort((a, b) => a.from - b.from);
  let [total, coveredTo] = [0, -Infinity];
  for (const { from, to } of periods) {
    total += Math.max(0, to - Math.max(from, coveredTo));
    coveredTo = Math.max(coveredTo, to);
  }
  return total;
}

const minutesFrom = (from: LocalDateTime, to: LocalDateTime): number =>
  daysBetween(from.date, to.date) * 1440 + to.minute - from.minute;
