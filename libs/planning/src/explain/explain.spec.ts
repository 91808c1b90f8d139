import { minuteOfDay } from '@hemtjanst/domain';
import { openPlan } from '../replan/plan-context.js';
import { smallWeek } from '../testing/small-week.js';
import { explainWhyHere, explainWhyNot } from './explain-place.js';
import { waysOut } from './ways-out.js';

const firstVisit = (input: ReturnType<typeof smallWeek>) => input.plan.visits[0];
const leftOut = (input: ReturnType<typeof smallWeek>): string => input.plan.unassigned[0].demandId;

/** Only at 07:24 can somebody be there: the shift begins at 07:15 with nine minutes of way. */
const at = (from: number, to: number) => ({ earliest: minuteOfDay(from), latest: minuteOfDay(to) });

describe('why a visit lies here', () => {
  it('compares its place with the next best, rule by rule, in both languages', () => {
    const input = smallWeek({ brukare: [{ kontaktmanId: 'E1' }, { kontaktmanId: 'E1' }] });
    const why = explainWhyHere(openPlan(input), firstVisit(input).id);
    expect(why.present?.shiftId).toBe('S1');
    expect(why.alternatives).toHaveLength(1);
    expect(why.headline.sv).toMatch(
      /^Den bästa platsen\. Den näst bästa: Kontaktmannen kommer inte längre, \+6 min restid/,
    );
    expect(why.headline.en).toMatch(
      /^The best place\. The next best: The contact person no longer comes, \+6 min of travel/,
    );
  });

  it('names the rules where no other shift has room', () => {
    const input = smallWeek({ brukare: [{ bannedEmployeeIds: ['E2'] }] });
    const why = explainWhyHere(openPlan(input), firstVisit(input).id);
    expect(why.alternatives).toEqual([]);
    expect(why.headline.en).toBe('No other shift has room for the visit.');
    expect(why.forbidden).toMatchObject([{ rule: 'banned-employee', shifts: 1 }]);
  });
});

describe('why a visit lies nowhere', () => {
  it('tells the rule that keeps most shifts away', () => {
    const input = smallWeek({ brukare: [{}], templates: [{ competences: ['insulin'] }] });
    const why = explainWhyNot(openPlan(input), leftOut(input));
    expect(why.headline.sv).toBe('Inget pass har plats. Oftast: Saknar insulin, som besöket kräver.');
    expect(why.forbidden).toMatchObject([{ rule: 'competence', shifts: 2 }]);
  });
});

describe('ways out for a left-out visit', () => {
  it('offer somebody who only lacks the competence, never somebody who shall not come', () => {
    const input = smallWeek({ brukare: [{ bannedEmployeeIds: ['E1'] }], templates: [{ competences: ['insulin'] }] });
    const offers = waysOut(openPlan(input), leftOut(input));
    expect(offers.map(({ kind, place, brokenRules }) => [kind, place.employeeId, brokenRules[0].rule])).toEqual([
      ['other-competence', 'E2', 'competence'],
    ]);
  });

  it('offer the narrowest wider window that helps', () => {
    // Nobody is at a door before 07:24: a window that closes at 07:10 has to be 15 min wider.
    const input = smallWeek({ brukare: [{}], templates: [{ window: at(7 * 60, 7 * 60 + 10) }] });
    expect(waysOut(openPlan(input), leftOut(input))).toMatchObject([
      { kind: 'wider-window', minutes: 15, place: { startsAt: '2026-03-02T07:24:00+01:00' } },
    ]);
  });

  it('offer nobody where the visit has a place', () => {
    const input = smallWeek();
    expect(waysOut(openPlan(input), firstVisit(input).demandId)).toEqual([]);
  });

  it('tell that there is room where only one face more stands against it', () => {
    const input = smallWeek({ brukare: [{}, {}] });
    const gone = input.plan.visits[0];
    const plan = { ...input.plan, visits: input.plan.visits.slice(1) };
    expect(waysOut(openPlan({ ...input, plan }), gone.demandId)).toMatchObject([{ kind: 'one-face-more' }]);
  });
});
