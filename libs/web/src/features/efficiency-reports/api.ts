import type {
  AptReportAnswer,
  EfficiencyReportAnswer,
  EfficiencyReportQuery,
  EfficiencyTrendAnswer,
  ReportRecordPage,
  ReportRecordsQuery,
} from '@hemtjanst/contracts';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.js';

export type ReportPeriod = EfficiencyReportQuery['period'];
export type ReportFigure = ReportRecordsQuery['figure'];

/** What the figures are about: a period, and the unit (null) or one work group. */
export interface ReportQuestion {
  readonly unitId: string;
  readonly workGroupId: string | null;
  readonly period: ReportPeriod;
  readonly date: string;
}

const reportPath = (unitId: string): string => `/units/${unitId}/efficiency-report`;
const keyOf = ({ unitId, workGroupId, period, date }: ReportQuestion) => [unitId, workGroupId, period, date] as const;

export function useEfficiencyReport(question: ReportQuestion) {
  const { unitId, ...query } = question;
  return useQuery({
    queryKey: ['efficiency-report', ...keyOf(question)],
    queryFn: ({ signal }) => callApi<EfficiencyReportAnswer>(reportPath(unitId), { query: { ...query }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** The same sums of the periods before, the oldest first. */
export function useTrend(question: ReportQuestion) {
  const { unitId, ...query } = question;
  return useQuery({
    queryKey: ['efficiency-trend', ...keyOf(question)],
    queryFn: ({ signal }) =>
      callApi<EfficiencyTrendAnswer>(`${reportPath(unitId)}/trend`, { query: { ...query }, signal }),
    placeholderData: keepPreviousData,
  });
}

const RECORDS_AT_A_TIME = 50;

/** The records behind one figure, fifty more at a time. */
export function useReportRecords(question: ReportQuestion, figure: ReportFigure, side: 'plan' | 'outcome') {
  const { unitId, ...query } = question;
  return useInfiniteQuery({
    queryKey: ['report-records', ...keyOf(question), figure, side],
    queryFn: ({ pageParam, signal }) =>
      callApi<ReportRecordPage>(`${reportPath(unitId)}/records`, {
        query: { ...query, figure, side, page: pageParam, size: RECORDS_AT_A_TIME },
        signal,
      }),
    initialPageParam: 1,
    getNextPageParam: ({ page, size, total }) => (page * size < total ? page + 1 : null),
  });
}

/** The month for the staff meeting. */
export function useAptReport(unitId: string, month: string) {
  return useQuery({
    queryKey: ['apt-report', unitId, month],
    queryFn: ({ signal }) => callApi<AptReportAnswer>(`/units/${unitId}/apt-report`, { query: { month }, signal }),
  });
}
