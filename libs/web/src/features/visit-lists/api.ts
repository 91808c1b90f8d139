import type { RegisteredTimeAnswer, VisitListAnswer } from '@hemtjanst/contracts';
import { useQueries, useQuery } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.js';

/** The caller's own published day. */
export function useOwnVisitList(date: string) {
  return useQuery({
    queryKey: ['visit-list', date],
    queryFn: ({ signal }) => callApi<VisitListAnswer>('/visit-lists/mine', { query: { date }, signal }),
  });
}

/** What the caller has registered on these dates, as the server has it. */
export function useOwnRegisteredTimes(dates: readonly string[]): readonly RegisteredTimeAnswer[] {
  const answers = useQueries({
    queries: dates.map((date) => ({
      queryKey: ['registered-times', date],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        callApi<{ readonly items: readonly RegisteredTimeAnswer[] }>('/registered-times/mine', {
          query: { date },
          signal,
        }),
    })),
  });
  return answers.flatMap(({ data }) => data?.items ?? []);
}
