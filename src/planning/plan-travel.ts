import type { PlanTravel, TravelMode, TravelProfile, UnitSettings } from '@hemtjanst/domain';
import type { WeekProblem } from '@hemtjanst/planning';
import type { TravelSourceKind, TravelTable, TravelTimeSource } from '../travel/travel-time-source.js';

/** From the most to the least honest. */
const BY_HONESTY: readonly TravelSourceKind[] = ['osrm', 'street-network', 'estimate'];

/**
 * What the plan says about where its travel times come from: the least honest source that any of its tables was made
 * from, since a source may have fallen back on another.
 */
export function planTravelOf(
  tables: readonly TravelTable[],
  asked: TravelTimeSource,
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
  const worst = [...tables].sort((a, b) => BY_HONESTY.indexOf(b.source) - BY_HONESTY.indexOf(a.source)).at(0);
  return { source: worst?.source ?? asked.kind, mapId: worst?.mapId ?? asked.mapId, profiles };
}
