import type { EfficiencyReportAnswer, EfficiencyReportQuery, WeeklyPlanAnswer } from '@hemtjanst/contracts';
import { weekOf, addDays, type LocalDate } from '@hemtjanst/domain';
import { useQueries, useQuery } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.js';
import { loadPages } from '../../lib/load-pages.js';

export type ReportPeriod = EfficiencyReportQuery['period'];

interface ReportQuestion {
  readonly unitId: string;
  readonly period: ReportPeriod;
  readonly date: string;
}

const reportQuery = ({ unitId, period, date }: ReportQuestion, workGroupId: string | null) => ({
  queryKey: ['efficiency-report', unitId, period, date, workGroupId],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    callApi<EfficiencyReportAnswer>(`/units/${unitId}/efficiency-report`, {
      query: { period, date, workGroupId },
      signal,
    }),
});

/** The sums of the unit (null) or of one work group. */
export function useEfficiencyReport(question: ReportQuestion, workGroupId: string | null) {
  return useQuery(reportQuery(question, workGroupId));
}

/** The same sums for each work group, in the order given. */
export function useGroupReports(question: ReportQuestion, workGroupIds: readonly string[]) {
  return useQueries({ queries: workGroupIds.map((id) => reportQuery(question, id)) });
}

/** Published plans of the weeks that the period touches: where continuity is measured. */
export function usePublishedPlans(unitId: string, from: LocalDate | undefined, to: LocalDate | undefined) {
  const weeks = from === undefined || to === undefined ? [] : weeksBetween(from, to);
  const answers = useQueries({
    queries: weeks.map((week) => ({
      queryKey: ['published-plans', unitId, week],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        loadPages<WeeklyPlanAnswer>(`/units/${unitId}/weekly-plans`, { week, status: 'publicerad' }, signal),
    })),
  });
  return answers.flatMap(({ data }) => data ?? []);
}

function weeksBetween(from: LocalDate, to: LocalDate): readonly string[] {
  const weeks: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const week = weekOf(date);
    if (weeks.at(-1) !== week) weeks.push(week);
  }
  return weeks;
}
