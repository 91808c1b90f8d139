import type { Gender } from '../people/people.js';
import { type ContinuityFigures, continuityFigures } from '../weekly-plan/continuity.js';
import type { BrukareContinuity, ContinuityExclusion } from './continuity-of-brukare.js';
import { byGender, type ByGender } from './small-cells.js';

/** Continuity of a group or a unit over 14 days. The two measures are never mixed. */
export interface ContinuityReport {
  /** Comparable with other municipalities (Kolada, KKiK). */
  readonly official: ContinuityMeasure;
  /** Every brukare with at least one visit, whatever age and number of visits. */
  readonly wider: ContinuityMeasure;
  /** Brukare with visits that are outside the official measure, by reason. */
  readonly excluded: Readonly<Record<ContinuityExclusion, number>>;
  /** Share of visits, at brukare with a kontaktman, where the kontaktman comes; null: no such visit. */
  readonly kontaktmanShare: number | null;
}

export interface ContinuityMeasure {
  readonly figures: ContinuityFigures;
  readonly histogram: readonly ContinuityBar[];
  readonly byGender: ByGender<ContinuityFigures> | null;
}

/** So many brukare meet so many employees. */
export interface ContinuityBar {
  readonly employees: number;
  readonly brukare: number;
}

export interface CountedBrukare extends BrukareContinuity {
  readonly gender: Gender | null;
}

/** @param brukare those of the group or unit; who has no visit in the period counts nowhere */
export function continuityReport(brukare: readonly CountedBrukare[], smallestCell?: number): ContinuityReport {
  const visited = brukare.filter(({ visits }) => visits > 0);
  const official = visited.filter(({ exclusion }) => exclusion === null);
  const excluded = (reason: ContinuityExclusion): number =>
    visited.filter(({ exclusion }) => exclusion === reason).length;
  return {
    official: measureOf(official, ({ officialEmployees }) => officialEmployees, smallestCell),
    wider: measureOf(visited, ({ allEmployees }) => allEmployees, smallestCell),
    excluded: { 'under-65': excluded('under-65'), away: excluded('away'), 'fewer-visits': excluded('fewer-visits') },
    kontaktmanShare: kontaktmanShareOf(visited),
  };
}

const measureOf = (
  brukare: readonly CountedBrukare[],
  employeesOf: (one: CountedBrukare) => number,
  smallestCell?: number,
): ContinuityMeasure => ({
  figures: continuityFigures(brukare.map(employeesOf)),
  histogram: continuityHistogram(brukare.map(employeesOf)),
  byGender: byGender(brukare, (some) => continuityFigures(some.map(employeesOf)), smallestCell),
});

function kontaktmanShareOf(brukare: readonly CountedBrukare[]): number | null {
  const withKontaktman = brukare.filter(({ kontaktmanVisits }) => kontaktmanVisits !== null);
  const visits = withKontaktman.reduce((sum, one) => sum + one.visits, 0);
  const byKontaktman = withKontaktman.reduce((sum, one) => sum + (one.kontaktmanVisits ?? 0), 0);
  return visits === 0 ? null : byKontaktman / visits;
}

/**
 * Every number from 1 to the highest, also those of nobody, so that a picture of it has no holes.
 *
 * @example continuityHistogram([2, 2, 4]) // 1: 0, 2: 2, 3: 0, 4: 1
 */
export function continuityHistogram(counts: readonly number[]): readonly ContinuityBar[] {
  const highest = counts.reduce((most, count) => Math.max(most, count), 0);
  return Array.from({ length: highest }, (_, index) => ({
    employees: index + 1,
    brukare: counts.filter((count) => count === index + 1).length,
  }));
}
