import {
  minuteOfDay,
  type HistoryVisit,
  type LocalDate,
  type TimeRegistration,
  type VisitTemplate,
} from '@hemtjanst/domain';
import type { Random } from './random.js';
import { happensOn } from './visit-days.js';

/** What history is invented from: a brukare's visits and who usually comes, the kontaktman first. */
export interface UsualVisits {
  readonly brukareId: string;
  readonly team: readonly { readonly employeeId: string; readonly isEvening: boolean }[];
  readonly templates: readonly (VisitTemplate & { readonly salt: number })[];
}

/** The kontaktman does most of the visits (domain.md section 4). */
const KONTAKTMAN_SHARE = 0.4;
const START_STEP_MINUTES = 10;
const EVENING = 16 * 60;

/**
 * The visits done on the dates, each by somebody of the core team, at a time within its window when that employee was
 * with nobody else. Visits that nobody of the team could do are left out.
 */
export function inventHistory(
  usual: readonly UsualVisits[],
  dates: readonly LocalDate[],
  isAway: (kind: 'brukare' | 'employee', id: string, date: LocalDate) => boolean,
  random: Random,
): HistoryVisit[] {
  return dates.flatMap((date) => {
    const busy = new Map<string, (readonly [number, number])[]>();
    return usual
      .filter(({ brukareId }) => !isAway('brukare', brukareId, date))
      .flatMap((visits) => visitsOn(date, visits, busy, (id) => isAway('employee', id, date), random));
  });
}

function visitsOn(
  date: LocalDate,
  { brukareId, team, templates }: UsualVisits,
  busy: Map<string, (readonly [number, number])[]>,
  isEmployeeAway: (id: string) => boolean,
  random: Random,
): HistoryVisit[] {
  const present = team.filter(({ employeeId }) => !isEmployeeAway(employeeId));
  return templates.flatMap(({ recurrence, salt, window, serviceMinutes, helper }) => {
    if (!happensOn(recurrence, date, salt)) return [];
    const order = preferenceOrder(present, window.earliest >= EVENING, random);
    const chosen = firstFree(order, helper === null ? 1 : 2, window, serviceMinutes, busy);
    if (chosen === null) return [];
    return chosen.employeeIds.map((employeeId): HistoryVisit => {
      busy.set(employeeId, [...(busy.get(employeeId) ?? []), [chosen.startsAt, chosen.startsAt + serviceMinutes]]);
      return {
        brukareId,
        employeeId,
        onDate: date,
        startsAt: minuteOfDay(chosen.startsAt),
        endsAt: minuteOfDay(chosen.startsAt + serviceMinutes),
        kind: 'besok',
      };
    });
  });
}

/** Those who usually work that part of the day before the others, and of them often the kontaktman, the first of the team. */
function preferenceOrder(present: UsualVisits['team'], isEvening: boolean, random: Random): readonly string[] {
  const atWork = present.filter((colleague) => colleague.isEvening === isEvening).map(({ employeeId }) => employeeId);
  const others = present.filter((colleague) => colleague.isEvening !== isEvening).map(({ employeeId }) => employeeId);
  const [first, ...rest] = atWork;
  const shuffled = random.shuffled(rest);
  const usual =
    first === undefined ? [] : random.chance(KONTAKTMAN_SHARE) ? [first, ...shuffled] : [...shuffled, first];
  return [...usual, ...others];
}

function firstFree(
  order: readonly string[],
  count: number,
  { earliest, latest }: VisitTemplate['window'],
  serviceMinutes: number,
  busy: ReadonlyMap<string, readonly (readonly [number, number])[]>,
): { readonly employeeIds: readonly string[]; readonly startsAt: number } | null {
  for (let startsAt: number = earliest; startsAt <= latest; startsAt += START_STEP_MINUTES) {
    const isFree = (id: string): boolean =>
      (busy.get(id) ?? []).every(([from, to]) => startsAt >= to || startsAt + serviceMinutes <= from);
    const free = order.filter(isFree).slice(0, count);
    if (free.length === count) return { employeeIds: free, startsAt };
  }
  return null;
}

/** What the phones registered for the visits: some minutes off the plan, some adjusted afterwards, a few declined. */
export function inventRegistrations(history: readonly HistoryVisit[], random: Random): TimeRegistration[] {
  return history.map((visit, index) => {
    const startsAt = { date: visit.onDate, minute: minuteOfDay(visit.startsAt + random.whole(-3, 6)) };
    const isDeclined = random.chance(0.02);
    const stayed = isDeclined ? 5 : Math.max(5, visit.endsAt - visit.startsAt + random.whole(-8, 4));
    const endsAt = { date: visit.onDate, minute: minuteOfDay(startsAt.minute + stayed) };
    const isAdjusted = !isDeclined && random.chance(0.03);
    const planned = {
      startsAt: { date: visit.onDate, minute: visit.startsAt },
      endsAt: { date: visit.onDate, minute: visit.endsAt },
    };
    return {
      id: `R${String(index + 1).padStart(6, '0')}`,
      brukareId: visit.brukareId,
      employeeId: visit.employeeId,
      startsAt,
      endsAt,
      adjusted: isAdjusted ? { ...planned, reason: 'Glömde registrera' } : null,
      kind: isDeclined ? 'avbojt' : random.chance(0.005) ? 'bom' : 'besok',
    };
  });
}
