/**
 * Sick calls on a group's week of the invented unit: how long three alternatives take and how much each changes.
 *
 *     npx tsx test/bench/replan-day.ts [--group G1 --iterations 60 --calls 8]
 */
import { parseArgs } from 'node:util';
import { type Instant, checkWeeklyPlan, clock, instantOf, localDate } from '@hemtjanst/domain';
import { type DayAlternative, openPlan, replanDay } from '@hemtjanst/planning';
import { demoGroup } from './board/demo-group.js';
import { spread } from './board/spread.js';

const { values } = parseArgs({
  options: {
    group: { type: 'string', default: 'G1' },
    iterations: { type: 'string', default: '60' },
    calls: { type: 'string', default: '8' },
  },
});
const DAY = '2026-03-04';
const at = (time: string, date = DAY): Instant => instantOf(localDate(date), clock(time));

const input = await demoGroup(values.group, Number(values.iterations));
const context = openPlan({ ...input, published: { plan: input.plan, notifiedVisitIds: new Set() } });
const { demands } = context.key.groupWeek;
const faultsBefore = checkWeeklyPlan(input.unit, input.plan, { settings: input.settings, demands }).length;
const working = [
  ...new Set(input.plan.visits.filter(({ date }) => date === DAY).flatMap(({ employeeIds }) => employeeIds)),
];
const calls = working
  .sort()
  .filter((_, index) => index % Math.max(1, Math.floor(working.length / Number(values.calls))) === 0);
const sick = (employeeId: string, from: string) =>
  ({ kind: 'sick', employeeId, from: at(from), to: at('00:00', '2026-03-05') }) as const;

const answers: {
  readonly employeeId: string;
  readonly from: string;
  readonly alternatives: readonly DayAlternative[];
}[] = [];
const times = spread(calls.length, (index) => {
  const employeeId = calls[index];
  const from = index % 3 === 2 ? '12:00' : '06:00';
  answers.push({
    employeeId,
    from,
    alternatives: replanDay(context, { now: at(from), event: sick(employeeId, from) }),
  });
});
for (const { employeeId, from, alternatives } of answers) {
  for (const alternative of alternatives)
    process.stdout.write(`${employeeId} from ${from}: ${lineOf(alternative, employeeId)}\n`);
}
process.stdout.write(`replanDay       ${times.line}\n`);

function lineOf(alternative: DayAlternative, employeeId: string): string {
  const { absence, kinds, placedDemandIds, leftOutDemandIds, movedVisits, retimedVisits, newFaces, plan } = alternative;
  const today = input.plan.visits.filter(({ date }) => date === DAY);
  const others = today.filter(({ employeeIds }) => !employeeIds.includes(employeeId)).length;
  const unit = { ...input.unit, absences: [...input.unit.absences, ...(absence === null ? [] : [absence])] };
  const faults = checkWeeklyPlan(unit, plan, { settings: input.settings, demands }).length - faultsBefore;
  return [
    kinds.join(' + ').padEnd(46),
    `${placedDemandIds.length} placed, ${leftOutDemandIds.length} left out`,
    `${movedVisits} of ${others} others changed (${((100 * movedVisits) / others).toFixed(1)} %), ${retimedVisits} retimed`,
    `${newFaces} new faces, travel ${Math.round(alternative.travelSecondsDifference / 60)} min, faults ${faults}`,
  ].join('; ');
}
