import {
  addDays,
  datesOfWeek,
  mondayOf,
  type Brukare,
  type CareUnit,
  type Employee,
  type IsoWeek,
  type LocalDate,
  type Premises,
  type Shift,
  type VisitTemplate,
  type WorkGroup,
} from '@hemtjanst/domain';
import { divideIntoGroups, type Division } from './divide-into-groups.js';
import { absentDays, inventAbsences } from './invent-absences.js';
import { inventBrukare, protectedBrukare } from './invent-brukare.js';
import { inventCareLevels, type CareLevel } from './invent-care-level.js';
import { inventCoreTeam } from './invent-core-team.js';
import { inventEmployees } from './invent-employees.js';
import { inventHistory, inventRegistrations, type UsualVisits } from './invent-history.js';
import { inventOrder, inventSecondOrder, type InventedOrder } from './invent-orders.js';
import { inventPattern } from './invent-pattern.js';
import { inventPlaces, metersApart, type InventedAddress, type StreetPlace } from './invent-places.js';
import { inventRoster } from './invent-roster.js';
import { Random } from './random.js';
import { needOn } from './roster-need.js';
import { formsFor } from './shift-forms.js';

export interface InventedUnitSize {
  readonly name: string;
  readonly brukare: number;
  readonly employees: number;
  readonly groups: number;
  readonly premises: number;
  readonly seed: number;
  /** The week that is rostered; the 14 days before it are history. */
  readonly week: IsoWeek;
  /** Points on real named streets of the map. */
  readonly streetPoints: readonly StreetPlace[];
}

/** Rows that one file may hold (the reader's limit): of a very large unit the oldest days are left out. */
const MOST_HISTORY_ROWS = 50_000;
const HISTORY_DAYS = 14;
/** Only one in five of those with the most help needs two employees at once. */
const DOUBLE_AMONG_MUCH = 0.12;
const DOUBLE_AMONG_VERY_MUCH = 0.5;
const PROTECTED = 5;

/**
 * A believable unit on real streets: invented people, orders, templates, a roster and 14 days of history, all
 * consistent with each other. The same input gives the same unit.
 *
 * @throws RangeError where the numbers cannot make a unit (fewer brukare or employees than groups).
 */
export function inventUnit(size: InventedUnitSize): CareUnit {
  assertPossible(size);
  const random = new Random(size.seed);
  const monday = mondayOf(size.week);
  const places = inventPlaces(size.streetPoints, size.brukare, random);
  const divisions = divideIntoGroups(places, groupShares(size.groups));
  const premises = inventPremises(divisions, places, size.premises);
  const workGroups = inventGroups(divisions, places, premises);
  const persons = inventPersons(divisions, workGroups, places, random);
  const orders = persons.map((person) => inventOrders(person, monday, random));
  const employees = inventEmployees(size.employees, workGroups, demandByGroup(workGroups, persons, orders), random);
  const usual = inventContacts(persons, orders, employees, random);
  const absences = inventAbsences(
    usual.map(({ brukare }) => brukare.id),
    employees.map(({ id }) => id),
    monday,
    random,
  );
  const isAway = absentDays(absences);
  const history = inventHistory(usual, datesBefore(monday), isAway, random).slice(-MOST_HISTORY_ROWS);
  return {
    name: size.name,
    premises,
    workGroups,
    areas: workGroups.map(({ id }, index) => ({
      workGroupId: id,
      geometry: { type: 'Polygon', coordinates: [divisions[index]?.ring ?? []] },
    })),
    brukare: usual.map(({ brukare }) => brukare),
    orders: orders.flat().map(({ order }) => order),
    templates: orders.flat().flatMap(({ hasGenomforandeplan, visits }) => (hasGenomforandeplan ? visits : [])),
    employees,
    shifts: workGroups.flatMap((group) => rosterOf(group, usual, employees, datesOfWeek(size.week), isAway, random)),
    absences,
    history,
    registrations: inventRegistrations(history, random),
  };
}

interface Person {
  readonly brukare: Brukare;
  readonly group: WorkGroup;
  readonly level: CareLevel;
}

type UsualVisitsOfBrukare = UsualVisits & { readonly brukare: Brukare };

function assertPossible({ brukare, employees, groups, premises }: InventedUnitSize): void {
  if (groups < 1 || premises < 1) throw new RangeError('at least one group and one premises expected');
  if (brukare < groups * 2 || employees < groups) {
    throw new RangeError(`${groups} groups need at least ${groups * 2} brukare and ${groups} employees`);
  }
}

/** Two demensgrupper where there are enough groups, smaller than the others (domain.md section 0). */
const demensGroupsOf = (groups: number): number => (groups >= 5 ? 2 : groups >= 3 ? 1 : 0);

const groupShares = (groups: number): number[] =>
  Array.from({ length: groups }, (_, index) => (index >= groups - demensGroupsOf(groups) ? 0.6 : 1));

/** The premises lie at the address nearest to the middle of a group; groups beyond their number share. */
function inventPremises(divisions: readonly Division[], places: readonly InventedAddress[], count: number): Premises[] {
  return divisions.slice(0, count).flatMap(({ members }, index) => {
    const place = middlePlace(members, places);
    if (place === null) return [];
    const { address, lat, lon } = place;
    return [{ id: `L${index + 1}`, name: `Lokal ${index + 1}`, address, coordinate: { lat, lon } }];
  });
}

function middlePlace(members: readonly number[], places: readonly InventedAddress[]): InventedAddress | null {
  const own = members.flatMap((index) => places[index] ?? []);
  const middle = {
    lat: own.reduce((sum, { lat }) => sum + lat, 0) / own.length,
    lon: own.reduce((sum, { lon }) => sum + lon, 0) / own.length,
  };
  return own.reduce<InventedAddress | null>(
    (best, place) => (best === null || metersApart(place, middle) < metersApart(best, middle) ? place : best),
    null,
  );
}

function inventGroups(
  divisions: readonly Division[],
  places: readonly InventedAddress[],
  premises: readonly Premises[],
): WorkGroup[] {
  const firstDemens = divisions.length - demensGroupsOf(divisions.length);
  return divisions.map(({ members }, index): WorkGroup => {
    const middle = middlePlace(members, places) ?? { lat: 0, lon: 0 };
    const nearest = [...premises].sort(
      (a, b) => metersApart(a.coordinate, middle) - metersApart(b.coordinate, middle),
    )[0];
    const isDemens = index >= firstDemens;
    return {
      id: `G${index + 1}`,
      name: isDemens ? `Demensgrupp ${index - firstDemens + 1}` : `Grupp ${index + 1}`,
      premisesId: nearest?.id ?? 'L1',
      kind: isDemens ? 'demens' : 'ordinarie',
    };
  });
}

function inventPersons(
  divisions: readonly Division[],
  groups: readonly WorkGroup[],
  places: readonly InventedAddress[],
  random: Random,
): Person[] {
  const levels = inventCareLevels(places.length, random);
  const groupByPlace = new Map<number, WorkGroup>();
  groups.forEach((group, index) => divisions[index]?.members.forEach((member) => groupByPlace.set(member, group)));
  const protectedEvery = Math.max(10, Math.floor(places.length / PROTECTED));
  return places.flatMap((place, index) => {
    const [group, level] = [groupByPlace.get(index), levels[index]];
    if (group === undefined || level === undefined) return [];
    const brukare = inventBrukare(String(10_001 + index), place, group.id, random);
    const isProtected = index % protectedEvery === protectedEvery - 1;
    return [{ brukare: isProtected ? protectedBrukare(brukare) : brukare, group, level }];
  });
}

function inventOrders({ brukare, group, level }: Person, monday: LocalDate, random: Random): readonly InventedOrder[] {
  const isDouble =
    (level.kind === 'much' && random.chance(DOUBLE_AMONG_MUCH)) ||
    (level.kind === 'very_much' && random.chance(DOUBLE_AMONG_VERY_MUCH));
  const competences = group.kind === 'demens' && random.chance(0.5) ? ['demens'] : [];
  const first = inventOrder(brukare, inventPattern(level, isDouble, competences, random), monday, random);
  const second = inventSecondOrder(brukare, monday, random);
  return second === null ? [first] : [first, second];
}

function demandByGroup(
  groups: readonly WorkGroup[],
  persons: readonly Person[],
  orders: readonly (readonly InventedOrder[])[],
): number[] {
  return groups.map((group) =>
    persons.reduce((sum, person, index) => {
      const hours = (orders[index] ?? []).reduce((total, { order }) => total + order.hoursPerMonth, 0);
      return person.group === group ? sum + hours : sum;
    }, 0),
  );
}

function inventContacts(
  persons: readonly Person[],
  orders: readonly (readonly InventedOrder[])[],
  employees: readonly Employee[],
  random: Random,
): UsualVisitsOfBrukare[] {
  const load = new Map<string, number>();
  return persons.map((person, index) => {
    const templates = (orders[index] ?? []).flatMap(({ visits }) => visits).map((visit) => ({ ...visit, salt: index }));
    const colleagues = employees.filter(({ workGroupId }) => workGroupId === person.group.id);
    const team = inventCoreTeam(person.brukare, colleagues, visitsAWeek(templates), load, random);
    return { brukare: team.brukare, brukareId: team.brukare.id, employeeIds: team.employeeIds, templates };
  });
}

const visitsAWeek = (templates: readonly VisitTemplate[]): number =>
  templates.reduce(
    (sum, { recurrence }) =>
      sum + (recurrence.kind === 'weekdays' ? recurrence.days.length : recurrence.times / recurrence.everyWeeks),
    0,
  );

const datesBefore = (monday: LocalDate): readonly LocalDate[] =>
  Array.from({ length: HISTORY_DAYS }, (_, index) => addDays(monday, index - HISTORY_DAYS));

function rosterOf(
  group: WorkGroup,
  usual: readonly UsualVisitsOfBrukare[],
  employees: readonly Employee[],
  dates: readonly LocalDate[],
  isAway: (kind: 'brukare' | 'employee', id: string, date: LocalDate) => boolean,
  random: Random,
): readonly Shift[] {
  const tasks = dates.flatMap((date, day) => {
    const present = usual.filter(
      ({ brukare }) => brukare.workGroupId === group.id && !isAway('brukare', brukare.id, date),
    );
    return formsFor(
      needOn(
        date,
        present.flatMap(({ templates }) => templates),
      ),
      day >= 5,
    ).map((form) => ({ date, day, form }));
  });
  const colleagues = employees.filter(({ workGroupId }) => workGroupId === group.id);
  return inventRoster(group, colleagues, tasks, (id, date) => isAway('employee', id, date), random);
}
