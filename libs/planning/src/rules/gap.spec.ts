import { type Instant, clock, formatMinuteOfDay, localOf, minuteOfDay, minutes } from '@hemtjanst/domain';
import { openPlan } from '../replan/plan-context.js';
import { priceMove } from '../replan/price-move.js';
import { mondayAt, smallWeek } from '../testing/small-week.js';
import { gapOffsets } from './gap.js';

const minuteOf = (instant: Instant): number => localOf(instant).secondOfDay / 60;

describe('the gap between two visits', () => {
  it('counts from the end of the first to the start of the second', () => {
    const gap = { minMinutes: minutes(120), maxMinutes: minutes(240) };
    // A first visit of 30 min: the starts lie 150 to 270 min apart.
    expect(gapOffsets(gap, 1800)).toEqual({ minOffset: 150 * 60, maxOffset: 270 * 60 });
  });

  it('without a longest one ends before the next day’s visit', () => {
    const { maxOffset } = gapOffsets({ minMinutes: minutes(0), maxMinutes: null }, 1800);
    expect(maxOffset).toBe(20 * 3600);
  });

  it('allows a start at its shortest and its longest, and not a minute sooner or later', () => {
    const gap = { afterTemplateId: 'T1', minMinutes: minutes(120), maxMinutes: minutes(150) };
    const window = { earliest: clock('07:00'), latest: clock('13:00') };
    const early = { earliest: clock('07:30'), latest: clock('07:30') };
    const input = smallWeek({
      brukare: [{}, {}],
      employees: [{}, {}],
      templates: [{ window: early }, { orderId: 'O1', gap, window }],
    });
    const [first, second] = ['T1', 'T2'].map((id) => input.plan.visits.find(({ templateId }) => templateId === id));
    if (first === undefined || second === undefined) throw new Error('both visits are planned');
    const ends = minuteOf(first.endsAt);
    const startFor = (minute: number) => {
      const startsAt = mondayAt(formatMinuteOfDay(minuteOfDay(minute)));
      const price = priceMove(openPlan(input), { visitId: second.id }, { shiftId: 'S2', startsAt });
      return price.isAllowed ? minuteOf(price.place.startsAt) : null;
    };
    // A wished start outside is taken as near as it may be.
    const starts = [119, 120, 150, 151].map((after) => startFor(ends + after));
    expect(starts).toEqual([120, 120, 150, 150].map((after) => ends + after));
  });
});
