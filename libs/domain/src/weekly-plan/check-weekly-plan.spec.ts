import {
  aBrukare,
  aCareUnit,
  anAbsence,
  anEmployee,
  aRamtidOrder,
  aShift,
  aStaffMeeting,
  aVisitDemand,
  aVisitTemplate,
} from '../testing/builders.js';
import {
  aPlannedRoute,
  aPlannedVisit,
  aWeeklyPlan,
  onMonday,
  stopsFrom,
  type StopSketch,
} from '../testing/plan-builders.js';
import { instantAt, instantOf } from '../time/civil-time.js';
import { addDays, localDate } from '../time/local-date.js';
import { clock } from '../time/minute-of-day.js';
import { minutes, type Instant, type LocalDate } from '../time/units.js';
import type { CareUnit } from '../unit/care-unit.js';
import { DEFAULT_UNIT_SETTINGS } from '../unit/unit-settings.js';
import type { VisitDemand } from '../visit-demand/visit-demand.js';
import { checkWeeklyPlan } from './check-weekly-plan.js';
import type { CheckOptions } from './checks/plan-index.js';
import type { PlannedRoute, PlannedVisit, UnassignedDemand, WeeklyPlan } from './weekly-plan.js';

const monday = localDate('2026-03-02');

/** The rules a changed situation breaks, each once, sorted. */
function brokenRules(
  change: {
    readonly unit?: Partial<CareUnit>;
    readonly plan?: Partial<WeeklyPlan>;
    readonly demands?: readonly VisitDemand[];
    readonly options?: Partial<CheckOptions>;
  } = {},
): readonly string[] {
  const unit = aCareUnit(change.unit);
  const plan = aWeeklyPlan(change.plan, unit);
  const demands = change.demands ?? [aVisitDemand()];
  const violations = checkWeeklyPlan(unit, plan, { settings: DEFAULT_UNIT_SETTINGS, demands, ...change.options });
  return [...new Set(violations.map(({ rule }) => rule))].sort();
}

/** The valid route with visit V1 at another time or with other stops around it. */
const routeWith = (sketches: readonly StopSketch[], override: Partial<PlannedRoute> = {}): PlannedRoute =>
  aPlannedRoute({ stops: stopsFrom(sketches), ...override });

const atPremises = (time: string): StopSketch => ({
  kind: 'premises',
  startsAt: onMonday(time),
  endsAt: onMonday(time),
});
const away = { travelSeconds: 420, handlingSeconds: 180 };
const visitStop = (startsAt: Instant, endsAt: Instant, visitId = 'V1', brukareId = 'B1'): StopSketch => ({
  kind: 'visit',
  visitId,
  placeId: `brukare:${brukareId}`,
  startsAt,
  endsAt,
  ...away,
});
const rast = (from: string, to: string): StopSketch => ({
  kind: 'break',
  placeId: 'brukare:B1',
  startsAt: onMonday(from),
  endsAt: onMonday(to),
});

/** Plan and route with V1 starting at another second of Monday. */
function movedTo(secondOfDay: number, serviceMinutes = 30): Partial<WeeklyPlan> {
  const [startsAt, endsAt] = [instantAt(monday, secondOfDay), instantAt(monday, secondOfDay + serviceMinutes * 60)];
  const stop = visitStop(startsAt, endsAt);
  return {
    visits: [aPlannedVisit({ startsAt, endsAt, serviceMinutes })],
    routes: [routeWith([atPremises('07:00'), stop, rast('11:00', '11:45'), { ...atPremises('16:00'), ...away }])],
  };
}

const unassigned = (demandId: string): UnassignedDemand => ({
  demandId,
  templateId: 'T1',
  brukareId: 'B1',
  date: monday,
  serviceMinutes: 30,
  priority: 1,
  reasons: [],
  waysOut: [],
});

describe('checkWeeklyPlan', () => {
  it('finds nothing wrong with a plan that keeps every rule', () => {
    expect(brokenRules()).toEqual([]);
  });

  describe('demands', () => {
    it('wants every demand planned or listed as unassigned', () => {
      const demands = [aVisitDemand(), aVisitDemand({ id: 'T1:2026-W10:2', occurrence: 2 })];
      expect(brokenRules({ demands })).toEqual(['demand-missing']);
      expect(brokenRules({ demands, plan: { unassigned: [unassigned('T1:2026-W10:2')] } })).toEqual([]);
    });

    it('refuses a demand that is both planned and unassigned, or listed twice', () => {
      expect(brokenRules({ plan: { unassigned: [unassigned('T1:2026-W10:1')] } })).toEqual(['planned-and-unassigned']);
      const demands = [aVisitDemand(), aVisitDemand({ id: 'D2' })];
      expect(brokenRules({ demands, plan: { unassigned: [unassigned('D2'), unassigned('D2')] } })).toEqual([
        'unassigned-twice',
      ]);
    });

    it('refuses a visit and an unassigned row that no demand asks for', () => {
      expect(brokenRules({ demands: [] })).toEqual(['unknown-demand']);
      expect(brokenRules({ plan: { unassigned: [unassigned('D9')] } })).toEqual(['unknown-demand']);
    });

    it('refuses a visit of other insatser, order or template than its demand', () => {
      expect(brokenRules({ demands: [aVisitDemand({ insatser: ['lunch'] })] })).toEqual(['demand-differs']);
      expect(brokenRules({ demands: [aVisitDemand({ templateId: 'T2' })] })).toEqual(['demand-differs']);
    });

    it('refuses a day that is not agreed', () => {
      const tuesday = [localDate('2026-03-03')];
      expect(brokenRules({ demands: [aVisitDemand({ allowedDates: tuesday })] })).toEqual(['wrong-day']);
    });

    it('lets a visit start at both edges of its window and not one second beyond', () => {
      const window = { earliest: clock('08:00'), latest: clock('09:00') };
      const demands = [aVisitDemand({ window })];
      expect(brokenRules({ demands, plan: movedTo(8 * 3600) })).toEqual([]);
      expect(brokenRules({ demands, plan: movedTo(9 * 3600) })).toEqual([]);
      expect(brokenRules({ demands, plan: movedTo(8 * 3600 - 1) })).toEqual(['window-missed']);
      expect(brokenRules({ demands, plan: movedTo(9 * 3600 + 1) })).toEqual(['window-missed']);
    });

    it('refuses a visit that is shorter than agreed', () => {
      expect(brokenRules({ plan: movedTo(8 * 3600, 25) })).toEqual(['duration-changed']);
    });
  });

  describe('two visits', () => {
    const second = (date: LocalDate, from: string, override: Partial<PlannedVisit> = {}): PlannedVisit =>
      aPlannedVisit({
        id: 'V2',
        demandId: 'D2',
        date,
        startsAt: instantOf(date, clock(from)),
        endsAt: instantAt(date, clock(from) * 60 + 1800),
        ...override,
      });
    const routeOfTwo = (from: string, until: string): PlannedRoute =>
      routeWith([
        atPremises('07:00'),
        visitStop(onMonday('08:00'), onMonday('08:30')),
        { ...visitStop(onMonday(from), onMonday(until), 'V2'), travelSeconds: 0, handlingSeconds: 0 },
        rast('11:00', '11:45'),
        { ...atPremises('16:00'), ...away },
      ]);
    const bothOnMonday = (from: string, until: string): Partial<WeeklyPlan> => ({
      visits: [aPlannedVisit(), second(monday, from)],
      routes: [routeOfTwo(from, until)],
    });
    const gap = { afterDemandId: 'T1:2026-W10:1', minMinutes: minutes(60), maxMinutes: minutes(90) };

    it('keeps the agreed time after the visit before, both edges allowed', () => {
      // V1 ends 08:30: the next may start 09:30–10:00.
      const demands = [aVisitDemand(), aVisitDemand({ id: 'D2', gap })];
      expect(brokenRules({ demands, plan: bothOnMonday('09:30', '10:00') })).toEqual([]);
      expect(brokenRules({ demands, plan: bothOnMonday('10:00', '10:30') })).toEqual([]);
      expect(brokenRules({ demands, plan: bothOnMonday('09:29', '09:59') })).toEqual(['gap-too-short']);
      const late = [aVisitDemand(), aVisitDemand({ id: 'D2', gap: { ...gap, maxMinutes: minutes(89) } })];
      expect(brokenRules({ demands: late, plan: bothOnMonday('10:00', '10:30') })).toEqual(['gap-too-long']);
    });

    it('binds nothing when the visit before is left out', () => {
      const lone = aVisitDemand({ gap: { ...gap, afterDemandId: 'D0' } });
      const plan = { unassigned: [unassigned('D0')] };
      expect(brokenRules({ demands: [lone, aVisitDemand({ id: 'D0' })], plan })).toEqual([]);
    });

    it('keeps floating visits apart by the agreed number of days', () => {
      const week = [0, 1, 2, 3, 4].map((day) => addDays(monday, day));
      const floating = (minDaysBetween: number): readonly VisitDemand[] => [
        aVisitDemand({ allowedDates: week, minDaysBetween }),
        aVisitDemand({ id: 'D2', allowedDates: week, minDaysBetween }),
      ];
      expect(brokenRules({ demands: floating(1), plan: bothOnMonday('09:30', '10:00') })).toEqual(['visits-too-close']);
      const wednesday = addDays(monday, 2);
      const plan = {
        visits: [aPlannedVisit(), second(wednesday, '08:00', { shiftIds: ['S3'] })],
        routes: onTwoDays(wednesday),
      };
      const unit = { shifts: [aShift(), aShift({ id: 'S3', onDate: wednesday })] };
      expect(brokenRules({ unit, demands: floating(2), plan })).toEqual([]);
      expect(brokenRules({ unit, demands: floating(3), plan })).toEqual(['visits-too-close']);
    });

    it('refuses one employee at two visits at once, but lets one follow directly on the other', () => {
      const demands = [aVisitDemand(), aVisitDemand({ id: 'D2' })];
      expect(brokenRules({ demands, plan: bothOnMonday('08:30', '09:00') })).toEqual([]);
      expect(brokenRules({ demands, plan: bothOnMonday('08:29', '08:59') })).toContain('overlap');
    });

    it('refuses the same demand planned twice', () => {
      const plan = {
        ...bothOnMonday('09:30', '10:00'),
        visits: [aPlannedVisit(), second(monday, '09:30', { demandId: 'T1:2026-W10:1' })],
      };
      expect(brokenRules({ plan })).toEqual(['demand-twice']);
    });
  });

  describe('who comes', () => {
    const withBrukare = (override: Parameters<typeof aBrukare>[0]): Partial<CareUnit> => ({
      brukare: [aBrukare(override)],
    });
    const and = (a: Partial<CareUnit>, b: Partial<CareUnit>): Partial<CareUnit> => ({ ...a, ...b });

    it('has every competence of the visit', () => {
      const demands = [aVisitDemand({ competences: ['demens'] })];
      expect(brokenRules({ demands })).toEqual(['competence-missing']);
      const trained = { employees: [anEmployee({ competences: ['demens', 'delegering'] })] };
      expect(brokenRules({ demands, unit: trained })).toEqual([]);
    });

    it('is not somebody the brukare has asked not to get', () => {
      expect(brokenRules({ unit: withBrukare({ bannedEmployeeIds: ['E1'] }) })).toEqual(['employee-banned']);
      expect(brokenRules({ unit: withBrukare({ bannedEmployeeIds: ['E2'] }) })).toEqual([]);
    });

    it('has the wished gender; unknown gender does not', () => {
      expect(brokenRules({ unit: withBrukare({ wishedGender: 'K' }) })).toEqual([]);
      expect(brokenRules({ unit: withBrukare({ wishedGender: 'M' }) })).toEqual(['gender-wish']);
      const unknown = and(withBrukare({ wishedGender: 'K' }), { employees: [anEmployee({ gender: null })] });
      expect(brokenRules({ unit: unknown })).toEqual(['gender-wish']);
    });

    it('breaks a soft gender wish softly', () => {
      const unit = aCareUnit(withBrukare({ wishedGender: 'M' }));
      const settings = { ...DEFAULT_UNIT_SETTINGS, genderWish: 'soft' } as const;
      const found = checkWeeklyPlan(unit, aWeeklyPlan({}, unit), { settings, demands: [aVisitDemand()] });
      expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([['gender-wish', 'soft']]);
    });

    it('tolerates the animals and the smoke of the home', () => {
      const allergic = { employees: [anEmployee({ toleratesCats: false, toleratesSmoke: false })] };
      expect(brokenRules({ unit: and(allergic, withBrukare({ pets: ['katt'] })) })).toEqual(['animal']);
      expect(brokenRules({ unit: and(allergic, withBrukare({ pets: ['hund'] })) })).toEqual([]);
      expect(brokenRules({ unit: and(allergic, withBrukare({ isSmoker: true })) })).toEqual(['smoke']);
    });

    it('works the shift for the group of the brukare', () => {
      expect(brokenRules({ unit: withBrukare({ workGroupId: 'G2' }) })).toEqual(['wrong-group']);
      const lent = and(withBrukare({ workGroupId: 'G2' }), { shifts: [aShift({ workGroupId: 'G2' })] });
      expect(brokenRules({ unit: lent })).toEqual([]);
    });
  });

  describe('visits for two', () => {
    const helper = { serviceMinutes: minutes(20), earliestOffset: 0, latestOffset: 10 };
    const demands = [aVisitDemand({ helper })];
    const unit = {
      employees: [anEmployee(), anEmployee({ id: 'E2' })],
      shifts: [aShift(), aShift({ id: 'S2', employeeId: 'E2' })],
    };
    const withHelperAt = (from: string, until: string): Partial<WeeklyPlan> => ({
      visits: [
        aPlannedVisit({
          employeeIds: ['E1', 'E2'],
          shiftIds: ['S1', 'S2'],
          helper: { startsAt: onMonday(from), endsAt: onMonday(until), serviceMinutes: 20 },
        }),
      ],
      routes: [
        aPlannedRoute(),
        routeWith(
          [
            atPremises('07:00'),
            visitStop(onMonday(from), onMonday(until)),
            rast('11:00', '11:45'),
            { ...atPremises('16:00'), ...away },
          ],
          { shiftId: 'S2', employeeId: 'E2' },
        ),
      ],
    });

    it('let the helper start at both edges of the agreed offset and no later', () => {
      expect(brokenRules({ demands, unit, plan: withHelperAt('08:00', '08:20') })).toEqual([]);
      expect(brokenRules({ demands, unit, plan: withHelperAt('08:10', '08:30') })).toEqual([]);
      expect(brokenRules({ demands, unit, plan: withHelperAt('08:11', '08:31') })).toEqual(['helper-not-simultaneous']);
      expect(brokenRules({ demands, unit, plan: withHelperAt('07:59', '08:19') })).toEqual(['helper-not-simultaneous']);
    });

    it('need two, and two different, employees; others have one', () => {
      expect(brokenRules({ demands })).toEqual(['helper-missing']);
      expect(brokenRules({ unit, plan: withHelperAt('08:00', '08:20') })).toEqual(['helper-not-agreed']);
      const twice = { visits: [aPlannedVisit({ employeeIds: ['E1', 'E1'], shiftIds: ['S1', 'S1'] })] };
      expect(brokenRules({ demands, plan: twice })).toContain('same-employee-twice');
    });
  });

  describe('shift and absence', () => {
    it('lets a route fill its shift and not a second more', () => {
      const shortened = (endsAt: string): Partial<CareUnit> => ({ shifts: [aShift({ endsAt: clock(endsAt) })] });
      expect(brokenRules({ unit: shortened('16:00') })).toEqual([]);
      expect(brokenRules({ unit: shortened('15:59') })).toEqual(['outside-shift']);
    });

    it('refuses a visit in somebody else’s shift or on another day', () => {
      const employees = [anEmployee(), anEmployee({ id: 'E2' })];
      expect(brokenRules({ unit: { employees, shifts: [aShift({ employeeId: 'E2' })] } })).toEqual(['not-own-shift']);
      expect(brokenRules({ unit: { shifts: [aShift({ onDate: addDays(monday, 1) })] } })).toContain('shift-other-day');
    });

    it('refuses an employee who is absent during the route, not one who is back before it', () => {
      const sick = (fromMinute: string, toMinute: string): Partial<CareUnit> => ({
        absences: [
          anAbsence({
            person: { kind: 'employee', id: 'E1' },
            fromMinute: clock(fromMinute),
            toDate: monday,
            toMinute: clock(toMinute),
          }),
        ],
      });
      expect(brokenRules({ unit: sick('00:00', '07:00') })).toEqual([]);
      expect(brokenRules({ unit: sick('00:00', '07:01') })).toEqual(['employee-absent']);
      expect(brokenRules({ unit: sick('16:00', '24:00') })).toEqual([]);
    });

    it('refuses a visit to a brukare who is away, not one that ends as the absence begins', () => {
      const away = (from: string): Partial<CareUnit> => ({ absences: [anAbsence({ fromMinute: clock(from) })] });
      expect(brokenRules({ unit: away('08:30') })).toEqual([]);
      expect(brokenRules({ unit: away('08:29') })).toEqual(['brukare-absent']);
    });
  });

  describe('the route', () => {
    const changedStop = (at: number, change: Partial<PlannedRoute['stops'][number]>): Partial<WeeklyPlan> => ({
      routes: [
        aPlannedRoute({
          stops: aPlannedRoute().stops.map((stop, index) => (index === at ? { ...stop, ...change } : stop)),
        }),
      ],
    });

    it('begins and ends at the premises of the shift', () => {
      expect(brokenRules({ plan: changedStop(0, { placeId: 'premises:L2' }) })).toEqual(['not-at-premises']);
      expect(brokenRules({ unit: { shifts: [aShift({ premisesId: 'L2' })] } })).toEqual(['not-at-premises']);
    });

    it('arrives exactly when the stop before ends plus travel and handling', () => {
      expect(brokenRules({ plan: changedStop(2, { travelSeconds: 419 }) })).toEqual(['stops-not-contiguous']);
    });

    it('waits exactly between arrival and start', () => {
      expect(brokenRules({ plan: changedStop(2, { waitSeconds: 0 }) })).toEqual(['wait-wrong']);
    });

    it('never starts before arrival', () => {
      // 07:15 + 10 minutes arrives 07:25; one minute's visit earlier than that is impossible.
      const plan = movedTo(7 * 3600 + 9 * 60); // leaves 07:00, arrives 07:10
      expect(brokenRules({ plan })).toEqual(['negative-time', 'starts-before-arrival']);
    });

    it('has every visit once, at its own time and place', () => {
      expect(brokenRules({ plan: { routes: [] } })).toEqual(['visit-not-on-route']);
      expect(brokenRules({ plan: changedStop(2, { placeId: 'brukare:B2' }) })).toContain('stop-differs');
      expect(brokenRules({ plan: changedStop(2, { visitId: 'V9' }) })).toEqual(['unknown-visit', 'visit-not-on-route']);
    });

    it('has no leg that is one second shorter than the time from door to door', () => {
      const needs = (rideSeconds: number): Partial<CheckOptions> => ({
        legSeconds: () => ({ rideSeconds, handlingSeconds: 180 }),
      });
      expect(brokenRules({ options: needs(420) })).toEqual([]);
      expect(brokenRules({ options: needs(421) })).toEqual(['leg-too-short']);
      expect(brokenRules({ options: { legSeconds: () => null } })).toEqual([]);
    });

    it('is travelled the way the shift says', () => {
      expect(brokenRules({ unit: { shifts: [aShift({ mode: 'gang' })] } })).toEqual(['wrong-mode']);
    });
  });

  describe('rast and rest', () => {
    const rastAt = (from: string, to: string): Partial<WeeklyPlan> => ({
      routes: [
        routeWith([
          atPremises('07:00'),
          visitStop(onMonday('08:00'), onMonday('08:30')),
          rast(from, to),
          { ...atPremises('16:00'), ...away },
        ]),
      ],
    });

    it('has the rostered rast in full', () => {
      expect(brokenRules({ plan: rastAt('11:00', '11:45') })).toEqual([]);
      expect(brokenRules({ plan: rastAt('11:00', '11:44') })).toEqual(['rast-too-short']);
      expect(brokenRules({ plan: rastAt('11:00', '11:14') })).toEqual(['rast-missing', 'work-too-long-without-rast']);
    });

    it('allows five hours of work on either side of the rast and not a minute more', () => {
      // 07:00–12:00 before; 11:00–16:00 after a rast 10:15–11:00.
      expect(brokenRules({ plan: rastAt('12:00', '12:45') })).toEqual([]);
      expect(brokenRules({ plan: rastAt('12:01', '12:46') })).toEqual(['work-too-long-without-rast']);
      expect(brokenRules({ plan: rastAt('10:15', '11:00') })).toEqual([]);
      expect(brokenRules({ plan: rastAt('10:14', '10:59') })).toEqual(['work-too-long-without-rast']);
    });

    it('wants no rast in a shift of five hours', () => {
      const route = (end: string): Partial<WeeklyPlan> => ({
        routes: [
          routeWith([
            atPremises('07:00'),
            visitStop(onMonday('08:00'), onMonday('08:30')),
            { ...atPremises(end), ...away },
          ]),
        ],
      });
      const unit = (end: string): Partial<CareUnit> => ({
        shifts: [aShift({ endsAt: clock(end), breakMinutes: minutes(0) })],
      });
      expect(brokenRules({ unit: unit('12:00'), plan: route('12:00') })).toEqual([]);
      expect(brokenRules({ unit: unit('12:01'), plan: route('12:01') })).toEqual([
        'rast-missing',
        'work-too-long-without-rast',
      ]);
    });

    it('wants eleven hours between two working days', () => {
      const sunday = (endsAt: string): Partial<CareUnit> => ({
        shifts: [
          aShift(),
          aShift({ id: 'S0', onDate: addDays(monday, -1), startsAt: clock('13:00'), endsAt: clock(endsAt) }),
        ],
      });
      expect(brokenRules({ unit: sunday('20:00') })).toEqual([]);
      expect(brokenRules({ unit: sunday('20:01') })).toEqual(['dygnsvila-too-short']);
    });

    it('wants at most thirteen hours from first to last on a day', () => {
      const split = (endsAt: string): Partial<CareUnit> => ({
        shifts: [
          aShift(),
          aShift({ id: 'S2', startsAt: clock('17:00'), endsAt: clock(endsAt), breakMinutes: minutes(0) }),
        ],
      });
      expect(brokenRules({ unit: split('20:00') })).toEqual([]);
      expect(brokenRules({ unit: split('20:01') })).toEqual(['span-too-long']);
    });

    it('wants thirty-six hours in a row free within the week', () => {
      const days = (free: readonly number[]): Partial<CareUnit> => ({
        shifts: [-1, 0, 1, 2, 3, 4, 5, 6, 7]
          .filter((day) => !free.includes(day))
          .map((day) => aShift({ id: day === 0 ? 'S1' : `S1${day}`, onDate: addDays(monday, day) })),
      });
      // A free Wednesday: Tuesday 16:00 to Thursday 07:00 is 39 hours.
      expect(brokenRules({ unit: days([2]) })).toEqual([]);
      expect(brokenRules({ unit: days([]) })).toEqual(['veckovila-too-short']);
    });
  });

  describe('records and figures', () => {
    it('knows every id', () => {
      expect(brokenRules({ unit: { brukare: [] } })).toContain('unknown-brukare');
      expect(brokenRules({ unit: { orders: [aRamtidOrder({ id: 'O2' })], templates: [aVisitTemplate()] } })).toEqual([
        'unknown-order',
      ]);
      expect(brokenRules({ unit: { employees: [] } })).toEqual(['unknown-employee']);
      expect(brokenRules({ unit: { shifts: [] } })).toContain('unknown-shift');
    });

    it('has one route per shift and one visit per id', () => {
      expect(brokenRules({ plan: { routes: [aPlannedRoute(), aPlannedRoute()] } })).toEqual([
        'shift-twice',
        'visit-not-on-route',
      ]);
      expect(brokenRules({ plan: { visits: [aPlannedVisit(), aPlannedVisit()] } })).toContain('visit-id-twice');
    });

    it('lies in its week', () => {
      const visit = aPlannedVisit({ date: addDays(monday, 7) });
      expect(brokenRules({ plan: { visits: [visit] } })).toContain('outside-week');
    });

    it('states the figures that its visits and routes give', () => {
      const honest = aWeeklyPlan().metrics;
      expect(
        brokenRules({ plan: { metrics: { ...honest, objective: 7, lowerBound: 3, attainableEfficiency: 1 } } }),
      ).toEqual([]);
      expect(brokenRules({ plan: { metrics: { ...honest, plannedEfficiency: 0.75 } } })).toEqual(['metrics-differ']);
      const faces = { ...honest.distinctEmployeesPer14Days, mean: 0.5 };
      expect(brokenRules({ plan: { metrics: { ...honest, distinctEmployeesPer14Days: faces } } })).toEqual([
        'metrics-differ',
      ]);
    });
  });

  it('names no person in its texts', () => {
    const unit = aCareUnit({ brukare: [aBrukare({ bannedEmployeeIds: ['E1'], wishedGender: 'M', isSmoker: true })] });
    const texts = checkWeeklyPlan(unit, aWeeklyPlan({ routes: [] }, unit), {
      settings: DEFAULT_UNIT_SETTINGS,
      demands: [],
    })
      .map(({ text }) => text)
      .join(' ');
    expect(texts).not.toMatch(/Brukare Ett|Medarbetare Ett|Provgatan/);
  });
});

/** Routes for V1 on Monday and V2 at 08:00 on another date in shift S3. */
function onTwoDays(date: LocalDate): readonly PlannedRoute[] {
  const at = (time: string): Instant => instantOf(date, clock(time));
  return [
    aPlannedRoute(),
    aPlannedRoute({
      shiftId: 'S3',
      date,
      stops: stopsFrom([
        { kind: 'premises', startsAt: at('07:00'), endsAt: at('07:00') },
        visitStop(at('08:00'), at('08:30'), 'V2'),
        { kind: 'break', placeId: 'brukare:B1', startsAt: at('11:00'), endsAt: at('11:45') },
        { kind: 'premises', startsAt: at('16:00'), endsAt: at('16:00'), ...away },
      ]),
    }),
  ];
}

describe('a plan beside staff meetings', () => {
  /** V1 is 08:00–08:30; the rast at the door ends 11:45, and the employee is back at the premises 11:55. */
  const rulesWith = (startsAt: string, endsAt: string, workGroupId: string | null = null): readonly string[] => {
    const meeting = aStaffMeeting({ startsAt: clock(startsAt), endsAt: clock(endsAt), workGroupId });
    return brokenRules({ unit: { meetings: [meeting] } });
  };

  it('is broken by a visit during the meeting, and by who is still away as it begins', () => {
    expect(rulesWith('08:15', '08:20')).toEqual(['staff-meeting']);
    expect(rulesWith('11:50', '15:00')).toEqual(['staff-meeting']);
  });

  it('holds where everybody is at the premises, and for a meeting of another group', () => {
    expect(rulesWith('07:00', '07:15')).toEqual([]);
    expect(rulesWith('16:00', '17:00')).toEqual([]);
    expect(rulesWith('11:55', '15:00')).toEqual([]);
    expect(rulesWith('08:15', '08:20', 'another')).toEqual([]);
  });
});
