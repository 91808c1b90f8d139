import type {
  GenomforandeplanAnswer,
  GenomforandeplanVersionListAnswer,
  NewGenomforandeplan,
  VisitPatternProposalAnswer,
  VisitTemplateContract,
} from '@hemtjanst/contracts';
import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.js';
import type { FormValues } from '../../lib/form-values.js';

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

export interface AgreedPlan extends Pick<
  NewGenomforandeplan,
  'wishes' | 'goals' | 'followUpOn' | 'kontaktmanId' | 'fastOmsorgskontakt'
> {
  readonly agreedOn: string;
  readonly templates: readonly VisitTemplateContract[];
  readonly seenVersion: number;
}

/** Every version of the plan, the newest first. */
export function usePlanVersions(unitId: string, orderId: string, isWanted: boolean) {
  return useQuery({
    queryKey: ['genomforandeplan', unitId, orderId, 'versions'],
    queryFn: async ({ signal }) =>
      (
        await callApi<GenomforandeplanVersionListAnswer>(`${orderPath(unitId, orderId)}/genomforandeplan/versions`, {
          signal,
        })
      ).items,
    enabled: isWanted,
  });
}

export interface FollowUpWish {
  readonly values: FormValues;
  readonly idempotencyKey: string;
}

export function useRecordFollowUp(unitId: string, orderId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ values, idempotencyKey }: FollowUpWish) =>
      callApi<GenomforandeplanAnswer>(`${orderPath(unitId, orderId)}/genomforandeplan/follow-ups`, {
        method: 'POST',
        body: values,
        idempotencyKey,
      }),
    onSuccess: (plan) => planHasChanged(queries, unitId, orderId, plan),
  });
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
  await queries.invalidateQueries({ queryKey: [...planKey(unitId, orderId), 'versions'] });
  await Promise.all(
    ['visit-pattern-proposal', 'ramtid-ledger', 'brukare-ledger', 'visit-demands', 'watch-list'].map((name) =>
      queries.invalidateQueries({ queryKey: [name, unitId] }),
    ),
  );
}
