import type { MapAnswer, RouteLineAnswer } from '@hemtjanst/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
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
export function useRouteLines(
  unitId: string,
  plan: { readonly id: string; readonly version: number },
  date: string,
  workGroupId: string | null,
) {
  return useQuery({
    queryKey: ['route-lines', unitId, plan.id, plan.version, date, workGroupId],
    queryFn: async ({ signal }) =>
      (
        await callApi<Items<RouteLineAnswer>>(`/units/${unitId}/weekly-plans/${plan.id}/route-lines`, {
          query: { date, workGroupId },
          signal,
        })
      ).items,
    // An edit draws the routes anew; meanwhile the old ones stay.
    placeholderData: keepPreviousData,
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
