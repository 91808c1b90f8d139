import type { Brukare, Coordinate, Employee, Shift, VisitDemand } from '@hemtjanst/domain';
import { metersApart } from './invent-places.js';
import type { Random } from './random.js';

/** An employee of a brukare's group with what is rostered in the week, and what core teams already count on. */
export interface Colleague {
  readonly employee: Employee;
  readonly shifts: readonly Shift[];
  readonly paidMinutes: number;
  readonly isEvening: boolean;
  /** Visits of the week counted on, in minutes, and where they are. */
  countedMinutes: number;
  readonly addresses: Coordinate[];
}

/** The employees who usually come to a brukare, the kontaktman first. */
export interface CoreTeam {
  readonly brukare: Brukare;
  readonly colleagues: readonly Colleague[];
}

/** Ride and kringtid at either end of a shift: a visit does not begin with the shift. */
const SHIFT_END_MINUTES = 20;
/** An address this far from an employee's others is worth half as much. */
const FAR_METERS = 1_000;
/** No more of the paid time is counted on than a plan reaches. */
const COUNTED_SHARE = 0.75;

export function colleagueOf(employee: Employee, shifts: readonly Shift[]): Colleague {
  const evenings = shifts.filter(({ startsAt }) => startsAt >= 13 * 60).length;
  return {
    employee,
    shifts,
    paidMinutes: shifts.reduce((sum, shift) => sum + shift.endsAt - shift.startsAt - shift.breakMinutes, 0),
    isEvening: evenings * 2 > shifts.length,
    countedMinutes: 0,
    addresses: [],
  };
}

/**
 * Gives a brukare a core team of the group (domain.md section 11: 4–6 faces and the kontaktman, fewer where visits are
 * few): whoever is at work when most of the visits are due, goes nearby anyway and is not counted on too much
 * already. Wishes that the roster cannot keep are not promised.
 */
export function inventCoreTeam(
  wishing: Brukare,
  demands: readonly VisitDemand[],
  group: readonly Colleague[],
  random: Random,
): CoreTeam {
  const brukare = withWishesKept(wishing, demands, group);
  const suitable = random.shuffled(group.filter(({ employee }) => canVisit(employee, brukare)));
  const size = demands.length <= 2 ? 2 : demands.length <= 7 ? 3 : demands.length <= 16 ? 5 : 6;
  const team: Colleague[] = [];
  let open = demands;
  while (team.length < Math.min(size, suitable.length)) {
    const candidates = suitable.filter((colleague) => !team.includes(colleague));
    const underskoterskor = candidates.filter(({ employee }) => employee.title === 'underskoterska');
    // The kontaktman first: an undersköterska, so that she can be fast omsorgskontakt too.
    const choice = team.length === 0 && underskoterskor.length > 0 ? underskoterskor : candidates;
    const next = mostWorth(choice, open.length > 0 ? open : demands, brukare);
    if (next === null) break;
    team.push(next);
    const done = open.filter((demand) => next.shifts.some((shift) => reaches(shift, demand)));
    countOn(next, done, brukare);
    open = open.filter((demand) => !done.includes(demand));
  }
  const kontaktman = team[0]?.employee;
  const outsiders = group.filter((colleague) => !team.includes(colleague));
  return {
    brukare: {
      ...brukare,
      kontaktmanId: kontaktman?.id ?? null,
      // Offered by law where there is care and not only service; some decline.
      fastOmsorgskontaktId:
        kontaktman?.title === 'underskoterska' && demands.length > 2 && random.chance(0.85) ? kontaktman.id : null,
      bannedEmployeeIds: outsiders.length > 8 && random.chance(0.03) ? [random.pick(outsiders).employee.id] : [],
    },
    colleagues: team,
  };
}

function mostWorth(
  candidates: readonly Colleague[],
  demands: readonly VisitDemand[],
  brukare: Brukare,
): Colleague | null {
  let best: Colleague | null = null;
  let most = -1;
  for (const colleague of candidates) {
    const covered = demands.filter((demand) => colleague.shifts.some((shift) => reaches(shift, demand))).length;
    const room = Math.max(0.02, 1 - colleague.countedMinutes / (colleague.paidMinutes * COUNTED_SHARE + 1));
    const worth = (covered + 0.1) * room * nearness(colleague, brukare);
    if (worth > most) [best, most] = [colleague, worth];
  }
  return best;
}

function nearness({ addresses }: Colleague, { coordinate }: Brukare): number {
  if (coordinate === null || addresses.length === 0) return 1;
  const meters = addresses.reduce((sum, address) => sum + metersApart(address, coordinate), 0) / addresses.length;
  return FAR_METERS / (FAR_METERS + meters);
}

function countOn(colleague: Colleague, demands: readonly VisitDemand[], { coordinate }: Brukare): void {
  colleague.countedMinutes += demands.reduce((sum, { serviceMinutes }) => sum + serviceMinutes, 0);
  if (coordinate !== null) colleague.addresses.push(coordinate);
}

/** Whether a shift is at work on a day of the visit when it must begin. */
function reaches({ onDate, startsAt, endsAt }: Shift, { allowedDates, window, serviceMinutes }: VisitDemand): boolean {
  const earliest = Math.max(window.earliest, startsAt + SHIFT_END_MINUTES);
  const latest = Math.min(window.latest, endsAt - SHIFT_END_MINUTES - serviceMinutes);
  return earliest <= latest && allowedDates.includes(onDate);
}

/** Where hardly anybody at work could keep them, the wish for a gender is not agreed and animals and smoke are not met. */
function withWishesKept(brukare: Brukare, demands: readonly VisitDemand[], group: readonly Colleague[]): Brukare {
  const shifts = group.filter(({ employee }) => canVisit(employee, brukare)).flatMap((colleague) => colleague.shifts);
  const isKept = demands.every(
    (demand) => shifts.filter((shift) => reaches(shift, demand)).length >= (demand.helper === null ? 2 : 3),
  );
  return isKept ? brukare : { ...brukare, wishedGender: null, pets: [], isSmoker: false };
}

function canVisit(employee: Employee, brukare: Brukare): boolean {
  return (
    (brukare.wishedGender === null || brukare.wishedGender === employee.gender) &&
    (employee.toleratesDogs || !brukare.pets.includes('hund')) &&
    (employee.toleratesCats || !brukare.pets.includes('katt')) &&
    (employee.toleratesSmoke || !brukare.isSmoker)
  );
}
