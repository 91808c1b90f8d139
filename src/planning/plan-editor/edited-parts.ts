import type { WeeklyPlan } from '@hemtjanst/domain';
import { changedParts } from './changed-parts.js';
import type { EditedParts } from './editor-question.js';

/** What has to be written so that the first plan becomes the second. */
export function editedParts(before: WeeklyPlan, after: WeeklyPlan): EditedParts {
  const { demandIds, shiftCodes } = changedParts(before, after);
  const [demands, shifts] = [new Set(demandIds), new Set(shiftCodes)];
  return {
    demandIds,
    shiftIds: shiftCodes,
    visits: after.visits.filter((visit) => demands.has(visit.demandId)),
    routes: after.routes.filter((route) => shifts.has(route.shiftId)),
    unassigned: after.unassigned.filter((demand) => demands.has(demand.demandId)),
    metrics: after.metrics,
  };
}
