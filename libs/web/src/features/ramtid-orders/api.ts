import type { RamtidOrderAnswer } from '@hemtjanst/contracts';
import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.js';
import type { FormValues } from '../../lib/form-values.js';
import { loadPages } from '../../lib/load-pages.js';

const oneKey = (unitId: string, orderId: string) => ['ramtid-order', unitId, orderId] as const;
const ordersPath = (unitId: string): string => `/units/${unitId}/ramtid-orders`;

export function useOrders(unitId: string, workGroupId: string | null) {
  return useQuery({
    queryKey: ['ramtid-orders', unitId, workGroupId],
    queryFn: ({ signal }) => loadPages<RamtidOrderAnswer>(ordersPath(unitId), { workGroupId }, signal),
  });
}

/** The orders of one brukare, also those that have ended. */
export function useOrdersOfBrukare(unitId: string, brukareId: string) {
  return useQuery({
    queryKey: ['ramtid-orders', unitId, 'brukare', brukareId],
    queryFn: ({ signal }) => loadPages<RamtidOrderAnswer>(ordersPath(unitId), { brukareId }, signal),
  });
}

export function useOrder(unitId: string, orderId: string) {
  return useQuery({
    queryKey: oneKey(unitId, orderId),
    queryFn: ({ signal }) => callApi<RamtidOrderAnswer>(`${ordersPath(unitId)}/${orderId}`, { signal }),
  });
}

export function useChangeOrder(unitId: string, orderId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ change, seenVersion }: { readonly change: FormValues; readonly seenVersion: number }) =>
      callApi<RamtidOrderAnswer>(`${ordersPath(unitId)}/${orderId}`, { method: 'PATCH', body: change, seenVersion }),
    onSuccess: (order) => {
      queries.setQueryData(oneKey(unitId, orderId), order);
      return ordersHaveChanged(queries, unitId);
    },
  });
}

export function useNewOrder(unitId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ values, idempotencyKey }: { readonly values: FormValues; readonly idempotencyKey: string }) =>
      callApi<RamtidOrderAnswer>(ordersPath(unitId), { method: 'POST', body: values, idempotencyKey }),
    onSuccess: () => ordersHaveChanged(queries, unitId),
  });
}

/** Every figure that is counted from orders is asked for anew. */
async function ordersHaveChanged(queries: QueryClient, unitId: string): Promise<void> {
  await Promise.all(
    ['ramtid-orders', 'ramtid-ledger', 'brukare-ledger', 'genomforandeplan'].map((name) =>
      queries.invalidateQueries({ queryKey: [name, unitId] }),
    ),
  );
}
