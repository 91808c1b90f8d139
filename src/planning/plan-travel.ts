import type { PlanTravel, TravelMode, TravelProfile, UnitSettings } from '@hemtjanst/domain';
import type { WeekProblem } from '@hemtjanst/planning';
import type { TravelTimeSource } from '../travel/travel-time-source.js';

/** What the plan says about where its travel times come from. One estimated leg is enough to count; none is hidden. */
export function planTravelOf(
  source: TravelTimeSource,
  problems: readonly WeekProblem[],
  settings: UnitSettings,
): Omit<PlanTravel, 'estimatedLegs'> {
  const modes = new Set(problems.flatMap(({ key }) => key.legs.map((legs) => legs.mode)));
  const monday = problems.at(0)?.key.groupWeek.dates[0];
  const profiles: Partial<Record<TravelMode, TravelProfile>> = {};
  for (const mode of modes) {
    const isWinter = monday !== undefined && settings.winterMonths.includes(Number(monday.slice(5, 7)));
    const isBike = mode === 'cykel' || mode === 'elcykel';
    profiles[mode] = {
      handlingSecondsPerStop: settings.handlingSeconds[mode],
      winterFactor: isWinter && isBike ? settings.winterFactor : 1,
    };
  }
  return { source: source.kind, mapId: source.mapId, profiles };
}
