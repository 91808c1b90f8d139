import {
  type VisitDemand,
  DEFAULT_UNIT_SETTINGS,
  aShift,
  aVisitDemand,
  aWorkGroup,
  isoWeek,
  localDate,
  minuteOfDay,
  minutes,
} from '@hemtjanst/domain';
import { type PlanContext, type PlanContextInput, contextQuestion, openPlan } from '../replan/plan-context.js';
import { continuityRule } from '../rules/continuity.js';
import { MONDAY, smallWeek } from '../testing/small-week.js';
import { loanScope } from './loans.js';
import { waysOut } from './ways-out.js';

const TUESDAY = localDate('2026-03-03');
const WEDNESDAY = localDate('2026-03-04');
const LENDER = { workGroupId: 'G2' };

/** E1 of G1 does the Monday visit of B1 (07:24–07:54); E2 of G2 has insulin and a shift the same day. */
function twoGroups(): PlanContextInput {
  return smallWeek({
    brukare: [{ workGroupId: 'G1' }, { workGroupId: 'G2' }],
    employees: [{}, { workGroupId: 'G2', competences: ['insulin'] }],
    unit: {
      workGroups: [aWorkGroup({ id: 'G1' }), aWorkGroup({ id: 'G2', name: 'Grupp Två' })],
      shifts: ['G1', 'G2'].map((workGroupId, at) =>
        aShift({ id: `S${at + 1}`, employeeId: `E${at + 1}`, onDate: MONDAY, workGroupId }),
      ),
    },
  });
}

/** The same with one more visit for B1, which only somebody with insulin may do. */
function withDemand(input: PlanContextInput, overrides: Partial<VisitDemand>): PlanContext {
  const demand = aVisitDemand({
    id: 'X1',
    brukareId: 'B1',
    allowedDates: [MONDAY],
    week: isoWeek('2026-W10'),
    window: { earliest: minuteOfDay(7 * 60), latest: minuteOfDay(15 * 60) },
    competences: ['insulin'],
    ...overrides,
  });
  return opened({ ...input, extraDemands: [demand] });
}

const opened = (input: PlanContextInput): PlanContext => openPlan({ ...input, question: contextQuestion(input) });

function lentTo(context: PlanContext, input: PlanContextInput): PlanContext {
  const scope = loanScope(context, 'X1', LENDER);
  if (scope === null) throw new Error('no time left');
  return opened({ ...input, ...scope });
}

const loanedDemand = (context: PlanContext): VisitDemand | undefined =>
  loanScope(context, 'X1', LENDER)?.extraDemands?.[0];

describe('somebody lent from another group', () => {
  it('is offered with the group’s name and the price of the real place', () => {
    const input = twoGroups();
    const context = withDemand(input, {});
    const loan = waysOut(context, 'X1', [lentTo(context, input)]).find(({ kind }) => kind === 'borrowed-employee');
    expect(loan?.text).toEqual({ sv: 'Lånas från Grupp Två.', en: 'On loan from Grupp Två.' });
    expect(loan?.place).toMatchObject({ employeeId: 'E2', shiftId: 'S2' });
  });

  it('is a new face beside those who come this week from the own group', () => {
    const input = twoGroups();
    const context = withDemand(input, {});
    const [loan] = waysOut(context, 'X1', [lentTo(context, input)]).filter(({ kind }) => kind === 'borrowed-employee');
    const goal = DEFAULT_UNIT_SETTINGS.continuityGoal;
    expect(loan.place.warnings).toContainEqual({
      rule: continuityRule.id,
      text: continuityRule.explain({ before: 1, after: 2, goal }),
    });
  });

  it('comes as long after another visit as agreed: 240 min after 07:54 is 11:54, to the minute', () => {
    const input = twoGroups();
    const [{ demandId }] = input.plan.visits.filter(({ brukareId }) => brukareId === 'B1');
    const gap = { afterDemandId: demandId, minMinutes: minutes(240), maxMinutes: null };
    const until = (latest: number) => ({ earliest: minuteOfDay(7 * 60), latest: minuteOfDay(latest) });
    expect(loanedDemand(withDemand(input, { gap, window: until(714) }))?.window).toEqual({
      earliest: 714,
      latest: 714,
    });
    expect(loanedDemand(withDemand(input, { gap, window: until(713) }))).toBeUndefined();
  });

  it('comes as many days from another visit of the kind as agreed', () => {
    const input = twoGroups();
    const [{ templateId }] = input.plan.visits.filter(({ brukareId }) => brukareId === 'B1');
    const allowedDates = [MONDAY, TUESDAY, WEDNESDAY];
    const daysOf = (minDaysBetween: number) =>
      loanedDemand(withDemand(withDaysBetween(input, minDaysBetween), { templateId, allowedDates }))?.allowedDates;
    expect(daysOf(1)).toEqual([TUESDAY, WEDNESDAY]);
    expect(daysOf(2)).toEqual([WEDNESDAY]);
    expect(daysOf(3)).toBeUndefined();
  });
});

function withDaysBetween(input: PlanContextInput, minDaysBetween: number): PlanContextInput {
  const templates = input.unit.templates.map((template) => ({ ...template, minDaysBetween }));
  return { ...input, unit: { ...input.unit, templates } };
}
