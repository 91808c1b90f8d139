import { type Instant, type StaffMeeting, aStaffMeeting, checkWeeklyPlan, clock, localOf } from '@hemtjanst/domain';
import { openPlan, withPlan } from '../replan/plan-context.js';
import { smallWeek } from '../testing/small-week.js';

const timeOf = (instant: Instant): string => {
  const minute = Math.floor(localOf(instant).secondOfDay / 60);
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
};

/**
 * Nine brukare of half an hour, starts 07–15, and one employee, 07:00–16:00 with a rast of 45 min, on the Monday of the
 * meeting. Every ride takes five minutes, and handling comes on top.
 */
function planWith(meetings: readonly Partial<StaffMeeting>[]) {
  const nine = Array.from({ length: 9 }, () => ({}));
  const allDay = nine.map(() => ({ window: { earliest: clock('07:00'), latest: clock('15:00') } }));
  const input = smallWeek({
    brukare: nine,
    employees: [{}],
    templates: allDay,
    unit: { meetings: meetings.map((meeting) => aStaffMeeting(meeting)) },
  });
  const { unit, settings, plan, question } = input;
  const { demands } = question.groupWeek;
  const rules = checkWeeklyPlan(unit, plan, { settings, demands }).map(({ rule }) => rule);
  const stops = plan.routes.flatMap((route) => route.stops);
  const spans = stops
    .filter(({ kind }) => kind === 'kringtid' || kind === 'break')
    .map((stop) => `${stop.kind} ${timeOf(stop.startsAt)}–${timeOf(stop.endsAt)} ${stop.placeId.split(':')[0] ?? ''}`);
  return { input, plan, rules, spans, visits: plan.visits.length };
}

const meeting = (from: string, to: string) => ({ startsAt: clock(from), endsAt: clock(to) });

describe('a week with staff meetings', () => {
  it('sends nobody out during the APT at the end of the day, and everybody is at the premises when it begins', () => {
    const { rules, spans, plan } = planWith([meeting('13:45', '16:00')]);
    expect(rules).toEqual([]);
    expect(spans.at(-1)).toBe('kringtid 13:45–16:00 premises');
    expect(plan.metrics.staffMinutes).toBe(8 * 60 + 15);
  });

  it('fills the shift on both sides of a meeting in its middle, with the ways there and back kept', () => {
    const { rules, spans, visits } = planWith([meeting('13:00', '13:30')]);
    expect(rules).toEqual([]);
    expect(spans).toContain('kringtid 13:00–13:30 premises');
    expect(visits).toBe(9);
  });

  it('has the rast of a whole day’s course in it', () => {
    const { rules, spans, visits } = planWith([meeting('07:30', '16:00')]);
    expect(rules.filter((rule) => rule !== 'metrics-differ')).toEqual([]);
    expect(visits).toBe(0);
    expect(spans.filter((span) => span.startsWith('break'))).toEqual(['break 11:00–11:45 premises']);
  });

  it('is laid out anew as it was: no visit is lost, and none may be dropped into the meeting', () => {
    const { input, plan } = planWith([meeting('12:30', '13:30')]);
    const context = withPlan(openPlan(input), plan);
    expect(context.open.lostVisits()).toEqual([]);
    expect(context.heldDemandIds.size).toBe(0);
  });

  it('takes meetings with too little between them for one', () => {
    const { rules, spans } = planWith([meeting('09:00', '09:30'), meeting('09:40', '10:00')]);
    expect(rules).toEqual([]);
    expect(spans).toContain('kringtid 09:00–10:00 premises');
  });

  it('is not kept by who works in another group', () => {
    expect(planWith([{ ...meeting('13:00', '13:30'), workGroupId: 'another' }]).spans).not.toContain(
      'kringtid 13:00–13:30 premises',
    );
  });
});
