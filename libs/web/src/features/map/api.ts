import type { MapAnswer, RouteLineAnswer } from '@hemtjanst/contracts';
import { useQuery } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.js';

interface Items<Item> {
  readonly items: readonly Item[];
}

/** The map of the service; it changes only when the service is started with another. */
export function useMap() {
  return useQuery({
    queryKey: ['map'],
    queryFn: ({ signal }) => callApi<MapAnswer>('/map', { signal }),
    staleTime: Infinity,
  });
}

/** The routes of one day of a plan. */
export function useRouteLines(unitId: string, planId: string, date: string, workGroupId: string | null) {
  return useQuery({
    queryKey: ['route-lines', unitId, planId, date, workGroupId],
    queryFn: async ({ signal }) =>
      (
        await callApi<Items<RouteLineAnswer>>(`/units/${unitId}/weekly-plans/${planId}/route-lines`, {
          query: { date, workGroupId },
          signal,
        })
      ).items,
  });
}

/** The employee's own published day. */
export function useOwnRouteLines(date: string) {
  return useQuery({
    queryKey: ['own-route-lines', date],
    queryFn: async ({ signal }) =>
      (await callApi<Items<RouteLineAnswer>>('/visit-lists/mine/route-lines', { query: { date }, signal })).items,
  });
}
