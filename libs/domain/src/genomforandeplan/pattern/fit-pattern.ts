import type { UnitSettings } from '../../unit/unit-settings.js';
import { fitDurations } from './fit-durations.js';
import { RAMTID_TOLERANCE, rateOf, weeklySumOf, type FittedVisit } from './fitted-visit.js';
import type { PatternVisit } from './pattern-visit.js';

/**
 * Chooses how often and how long so that a week adds up to `budget` minutes:
 * the usual frequencies; lowered or raised, one rung at a time, until the durations can make up the rest; then the
 * durations; and where rounding leaves more than 2 %, the neighbouring rungs are tried as well.
 */
export function fitPattern(
  visits: readonly PatternVisit[],
  budget: number,
  settings: UnitSettings,
): readonly FittedVisit[] {
  const usual = visits.map((visit) => visit.standardFrequency);
  const reachable = raiseUntilEnough(visits, lowerUntilRoom(visits, usual, budget), budget);
  const fitted = fitDurations(visits, reachable, budget, settings);
  if (missOf(fitted, budget, settings) <= RAMTID_TOLERANCE) return fitted;
  return neighboursOf(visits, reachable)
    .map((frequencies) => fitDurations(visits, frequencies, budget, settings))
    .reduce((best, next) => (isBetter(next, best, budget, settings) ? next : best), fitted);
}

/** Round after round, the least needed first: one rung down each, until the shortest visits fit. */
function lowerUntilRoom(visits: readonly PatternVisit[], from: readonly number[], budget: number): readonly number[] {
  const frequencies = [...from];
  const leastNeededFirst = visits.map((_, at) => at).sort((a, b) => needOf(visits, a) - needOf(visits, b) || a - b);
  while (weeklySum(visits, frequencies, 'shortestMinutes') > budget && frequencies.some((rung) => rung > 0)) {
    for (const at of leastNeededFirst) {
      if (weeklySum(visits, frequencies, 'shortestMinutes') <= budget) break;
      frequencies[at] = Math.max(0, (frequencies[at] ?? 0) - 1);
    }
  }
  return frequencies;
}

/** Round after round, what the brukare has least of first: one rung up each, until the longest visits fill the ramtid. */
function raiseUntilEnough(visits: readonly PatternVisit[], from: readonly number[], budget: number): readonly number[] {
  const frequencies = [...from];
  const canRise = (at: number): boolean => (frequencies[at] ?? 0) < (visits[at]?.frequencies.length ?? 0) - 1;
  const order = visits.map((_, at) => at).sort((a, b) => needOf(visits, a) - needOf(visits, b) || a - b);
  while (weeklySum(visits, frequencies, 'longestMinutes') < budget && order.some(canRise)) {
    for (const at of order) {
      if (weeklySum(visits, frequencies, 'longestMinutes') >= budget) break;
      if (canRise(at)) frequencies[at] = (frequencies[at] ?? 0) + 1;
    }
  }
  return frequencies;
}

const needOf = (visits: readonly PatternVisit[], at: number): number => visits[at]?.need ?? 0;

function weeklySum(
  visits: readonly PatternVisit[],
  frequencies: readonly number[],
  minutes: 'shortestMinutes' | 'longestMinutes',
): number {
  return visits.reduce(
    (sum, visit, at) => sum + rateOf({ visit, frequency: frequencies[at] ?? 0 }) * visit[minutes] * visit.ramtidFactor,
    0,
  );
}

function neighboursOf(visits: readonly PatternVisit[], frequencies: readonly number[]): readonly (readonly number[])[] {
  return visits.flatMap((visit, at) =>
    [-1, 1]
      .map((change) => (frequencies[at] ?? 0) + change)
      .filter((rung) => rung >= 0 && rung < visit.frequencies.length)
      .map((rung) => frequencies.map((old, index) => (index === at ? rung : old))),
  );
}

/** Adding up comes first; among patterns that add up, the one nearest to the usual frequencies and minutes. */
function isBetter(
  next: readonly FittedVisit[],
  best: readonly FittedVisit[],
  budget: number,
  settings: UnitSettings,
): boolean {
  const [nextMiss, bestMiss] = [missOf(next, budget, settings), missOf(best, budget, settings)];
  const bothAddUp = nextMiss <= RAMTID_TOLERANCE && bestMiss <= RAMTID_TOLERANCE;
  return bothAddUp ? strangenessOf(next) < strangenessOf(best) - 1e-9 : nextMiss < bestMiss - 1e-9;
}

const missOf = (pattern: readonly FittedVisit[], budget: number, settings: UnitSettings): number =>
  Math.abs(weeklySumOf(pattern, settings) - budget) / budget;

/** To come on other days than usual changes a brukare's week more than some minutes do, daily care most of all. */
const FREQUENCY_WEIGHT = { fixedDays: 4, floating: 2 } as const;

/** Sum of the factors, as logarithms, by which frequency and minutes differ from the usual ones. */
function strangenessOf(pattern: readonly FittedVisit[]): number {
  return pattern.reduce((sum, fitted) => {
    const { visit, minutes, longerDays } = fitted;
    const often = Math.abs(Math.log(rateOf(fitted) / rateOf({ visit, frequency: visit.standardFrequency })));
    const long = Math.abs(Math.log(minutes / visit.standardMinutes));
    const weight = visit.hasFixedDays ? FREQUENCY_WEIGHT.fixedDays : FREQUENCY_WEIGHT.floating;
    return sum + weight * often + long + (longerDays > 0 ? 0.1 : 0);
  }, 0);
}
