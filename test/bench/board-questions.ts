/**
 * How fast the questions of the board are answered on a group's week of the invented unit: median and p95 over many visits.
 *
 *     npx tsx test/bench/board-questions.ts [--group G1 --iterations 60 --visits 200]
 */
import { parseArgs } from 'node:util';
import { checkWeeklyPlan } from '@hemtjanst/domain';
import { applyEdit, openPlan, priceMove, rankPlaces, withPlan } from '@hemtjanst/planning';
import { demoGroup } from './board/demo-group.js';
import { spread } from './board/spread.js';

const { values } = parseArgs({
  options: {
    group: { type: 'string', default: 'G1' },
    iterations: { type: 'string', default: '60' },
    visits: { type: 'string', default: '200' },
  },
});

const input = await demoGroup(values.group, Number(values.iterations));
const opening = spread(5, () => openPlan(input));
const context = openPlan(input);
const { plan } = context;
process.stdout.write(`${values.group}: ${plan.visits.length} visits, ${plan.unassigned.length} left out\n`);
process.stdout.write(`openPlan        ${opening.line}\n`);
process.stdout.write(`withPlan        ${spread(10, () => withPlan(context, plan)).line}\n`);

const step = Math.max(1, Math.floor(plan.visits.length / Number(values.visits)));
const asked = plan.visits.filter((_, at) => at % step === 0);
const shiftsOn = (date: string) => context.key.groupWeek.shifts.filter(({ onDate }) => onDate === date);
const targets = asked.flatMap((visit) => shiftsOn(visit.date).map(({ id }) => ({ visit, shiftId: id })));
let allowed = 0;
const moving = spread(targets.length, (at) => {
  const { visit, shiftId } = targets[at];
  if (priceMove(context, { visitId: visit.id }, { shiftId, startsAt: visit.startsAt }).isAllowed) allowed++;
});
process.stdout.write(`priceMove       ${moving.line}; ${allowed} of ${targets.length} allowed\n`);
process.stdout.write(
  `rankPlaces      ${spread(asked.length, (at) => rankPlaces(context, { visitId: asked[at].id })).line}\n`,
);

let broken = 0;
const edits = asked.slice(0, 30).flatMap((visit) => {
  const best = rankPlaces(context, { visitId: visit.id }).places.find(({ isPresent }) => !isPresent);
  return best === undefined ? [] : [{ visitId: visit.id, shiftId: best.shiftId, difference: best.differenceSeconds }];
});
const { demands } = context.key.groupWeek;
const applying = spread(edits.length, (at) => {
  const outcome = applyEdit(context, { kind: 'move', ...edits[at] });
  if (!outcome.isAllowed || Math.round(outcome.differenceSeconds) !== Math.round(edits[at].difference)) broken++;
});
for (const edit of edits) {
  const outcome = applyEdit(context, { kind: 'move', ...edit });
  if (!outcome.isAllowed) continue;
  const faults = checkWeeklyPlan(input.unit, outcome.plan, { settings: input.settings, demands });
  const before = checkWeeklyPlan(input.unit, plan, { settings: input.settings, demands });
  if (faults.length !== before.length) process.stdout.write(`${JSON.stringify(faults[0])}\n`);
}
process.stdout.write(`applyEdit       ${applying.line}; ${broken} of ${edits.length} other than priced\n`);
