import {
  DEFAULT_UNIT_SETTINGS,
  addDays,
  datesOfWeek,
  deriveVisitDemands,
  mondayOf,
  type Absence,
  type Brukare,
  type CareUnit,
  type Employee,
  type IsoWeek,
  type LocalDate,
  type Premises,
  type Shift,
  type VisitDemand,
  type WorkGroup,
} from '@hemtjanst/domain';
import { AgreedTimes } from './agreed-times.js';
import { divideIntoGroups, type Division } from './divide-into-groups.js';
import { absentDays, inventAbsences } from './invent-absences.js';
import { inventBrukare, protectedBrukare } from './invent-brukare.js';
import { inventCareLevels, type CareLevel } from './invent-care-level.js';
import { colleagueOf, inventCoreTeam, type Colleague } from './invent-core-team.js';
import { inventEmployees } from './invent-employees.js';
import { inventHistory, inventRegistrations, type UsualVisits } from './invent-history.js';
import { inventOrder, inventSecondOrder, type InventedOrder } from './invent-orders.js';
import { inventPattern } from './invent-pattern.js';
import { inventPlaces, metersApart, type InventedAddress, type StreetPlace } from './invent-places.js';
import { inventRoster } from './invent-roster.js';
import { paidMinutesOfTasks, tasksFor, type RosterTask } from './roster-tasks.js';
import { Random } from './random.js';
import { staffNeed } from './staff-need.js';

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
/** Of those with the most help some need two employees at once. */
const DOUBLE_AMONG_MUCH = 0.06;
const DOUBLE_AMONG_VERY_MUCH = 0.3;
/** A group with fewer employees has not two at work all day. */
const FEWEST_FOR_DOUBLE = 8;
const PROTECTED = 5;
/** Ride and handling at the door of a bike group in a town: measured plans of invented units, by how far the premises lie. */
const TRAVEL = { minutesPerVisit: 6.5, minutesPerMeter: 0.0012 } as const;

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
  const agreed = new Map(workGroups.map(({ id }) => [id, new AgreedTimes()]));
  const staffed = { canSendTwo: size.employees / size.groups >= FEWEST_FOR_DOUBLE };
  const orders = persons.map((person) =>
    inventOrders(person, { ...staffed, agreed: agreed.get(person.group.id) ?? new AgreedTimes() }, monday, random),
  );
  const absentBrukare = inventAbsences('brukare', idsOf(persons.map(({ brukare }) => brukare)), monday, random);
  const demands = demandsByBrukare(persons, orders, absentBrukare, size.week);
  const tasks = workGroups.map((group) => tasksOf(group, persons, demands, datesOfWeek(size.week), premises));
  const employees = inventEmployees(size.employees, workGroups, tasks.map(paidMinutesOfTasks), random);
  const absences = [...absentBrukare, ...inventAbsences('employee', idsOf(employees), monday, random)];
  const isAway = absentDays(absences);
  const shifts = workGroups.flatMap((group, index) =>
    rosterOf(group, employees, tasks[index] ?? [], (id, date) => isAway('employee', id, date), random),
  );
  const usual = inventContacts(persons, orders, demands, colleaguesByGroup(employees, shifts), random);
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
    ...ordersAndTemplates(orders),
    employees,
    shifts,
    absences,
    meetings: [],
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

/** What the group of a brukare can promise. */
interface Promises {
  readonly agreed: AgreedTimes;
  readonly canSendTwo: boolean;
}

function inventOrders(
  { brukare, group, level }: Person,
  { agreed, canSendTwo }: Promises,
  monday: LocalDate,
  random: Random,
): readonly InventedOrder[] {
  const needsTwo =
    (level.kind === 'much' && random.chance(DOUBLE_AMONG_MUCH)) ||
    (level.kind === 'very_much' && random.chance(DOUBLE_AMONG_VERY_MUCH));
  const isDouble = needsTwo && canSendTwo;
  const competences = group.kind === 'demens' && random.chance(0.5) ? ['demens'] : [];
  const first = inventOrder(brukare, inventPattern(level, isDouble, competences, agreed, random), monday, random);
  const second = inventSecondOrder(brukare, monday, random);
  return second === null ? [first] : [first, second];
}

const idsOf = (records: readonly { readonly id: string }[]): string[] => records.map(({ id }) => id);

function ordersAndTemplates(
  orders: readonly (readonly InventedOrder[])[],
): Pick<CareUnit, 'orders' | 'templates' | 'extraVisits'> {
  return {
    orders: orders.flat().map(({ order }) => order),
    templates: orders.flat().flatMap(({ hasGenomforandeplan, visits }) => (hasGenomforandeplan ? visits : [])),
    extraVisits: [],
  };
}

/** The visits of the week as the product will derive them: what the roster is made for. */
function demandsByBrukare(
  persons: readonly Person[],
  orders: readonly (readonly InventedOrder[])[],
  absences: readonly Absence[],
  week: IsoWeek,
): ReadonlyMap<string, readonly VisitDemand[]> {
  const unit = { brukare: persons.map(({ brukare }) => brukare), absences, ...ordersAndTemplates(orders) };
  const { demands } = deriveVisitDemands({ unit, week, settings: DEFAULT_UNIT_SETTINGS });
  const byBrukare = new Map<string, VisitDemand[]>();
  for (const demand of demands) {
    const own = byBrukare.get(demand.brukareId);
    if (own === undefined) byBrukare.set(demand.brukareId, [demand]);
    else own.push(demand);
  }
  return byBrukare;
}

/** The shifts that the visits of a group need in the week. */
function tasksOf(
  group: WorkGroup,
  persons: readonly Person[],
  demands: ReadonlyMap<string, readonly VisitDemand[]>,
  dates: readonly LocalDate[],
  premises: readonly Premises[],
): readonly RosterTask[] {
  const own = persons.filter((person) => person.group === group);
  const visits = own.flatMap(({ brukare }) => demands.get(brukare.id) ?? []);
  const meters = metersFromPremises(own, premises);
  return tasksFor(staffNeed(visits, dates, TRAVEL.minutesPerVisit + TRAVEL.minutesPerMeter * meters));
}

/** How far from their premises the brukare of a group live, in the mean. */
function metersFromPremises(persons: readonly Person[], premises: readonly Premises[]): number {
  const distances = persons.flatMap(({ brukare, group }) => {
    const start = premises.find(({ id }) => id === group.premisesId);
    return start === undefined || brukare.coordinate === null
      ? []
      : [metersApart(start.coordinate, brukare.coordinate)];
  });
  return distances.reduce((sum, meters) => sum + meters, 0) / Math.max(1, distances.length);
}

function rosterOf(
  group: WorkGroup,
  employees: readonly Employee[],
  tasks: readonly RosterTask[],
  isAway: (employeeId: string, date: LocalDate) => boolean,
  random: Random,
): readonly Shift[] {
  const colleagues = employees.filter(({ workGroupId }) => workGroupId === group.id);
  return inventRoster(group, colleagues, tasks, isAway, random);
}

function colleaguesByGroup(
  employees: readonly Employee[],
  shifts: readonly Shift[],
): ReadonlyMap<string, readonly Colleague[]> {
  const byGroup = new Map<string, Colleague[]>();
  for (const employee of employees) {
    const own = shifts.filter(({ employeeId }) => employeeId === employee.id);
    byGroup.set(employee.workGroupId, [...(byGroup.get(employee.workGroupId) ?? []), colleagueOf(employee, own)]);
  }
  return byGroup;
}

/** Core teams, for those with most visits first: they need the same faces most. */
function inventContacts(
  persons: readonly Person[],
  orders: readonly (readonly InventedOrder[])[],
  demands: ReadonlyMap<string, readonly VisitDemand[]>,
  colleagues: ReadonlyMap<string, readonly Colleague[]>,
  random: Random,
): readonly UsualVisitsOfBrukare[] {
  const demandsOf = ({ brukare }: Person): readonly VisitDemand[] => demands.get(brukare.id) ?? [];
  return persons
    .map((person, index) => ({ person, index }))
    .sort((a, b) => demandsOf(b.person).length - demandsOf(a.person).length || a.index - b.index)
    .map(({ person, index }) => {
      const group = colleagues.get(person.group.id) ?? [];
      const { brukare, colleagues: team } = inventCoreTeam(person.brukare, demandsOf(person), group, random);
      const templates = (orders[index] ?? []).flatMap(({ visits }) => visits);
      return {
        index,
        brukare,
        brukareId: brukare.id,
        team: team.map(({ employee, isEvening }) => ({ employeeId: employee.id, isEvening })),
        templates: templates.map((template) => ({ ...template, salt: index })),
      };
    })
    .sort((a, b) => a.index - b.index);
}

const datesBefore = (monday: LocalDate): readonly LocalDate[] =>
  Array.from({ length: HISTORY_DAYS }, (_, index) => addDays(monday, index - HISTORY_DAYS));
