import type { CalendarFeedAnswer, CalendarFeedState } from '@hemtjanst/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.js';

/** Whose calendar: the one who is logged in, or an employee as the office sees it. */
export type CalendarOf =
  { readonly kind: 'own' } | { readonly kind: 'employee'; readonly unitId: string; readonly employeeId: string };

const pathOf = (of: CalendarOf): string =>
  of.kind === 'own' ? '/visit-lists/mine' : `/units/${of.unitId}/employees/${of.employeeId}`;

export const calendarFileOf = (of: CalendarOf): string => `/api${pathOf(of)}/calendar`;

const keyOf = (of: CalendarOf) => ['calendar-feed', pathOf(of)] as const;

export function useCalendarFeed(of: CalendarOf) {
  return useQuery({
    queryKey: keyOf(of),
    queryFn: ({ signal }) => callApi<CalendarFeedState>(`${pathOf(of)}/calendar-feed`, { signal }),
  });
}

/** The address is in the answer and nowhere else: neither the service nor the browser keeps it. */
export function useOpenCalendarFeed(of: CalendarOf) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => callApi<CalendarFeedAnswer>(`${pathOf(of)}/calendar-feed`, { method: 'POST' }),
    gcTime: 0,
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf(of) }),
  });
}

export function useCloseCalendarFeed(of: CalendarOf) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => callApi<null>(`${pathOf(of)}/calendar-feed`, { method: 'DELETE' }),
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf(of) }),
  });
}
