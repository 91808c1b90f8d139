import type { TravelProposalAnswer, TravelProposalRefreshAnswer } from '@hemtjanst/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.js';
import { loadPages } from '../../lib/load-pages.js';

export type ProposalStatus = TravelProposalAnswer['status'];

const proposalsPath = (unitId: string): string => `/units/${unitId}/travel-proposals`;

export function useTravelProposals(unitId: string, status: ProposalStatus) {
  return useQuery({
    queryKey: ['travel-proposals', unitId, status],
    queryFn: ({ signal }) => loadPages<TravelProposalAnswer>(proposalsPath(unitId), { status }, signal),
  });
}

export function useRefreshProposals(unitId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (idempotencyKey: string) =>
      callApi<TravelProposalRefreshAnswer>(`${proposalsPath(unitId)}/refresh`, {
        method: 'POST',
        body: {},
        idempotencyKey,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['travel-proposals', unitId] }),
  });
}

export interface ProposalDecision {
  readonly proposal: TravelProposalAnswer;
  readonly isAccepted: boolean;
  readonly idempotencyKey: string;
}

export function useDecideProposal(unitId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ proposal, isAccepted, idempotencyKey }: ProposalDecision) =>
      callApi<TravelProposalAnswer>(`${proposalsPath(unitId)}/${proposal.id}/${isAccepted ? 'accept' : 'decline'}`, {
        method: 'POST',
        seenVersion: proposal.version,
        idempotencyKey,
      }),
    onSettled: () =>
      Promise.all(
        ['travel-proposals', 'brukare', 'one-brukare'].map((name) =>
          queries.invalidateQueries({ queryKey: [name, unitId] }),
        ),
      ),
  });
}
