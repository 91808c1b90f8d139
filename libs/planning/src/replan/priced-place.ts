import type { Instant } from '@hemtjanst/domain';
import type { Trial } from '@hemtjanst/solver';
import { instantOfWeekSecond } from '../read/clock.js';
import { isContact } from '../rules/kontaktman.js';
import { continuityRule } from '../rules/continuity.js';
import { disruptionRule } from '../rules/disruption.js';
import { kontaktmanRule } from '../rules/kontaktman.js';
import { languageRule, lacksLanguage } from '../rules/language.js';
import { brukareOf, employeeOf } from '../problem/matching.js';
import type { PriceLine, PricedPlace, ShiftedVisit } from './board-answers.js';
import { disturbanceOf } from './disturbance.js';
import { facesOf } from './faces.js';
import type { PlanContext } from './plan-context.js';
import { type Placement, placementsIn } from './placements.js';
import { changedRows, priceLines, totalOf } from './price-change.js';

/** A tried place of a main row as the board shows it. */
export function pricedPlace(context: PlanContext, row: number, trial: Trial): PricedPlace {
  const { rows, groupWeek } = context.key;
  const placements = placementsIn(trial.after);
  const place = placements.get(row);
  if (place === undefined) throw new Error(`row ${row} was not placed`);
  const { demand, serviceSeconds, partnerRow } = rows[row];
  const helper = partnerRow < 0 ? undefined : placements.get(partnerRow);
  const lines = priceLines(context, trial);
  const shift = groupWeek.shifts[place.shift];
  const at = (weekSecond: number): Instant => instantOfWeekSecond(groupWeek.dates, weekSecond);
  return {
    shiftId: shift.id,
    employeeId: shift.employeeId,
    date: shift.onDate,
    startsAt: at(place.start),
    endsAt: at(place.start + serviceSeconds),
    latestStartsAt: at(trial.latestStarts.at(-1) ?? place.start),
    helper:
      helper === undefined
        ? null
        : {
            shiftId: groupWeek.shifts[helper.shift].id,
            employeeId: groupWeek.shifts[helper.shift].employeeId,
            startsAt: at(helper.start),
            endsAt: at(helper.start + rows[partnerRow].serviceSeconds),
          },
    isPresent: context.open.shiftOf(row) === place.shift,
    differenceSeconds: totalOf(lines),
    lines,
    warnings: warningsAt(context, row, place, lines),
    shiftedVisits: shiftedVisits(context, demand.id, trial),
  };
}

/** What the planerare should know before dropping here, though it is allowed. */
function warningsAt(
  context: PlanContext,
  row: number,
  place: Placement,
  lines: readonly PriceLine[],
): PricedPlace['warnings'] {
  const { groupWeek, rows } = context.key;
  const { demand } = rows[row];
  const brukare = brukareOf(groupWeek, demand.brukareId);
  const employee = employeeOf(groupWeek, groupWeek.shifts[place.shift].employeeId);
  const textOf = (rule: PriceLine['rule']) => lines.filter((line) => line.rule === rule && line.seconds > 0);
  const isNewFace = !facesWithout(context, row).has(context.problem.shifts[place.shift].employee);
  const goal = context.scope.settings.continuityGoal;
  const met = facesWithout(context, row).size;
  const isDisturbed = disturbanceOf(context, row, place);
  return [
    ...(isNewFace
      ? [{ rule: continuityRule.id, text: continuityRule.explain({ before: met, after: met + 1, goal }) }]
      : []),
    ...(isContact(brukare, employee) ? [] : textOf(kontaktmanRule.id)),
    ...(lacksLanguage(brukare, employee) ? [{ rule: languageRule.id, text: languageRule.explain({ visits: 1 }) }] : []),
    ...(isDisturbed.hasOtherEmployee || isDisturbed.isMoved
      ? [
          {
            rule: disruptionRule.id,
            text: disruptionRule.explain({
              employees: Number(isDisturbed.hasOtherEmployee),
              starts: Number(isDisturbed.isMoved),
            }),
          },
        ]
      : []),
  ].map(({ rule, text }) => ({ rule, text }));
}

/** Whom the brukare meets if this visit is not counted. */
const facesWithout = (context: PlanContext, row: number): ReadonlySet<number> =>
  facesOf(context, context.key.rows[row].demand.brukareId, new Map([[row, null]]));

/** Other visits that start at another minute because of the change. */
function shiftedVisits({ key, plan }: PlanContext, demandId: string, trial: Trial): readonly ShiftedVisit[] {
  const idOf = new Map(plan.visits.map((visit) => [visit.demandId, visit.id]));
  return changedRows(trial).flatMap(({ row, from, to }): readonly ShiftedVisit[] => {
    const { demand, part } = key.rows[row];
    const visitId = idOf.get(demand.id);
    if (visitId === undefined || part === 'helper' || demand.id === demandId || from === null || to === null) return [];
    const minutesLater = Math.round((to.start - from.start) / 60);
    return minutesLater === 0 ? [] : [{ visitId, minutesLater }];
  });
}
