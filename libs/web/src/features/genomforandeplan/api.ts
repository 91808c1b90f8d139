import type { GenomforandeplanAnswer, VisitPatternProposalAnswer, VisitTemplateContract } from '@hemtjanst/contracts';
import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.js';

const orderPath = (unitId: string, orderId: string): string => `/units/${unitId}/ramtid-orders/${orderId}`;
const planKey = (unitId: string, orderId: string) => ['genomforandeplan', unitId, orderId] as const;

export function useGenomforandeplan(unitId: string, orderId: string) {
  return useQuery({
    queryKey: planKey(unitId, orderId),
    queryFn: ({ signal }) =>
      callApi<GenomforandeplanAnswer>(`${orderPath(unitId, orderId)}/genomforandeplan`, { signal }),
  });
}

/** What the service proposes for an order that has no agreed plan. */
export function usePatternProposal(unitId: string, orderId: string, isWanted: boolean) {
  return useQuery({
    queryKey: ['visit-pattern-proposal', unitId, orderId],
    queryFn: ({ signal }) =>
      callApi<VisitPatternProposalAnswer>(`${orderPath(unitId, orderId)}/visit-pattern-proposal`, { signal }),
    enabled: isWanted,
  });
}

export interface AgreedPlan {
  readonly agreedOn: string;
  readonly templates: readonly VisitTemplateContract[];
  readonly seenVersion: number;
}

export function useAgreePlan(unitId: string, orderId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ seenVersion, ...plan }: AgreedPlan) =>
      callApi<GenomforandeplanAnswer>(`${orderPath(unitId, orderId)}/genomforandeplan`, {
        method: 'PUT',
        body: plan,
        seenVersion,
      }),
    onSuccess: (plan) => planHasChanged(queries, unitId, orderId, plan),
  });
}

export function useConfirmProposal(unitId: string, orderId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: { readonly agreedOn: string; readonly seenVersion: number; readonly idempotencyKey: string }) =>
      callApi<GenomforandeplanAnswer>(`${orderPath(unitId, orderId)}/visit-pattern-proposal/confirm`, {
        method: 'POST',
        body: { agreedOn: wish.agreedOn },
        seenVersion: wish.seenVersion,
        idempotencyKey: wish.idempotencyKey,
      }),
    onSuccess: (plan) => planHasChanged(queries, unitId, orderId, plan),
  });
}

/** The agreed visits are the planned part of the ramtid, and what the week has to place. */
async function planHasChanged(queries: QueryClient, unitId: string, orderId: string, plan: GenomforandeplanAnswer) {
  queries.setQueryData(planKey(unitId, orderId), plan);
  await Promise.all(
    ['visit-pattern-proposal', 'ramtid-ledger', 'brukare-ledger', 'visit-demands', 'watch-list'].map((name) =>
      queries.invalidateQueries({ queryKey: [name, unitId] }),
    ),
  );
}
