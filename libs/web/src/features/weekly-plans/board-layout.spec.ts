import type { DayRouteAnswer, RouteStopAnswer } from '@hemtjanst/contracts';
import { boardRows, boardSpan, placeOn, withMeetings } from './board-layout.js';

const at = (time: string): string => `2026-03-02T${time}:00+01:00`;

const aStop = (kind: RouteStopAnswer['kind'], arrives: string, starts: string, ends: string, legSeconds = 0) => ({
  id: `${kind}-${starts}`,
  kind,
  plannedVisitId: kind === 'visit' ? `V-${starts}` : null,
  brukareId: kind === 'visit' ? 'B1' : null,
  premisesId: null,
  leg: { travelSeconds: legSeconds, handlingSeconds: 0, travelMeters: 500, isEstimated: false },
  waitSeconds: (Date.parse(at(starts)) - Date.parse(at(arrives))) / 1000,
  arrivesAt: at(arrives),
  startsAt: at(starts),
  endsAt: at(ends),
});

const aRoute = (id: string, stops: RouteStopAnswer[]): DayRouteAnswer => ({
  id,
  planId: 'P',
  planVersion: 1,
  shiftId: `S-${id}`,
  employeeId: `E-${id}`,
  workGroupId: 'G',
  date: '2026-03-02',
  mode: 'cykel',
  sums: {
    visits: 1,
    visitSeconds: 0,
    travelSeconds: 0,
    handlingSeconds: 0,
    waitSeconds: 0,
    breakSeconds: 0,
    kringtidSeconds: 0,
    travelMeters: 0,
  },
  stops,
});

describe('the board of a day', () => {
  const [row] = boardRows([
    aRoute('1', [
      aStop('premises', '07:10', '07:10', '07:10'),
      aStop('visit', '07:20', '07:30', '08:00', 600),
      aStop('break', '08:05', '08:05', '08:35', 300),
      aStop('visit', '08:40', '08:40', '09:10', 300),
    ]),
  ]);

  it('places visits, rides, rast and waiting by the clock', () => {
    expect(row?.visits).toEqual([
      { plannedVisitId: 'V-07:30', brukareId: 'B1', fromMinute: 450, toMinute: 480 },
      { plannedVisitId: 'V-08:40', brukareId: 'B1', fromMinute: 520, toMinute: 550 },
    ]);
    expect(row?.rides.map(({ fromMinute, toMinute }) => [fromMinute, toMinute])).toEqual([
      [430, 440],
      [480, 485],
      [515, 520],
    ]);
    expect(row?.others).toEqual([
      { kind: 'wait', meeting: null, fromMinute: 440, toMinute: 450 },
      { kind: 'break', meeting: null, fromMinute: 485, toMinute: 515 },
    ]);
  });

  it('says that a ride breaks when the door-to-door time is longer than the time there is', () => {
    const rideOf = (legSeconds: number) =>
      boardRows([
        aRoute('1', [aStop('visit', '08:00', '08:00', '08:30'), aStop('visit', '08:35', '08:35', '09:00', legSeconds)]),
      ])
        .at(0)
        ?.rides.at(0)?.state;
    expect(rideOf(300)).toBe('holds');
    expect(rideOf(301)).toBe('breaks');
  });

  it('shows whole hours round everything, in the order in which shifts begin', () => {
    const rows = boardRows([
      aRoute('late', [aStop('visit', '13:15', '13:15', '14:05')]),
      aRoute('early', [aStop('visit', '07:10', '07:10', '08:00')]),
    ]);
    expect(rows.map(({ route }) => route.id)).toEqual(['early', 'late']);
    expect(boardSpan(rows)).toEqual({ fromMinute: 420, toMinute: 900 });
  });

  it('goes past midnight for a visit that ends the day after', () => {
    const stop = { ...aStop('visit', '23:30', '23:30', '23:45'), endsAt: '2026-03-03T00:15:00+01:00' };
    expect(boardRows([aRoute('night', [stop])])[0]).toMatchObject({ fromMinute: 1410, toMinute: 1455 });
  });

  it('turns minutes into percent of the axis', () => {
    const axis = { fromMinute: 420, toMinute: 1020 };
    expect(placeOn(axis, { fromMinute: 480, toMinute: 510 })).toEqual({ left: '10.000%', width: '5.000%' });
  });
});

describe('meetings on the board', () => {
  const rows = boardRows([
    aRoute('1', [aStop('premises', '07:10', '07:10', '07:10'), aStop('kringtid', '13:30', '13:30', '16:00')]),
  ]);
  const apt = { kind: 'apt' as const, date: '2026-03-02', startsAt: '13:45', endsAt: '15:00', workGroupId: null };
  const blocksOf = (meetings: Parameters<typeof withMeetings>[1]) =>
    withMeetings(rows, meetings).flatMap(({ others }) =>
      others.map(({ fromMinute, meeting }) => [fromMinute, meeting]),
    );

  it('stand where the plan has kringtid, with their own name', () => {
    expect(blocksOf([apt])).toEqual([
      [810, null],
      [825, 'apt'],
      [900, null],
    ]);
  });

  it('are those of the group and the day', () => {
    expect(blocksOf([{ ...apt, workGroupId: 'another' }])).toEqual([[810, null]]);
    expect(blocksOf([{ ...apt, workGroupId: 'G' }])).toHaveLength(3);
    expect(blocksOf([{ ...apt, date: '2026-03-03' }])).toEqual([[810, null]]);
  });

  it('give the same row again where nothing has changed: it is not drawn anew', () => {
    const meetings = [apt];
    expect(withMeetings(rows, meetings)[0]).toBe(withMeetings(rows, meetings)[0]);
    expect(withMeetings(rows, [])).toBe(rows);
  });
});
