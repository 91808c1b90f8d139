import type { ContinuityReportAnswer } from '@hemtjanst/contracts';
import {
  exclusionOf,
  type ContinuityFigures,
  type ContinuityMeasure,
  type ContinuityReport,
  type CountedBrukare,
  type Period,
} from '@hemtjanst/domain';
import type { BrukareContinuityRow } from './continuity.repository.js';

export const countedBrukareOf = (row: BrukareContinuityRow, period: Period): CountedBrukare => ({
  brukareId: row.brukare_id,
  gender: row.gender,
  officialEmployees: row.official_employees,
  exclusion: exclusionOf(row.birth_year, row.is_away, row.fewest_visits, period),
  allEmployees: row.all_employees,
  visits: row.visits,
  kontaktmanVisits: row.kontaktman_visits,
});

export const reportAnswer = (report: ContinuityReport): ContinuityReportAnswer => ({
  official: measureAnswer(report.official),
  wider: measureAnswer(report.wider),
  excluded: { ...report.excluded },
  kontaktmanShare: report.kontaktmanShare === null ? null : digits(report.kontaktmanShare),
});

const measureAnswer = ({ figures, histogram, byGender }: ContinuityMeasure): ContinuityReportAnswer['official'] => ({
  figures: figuresAnswer(figures),
  histogram: histogram.map((bar) => ({ ...bar })),
  byGender: byGender === null ? null : { K: figuresAnswer(byGender.K), M: figuresAnswer(byGender.M) },
});

const figuresAnswer = (figures: ContinuityFigures): ContinuityReportAnswer['official']['figures'] => ({
  brukareCount: figures.brukareCount,
  mean: digits(figures.mean),
  median: figures.median,
  max: figures.max,
  shareAbove10: digits(figures.shareAbove10),
  shareAbove20: digits(figures.shareAbove20),
});

const digits = (value: number): number => Math.round(value * 10_000) / 10_000;
