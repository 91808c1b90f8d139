import type {
  AvvikelseAnswer,
  AvvikelseListAnswer,
  ProposedVisitChange,
  VisitReportAnswer,
} from '@hemtjanst/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.js';

export type AvvikelseStatus = 'open' | 'handled' | 'all';

export interface AvvikelseQuestion {
  readonly from: string;
  readonly to: string;
  readonly status: AvvikelseStatus;
  readonly workGroupId: string | null;
}

export function useAvvikelser(unitId: string, question: AvvikelseQuestion) {
  return useQuery({
    queryKey: ['avvikelser', unitId, question],
    queryFn: ({ signal }) =>
      callApi<AvvikelseListAnswer>(`/units/${unitId}/avvikelser`, { query: { ...question }, signal }),
  });
}

export function useHandleAvvikelse(unitId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({
      avvikelse: { id, date },
      reason,
    }: {
      readonly avvikelse: AvvikelseAnswer;
      readonly reason: string;
    }) =>
      callApi<AvvikelseAnswer>(`/units/${unitId}/avvikelser/${id}/handled`, { method: 'POST', body: { date, reason } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['avvikelser', unitId] }),
  });
}

export type ReportStatus = 'open' | 'accepted' | 'declined' | 'all';

export function useVisitReports(unitId: string, status: ReportStatus) {
  return useQuery({
    queryKey: ['visit-reports', unitId, status],
    queryFn: async ({ signal }) =>
      (
        await callApi<{ readonly items: readonly VisitReportAnswer[] }>(`/units/${unitId}/visit-reports`, {
          query: { status },
          signal,
        })
      ).items,
  });
}

export interface ReportDecision {
  readonly id: string;
  readonly decision: 'accepted' | 'declined';
  readonly reason: string;
  readonly change: ProposedVisitChange | null;
}

export function useDecideReport(unitId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...decision }: ReportDecision) =>
      callApi<VisitReportAnswer>(`/units/${unitId}/visit-reports/${id}/decision`, {
        method: 'POST',
        body: decision,
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['visit-reports', unitId] }),
  });
}
