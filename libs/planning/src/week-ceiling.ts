import {
  type CareUnit,
  type IsoWeek,
  type SearchFigures,
  type UnitSettings,
  scheduledStaffMinutes,
} from '@hemtjanst/domain';
import type { GroupPlan } from './read-week-solution.js';

/** Whose week it is; null groups: the whole unit. */
interface CeilingScope {
  readonly unit: CareUnit;
  readonly week: IsoWeek;
  readonly workGroupIds: readonly string[] | null;
  readonly settings: UnitSettings;
}

/**
 * What no plan of the week can beat: the groups' cost bounds added up, and the efficiency of a plan that places the most
 * visit minutes the shifts leave room for after rast, kringtid and the least travel. Null unless every group has bounds.
 */
export function weekCeiling(
  { unit, week, workGroupIds, settings }: CeilingScope,
  groups: readonly Pick<GroupPlan, 'bounds'>[],
): Pick<SearchFigures, 'lowerBound' | 'attainableEfficiency'> {
  const bounds = groups.flatMap((group) => (group.bounds === null ? [] : [group.bounds]));
  if (bounds.length < groups.length) return { lowerBound: null, attainableEfficiency: null };
  const visitMinutes = bounds.reduce((sum, { mostServiceSeconds }) => sum + mostServiceSeconds, 0) / 60;
  const staffMinutes = scheduledStaffMinutes(unit, week, workGroupIds, settings);
  return {
    lowerBound: bounds.reduce((sum, { total }) => sum + total, 0),
    attainableEfficiency: staffMinutes === 0 ? null : upToFourDecimals(visitMinutes / staffMinutes),
  };
}

/** Rounded up: a plan at the ceiling is never above it. The margin is for what the division itself rounds. */
const upToFourDecimals = (share: number): number => Math.ceil(share * 10_000 - 1e-6) / 10_000;
