import type { UnitSettings } from '../../unit/unit-settings.js';
import { RAMTID_TOLERANCE, rateOf, weeklyMinutesOf, weeklySumOf, type FittedVisit } from './fitted-visit.js';
import { roundToStep, type PatternVisit } from './pattern-visit.js';

/**
 * Scales all durations by one factor, in whole steps between each visit's shortest and longest; then gives or takes single
 * steps, and where that still misses lets one visit be a step longer on some of its days.
 */
export function fitDurations(
  visits: readonly PatternVisit[],
  frequencies: readonly number[],
  budget: number,
  settings: UnitSettings,
): readonly FittedVisit[] {
  const scaled = scaleToBudget(visits, frequencies, budget, settings);
  const stepped = giveOrTakeSteps(scaled, budget, settings);
  return lengthenSomeDays(stepped, budget, settings);
}

function scaleToBudget(
  visits: readonly PatternVisit[],
  frequencies: readonly number[],
  budget: number,
  settings: UnitSettings,
): readonly FittedVisit[] {
  const fitted = visits.map((visit, at) => ({
    visit,
    frequency: frequencies[at] ?? 0,
    minutes: visit.standardMinutes,
    longerDays: 0,
  }));
  const factor = budget / weeklySumOf(fitted, settings);
  return fitted.map((one) => ({ ...one, minutes: clamp(roundToStep(one.minutes * factor, settings), one.visit) }));
}

/** The single step, up or down, that comes closest to the budget; again, until none comes closer. */
function giveOrTakeSteps(
  pattern: readonly FittedVisit[],
  budget: number,
  settings: UnitSettings,
): readonly FittedVisit[] {
  let current = pattern;
  for (;;) {
    const miss = Math.abs(weeklySumOf(current, settings) - budget);
    const closer = stepsFrom(current, settings)
      .map((candidate) => ({ candidate, miss: Math.abs(weeklySumOf(candidate, settings) - budget) }))
      .filter((step) => step.miss < miss - 1e-9)
      .sort((a, b) => a.miss - b.miss)[0];
    if (closer === undefined) return current;
    current = closer.candidate;
  }
}

function stepsFrom(pattern: readonly FittedVisit[], settings: UnitSettings): readonly (readonly FittedVisit[])[] {
  return pattern.flatMap((fitted, at) =>
    [settings.visitStepMinutes, -settings.visitStepMinutes]
      .map((step) => clamp(fitted.minutes + step, fitted.visit))
      .filter((minutes) => minutes !== fitted.minutes)
      .map((minutes) => pattern.map((other, index) => (index === at ? { ...other, minutes } : other))),
  );
}

/** A visit on fixed days may be a step longer on some of them: a remainder smaller than a step on all of them fits. */
function lengthenSomeDays(
  pattern: readonly FittedVisit[],
  budget: number,
  settings: UnitSettings,
): readonly FittedVisit[] {
  if (Math.abs(weeklySumOf(pattern, settings) - budget) <= RAMTID_TOLERANCE * budget) return pattern;
  const candidates = pattern.flatMap((fitted, at) =>
    shorterBases(fitted, settings).map((base) => {
      const rest =
        budget - (weeklySumOf(pattern, settings) - weeklyMinutesOf(fitted, settings) + weeklyMinutesOf(base, settings));
      const wanted = Math.round(rest / (settings.visitStepMinutes * fitted.visit.ramtidFactor));
      const longerDays = Math.min(Math.max(wanted, 0), rateOf(base) - 1);
      return pattern.map((other, index) => (index === at ? { ...base, longerDays } : other));
    }),
  );
  const miss = (candidate: readonly FittedVisit[]): number => Math.abs(weeklySumOf(candidate, settings) - budget);
  return candidates.reduce((best, next) => (miss(next) < miss(best) - 1e-9 ? next : best), pattern);
}

/** The visit as it is and one step shorter, where it has several fixed days and room for a step. */
function shorterBases(fitted: FittedVisit, settings: UnitSettings): readonly FittedVisit[] {
  if (!fitted.visit.hasFixedDays || rateOf(fitted) < 2) return [];
  return [fitted.minutes, fitted.minutes - settings.visitStepMinutes]
    .filter(
      (minutes) =>
        minutes >= fitted.visit.shortestMinutes && minutes + settings.visitStepMinutes <= fitted.visit.longestMinutes,
    )
    .map((minutes) => ({ ...fitted, minutes }));
}

const clamp = (minutes: number, { shortestMinutes, longestMinutes }: PatternVisit): number =>
  Math.min(Math.max(minutes, shortestMinutes), longestMinutes);
