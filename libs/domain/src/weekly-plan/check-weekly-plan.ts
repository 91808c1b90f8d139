import type { CareUnit } from '../unit/care-unit.js';
import type { Violation } from '../violation.js';
import { checkAvailability } from './checks/availability.js';
import { checkDemands } from './checks/demands.js';
import { checkGaps } from './checks/gaps.js';
import { checkKnownRecords } from './checks/known-records.js';
import { checkLegs } from './checks/legs.js';
import { checkMatching } from './checks/matching.js';
import { checkMetrics } from './checks/metrics.js';
import { indexPlan, type CheckOptions } from './checks/plan-index.js';
import { checkRast } from './checks/rast.js';
import { checkRest } from './checks/rest.js';
import { checkRouteTimes } from './checks/route-times.js';
import { checkStaffMeetings } from './checks/staff-meetings.js';
import { checkVisitsForTwo } from './checks/visits-for-two.js';
import type { WeeklyPlan } from './weekly-plan.js';

/**
 * Everything that is wrong with a plan, whoever made it: a search, another tool, a person. Shares no code with the search.
 * An empty answer means the plan may be published; `hard` violations need a logged reason.
 *
 * @example checkWeeklyPlan(unit, plan, { settings, demands, legSeconds }) // []
 */
export function checkWeeklyPlan(unit: CareUnit, plan: WeeklyPlan, options: CheckOptions): readonly Violation[] {
  const index = indexPlan(unit, plan, options);
  return [
    ...checkKnownRecords(index),
    ...checkDemands(index),
    ...checkMatching(index),
    ...checkVisitsForTwo(index),
    ...checkGaps(index),
    ...checkAvailability(index),
    ...checkStaffMeetings(index),
    ...checkRouteTimes(index),
    ...checkLegs(index),
    ...checkRast(index),
    ...checkRest(index),
    ...checkMetrics(index),
  ];
}
