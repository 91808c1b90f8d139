import { aBrukare, aCareUnit, aHistoryVisit, aPremises } from '../testing/builders.js';
import { aPlannedRoute, aPlannedVisit, aWeeklyPlan, onMonday } from '../testing/plan-builders.js';
import { localDate } from '../time/local-date.js';
import type { CareUnit } from '../unit/care-unit.js';
import { DEFAULT_UNIT_SETTINGS } from '../unit/unit-settings.js';
import type { WeeklyPlan } from '../weekly-plan/weekly-plan.js';
import { buildVisitList, type VisitListSource } from './build-visit-list.js';
import type { VisitListStop } from './visit-list.js';

const listOf = (unit: Partial<CareUnit> = {}, plan: Partial<WeeklyPlan> = {}, source: Partial<VisitListSource> = {}) =>
  buildVisitList({
    unit: aCareUnit(unit),
    plan: aWeeklyPlan(plan),
    employeeId: 'E1',
    onDate: localDate('2026-03-02'),
    settings: DEFAULT_UNIT_SETTINGS,
    ...source,
  });

const visitOf = (...args: Parameters<typeof listOf>): VisitListStop | undefined =>
  listOf(...args).stops.find(({ kind }) => kind === 'visit');

describe('buildVisitList', () => {
  it('tells the day from premises to premises', () => {
    const { shiftStartsAt, shiftEndsAt, stops } = listOf();
    expect([shiftStartsAt, shiftEndsAt]).toEqual([onMonday('07:00'), onMonday('16:00')]);
    expect(stops.map(({ title }) => title)).toEqual([
      'Lokalen',
      'Kringtid',
      'Brukare Ett',
      'Rast',
      'Kringtid',
      'Lokalen',
    ]);
  });

  it('names the meeting that the plan keeps kringtid for', () => {
    // The last kringtid of the day ends with the shift at 16:00.
    const kringtid = listOf().stops.filter(({ kind }) => kind === 'kringtid');
    const apt = { kind: 'apt' as const, startsAt: onMonday('15:50'), endsAt: onMonday('16:30') };
    const { stops } = listOf({}, {}, { meetings: [apt] });
    expect(stops.filter(({ kind }) => kind === 'meeting')).toMatchObject([
      { title: 'APT', startsAt: onMonday('15:50'), endsAt: onMonday('16:00'), nextRide: null },
    ]);
    expect(kringtid.at(-1)).toMatchObject({ endsAt: onMonday('16:00') });
    expect(stops.at(-1)?.title).toBe('Lokalen');
  });

  it('has address, insatser, times and key of a visit', () => {
    expect(visitOf()).toMatchObject({
      visitId: 'V1',
      brukareId: 'B1',
      address: 'Provgatan 2',
      keyKind: 'nyckelfri',
      insatser: ['morgon'],
      startsAt: onMonday('08:00'),
      endsAt: onMonday('08:30'),
    });
  });

  it('shows the way to the next stop in its parts, and none where the employee stays', () => {
    const rides = listOf().stops.map(({ nextRide }) => nextRide && [nextRide.travelSeconds, nextRide.handlingSeconds]);
    expect(rides).toEqual([null, [420, 180], null, [420, 180], null, null]);
  });

  it('says what the handling is made of, unless it does not add up or the address is protected', () => {
    // Three minutes for lock and parking, two for the key.
    const partsWith = (override: Parameters<typeof aBrukare>[0], handlingSeconds = 300) => {
      const route = aPlannedRoute();
      const stops = route.stops.map((stop) => (stop.kind === 'visit' ? { ...stop, handlingSeconds } : stop));
      const list = listOf(
        { brukare: [aBrukare({ keyKind: 'metall', ...override })] },
        { routes: [{ ...route, stops }] },
      );
      return list.stops.flatMap(({ nextRide }) => nextRide?.handlingParts ?? []).map(({ kind }) => kind);
    };
    expect(partsWith({})).toEqual(['mode', 'key', 'mode']);
    // Ten seconds more than the settings of today say: only the whole is told.
    expect(partsWith({}, 310)).toEqual(['mode']);
    expect(partsWith({ isProtected: true })).toEqual([]);
  });

  it('knows a new face: not there in 14 days, not earlier in the plan', () => {
    const seen = (onDate: string, kind = 'besok') =>
      visitOf({ history: [aHistoryVisit({ onDate: localDate(onDate), kind })] })?.isNewFace;
    expect(visitOf()?.isNewFace).toBe(true);
    expect(seen('2026-02-16')).toBe(false); // 14 days before
    expect(seen('2026-02-15')).toBe(true);
    expect(seen('2026-02-27', 'larm')).toBe(true);
    const earlier = aPlannedVisit({ id: 'V0', startsAt: onMonday('07:20'), endsAt: onMonday('07:40') });
    expect(visitOf({}, { visits: [earlier, aPlannedVisit()] })?.isNewFace).toBe(false);
  });

  it('gives practical notes', () => {
    const brukare = [aBrukare({ floor: 3, keyKind: 'metall', pets: ['katt'], isSmoker: true, language: 'finska' })];
    expect(visitOf({ brukare })?.notes).toEqual([
      'Våning 3, ingen hiss',
      'Ta med nyckeln från lokalen',
      'Katt',
      'Rökare',
      'Språk: finska',
    ]);
  });

  it('names the other employee of a visit for two', () => {
    const visits = [aPlannedVisit({ employeeIds: ['E1', 'E2'], shiftIds: ['S1', 'S2'] })];
    expect(visitOf({}, { visits })).toMatchObject({ withEmployeeId: 'E2', notes: ['Två medarbetare'] });
  });

  it('shows a protected identity to the kontaktman and to named staff, to others an alias and nothing more', () => {
    const hidden = aBrukare({ isProtected: true, pets: ['hund'] });
    expect(visitOf({ brukare: [hidden] })).toMatchObject({
      title: 'Skyddad 1',
      brukareId: null,
      address: null,
      coordinate: null,
      keyKind: null,
      notes: ['Skyddade personuppgifter: fråga enhetschefen.'],
    });
    expect(JSON.stringify(listOf({ brukare: [hidden] }))).not.toMatch(/Brukare Ett|Provgatan 2/);
    expect(visitOf({ brukare: [{ ...hidden, kontaktmanId: 'E1' }] })?.title).toBe('Brukare Ett');
    const named = visitOf({ brukare: [hidden] }, {}, { namedForBrukareIds: new Set(['B1']) });
    expect(named?.address).toBe('Provgatan 2');
  });

  it('is empty on a day off', () => {
    expect(listOf({}, {}, { onDate: localDate('2026-03-03') })).toMatchObject({ shiftStartsAt: null, stops: [] });
    expect(listOf({}, {}, { employeeId: 'E2' }).stops).toEqual([]);
  });

  it('joins the two parts of a split shift', () => {
    const evening = aPlannedRoute({
      shiftId: 'S2',
      stops: aPlannedRoute()
        .stops.slice(0, 1)
        .map((stop) => ({ ...stop, startsAt: onMonday('17:00'), endsAt: onMonday('17:00') })),
    });
    const { stops, shiftEndsAt } = listOf({ premises: [aPremises()] }, { routes: [evening, aPlannedRoute()] });
    expect(stops).toHaveLength(7);
    expect(shiftEndsAt).toBe(onMonday('17:00'));
  });
});
