import type { AuditLineListAnswer, AuditReaderAnswer } from '@hemtjanst/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.js';

/** What is looked for in the log; empty: anything. Ids and days only, no names. */
export interface LogQuestion {
  readonly accountId: string;
  readonly action: string;
  readonly recordKind: string;
  readonly brukareId: string;
  readonly from: string;
  readonly to: string;
}

export const ANYTHING: LogQuestion = { accountId: '', action: '', recordKind: '', brukareId: '', from: '', to: '' };
export const PAGE_SIZE = 50;

/** The question as the API takes it: what is not chosen is left out. */
export const questionOf = (question: LogQuestion): Readonly<Record<string, string | null>> =>
  Object.fromEntries(Object.entries(question).map(([name, value]: [string, string]) => [name, value || null]));

export function useAuditLines(unitId: string, question: LogQuestion, page: number) {
  return useQuery({
    queryKey: ['audit-lines', unitId, question, page],
    queryFn: ({ signal }) =>
      callApi<AuditLineListAnswer>(`/units/${unitId}/audit-lines`, {
        query: { ...questionOf(question), page, size: PAGE_SIZE },
        signal,
      }),
    enabled: unitId !== '' && isInOrder(question),
    placeholderData: keepPreviousData,
  });
}

export const isInOrder = ({ from, to }: LogQuestion): boolean => from === '' || to === '' || from <= to;

export function useAuditReaders(unitId: string) {
  return useQuery({
    queryKey: ['audit-readers', unitId],
    queryFn: async ({ signal }) =>
      (
        await callApi<{ readonly items: readonly AuditReaderAnswer[] }>(`/units/${unitId}/audit-lines/readers`, {
          signal,
        })
      ).items,
    enabled: unitId !== '',
    staleTime: 5 * 60_000,
  });
}
