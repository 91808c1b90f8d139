import type {
  EditStepAnswer,
  ExplanationAnswer,
  MovePriceAnswer,
  MoveQuestion,
  PlacesAnswer,
  PlanEdit,
  PlanEditAnswer,
  StrandedVisitAnswer,
  WaysOutAnswer,
  WeeklyPlanAnswer,
} from '@hemtjanst/contracts';
import { useQuery } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.js';

const planPath = (unitId: string, planId: string): string => `/units/${unitId}/weekly-plans/${planId}`;

export interface PlanPlace {
  readonly unitId: string;
  readonly planId: string;
}

export const createDraft = ({ unitId, planId }: PlanPlace, own: boolean): Promise<WeeklyPlanAnswer> =>
  callApi<WeeklyPlanAnswer>(`${planPath(unitId, planId)}/drafts`, {
    method: 'POST',
    body: { own },
    idempotencyKey: crypto.randomUUID(),
  });

export const sendEdit = ({ unitId, planId }: PlanPlace, seenVersion: number, edit: PlanEdit): Promise<PlanEditAnswer> =>
  callApi<PlanEditAnswer>(`${planPath(unitId, planId)}/edits`, { method: 'POST', seenVersion, body: edit });

export const sendStep = (
  { unitId, planId }: PlanPlace,
  seenVersion: number,
  way: 'undo' | 'redo',
): Promise<PlanEditAnswer> =>
  callApi<PlanEditAnswer>(`${planPath(unitId, planId)}/${way}`, { method: 'POST', seenVersion });

/** What one drop would cost; asked while somebody drags, so that an older question can be given up. */
export const askPrice = (
  { unitId, planId }: PlanPlace,
  question: MoveQuestion,
  signal: AbortSignal,
): Promise<MovePriceAnswer> =>
  callApi<MovePriceAnswer>(`${planPath(unitId, planId)}/price-move`, { method: 'POST', body: question, signal });

export const askPlaces = (
  { unitId, planId }: PlanPlace,
  visitDemandId: string,
  signal: AbortSignal,
): Promise<PlacesAnswer> =>
  callApi<PlacesAnswer>(`${planPath(unitId, planId)}/places`, { method: 'POST', body: { visitDemandId }, signal });

/** The steps of the draft, those that can be made again included. */
export function useEditSteps({ unitId, planId }: PlanPlace, isDraft: boolean) {
  return useQuery({
    queryKey: ['edit-steps', planId],
    queryFn: async ({ signal }) =>
      (await callApi<{ readonly items: readonly EditStepAnswer[] }>(`${planPath(unitId, planId)}/edits`, { signal }))
        .items,
    enabled: isDraft,
  });
}

/** Visits that lie with somebody who was marked absent since. */
export function useStrandedVisits({ unitId, planId }: PlanPlace) {
  return useQuery({
    queryKey: ['stranded-visits', planId],
    queryFn: async ({ signal }) =>
      (
        await callApi<{ readonly items: readonly StrandedVisitAnswer[] }>(
          `${planPath(unitId, planId)}/stranded-visits`,
          { signal },
        )
      ).items,
    // An absence is entered on another page: coming back here has to show it.
    staleTime: 0,
  });
}

/** Why the visit lies where it does; asked again when the plan has changed. */
export function useExplanation({ unitId, planId }: PlanPlace, version: number, visitDemandId: string | null) {
  return useQuery({
    queryKey: ['explanation', planId, version, visitDemandId],
    queryFn: ({ signal }) =>
      callApi<ExplanationAnswer>(`${planPath(unitId, planId)}/explain`, {
        method: 'POST',
        body: { visitDemandId },
        signal,
      }),
    enabled: visitDemandId !== null,
    gcTime: 60_000,
  });
}

export function useWaysOut({ unitId, planId }: PlanPlace, version: number, visitDemandId: string | null) {
  return useQuery({
    queryKey: ['ways-out', planId, version, visitDemandId],
    queryFn: ({ signal }) =>
      callApi<WaysOutAnswer>(`${planPath(unitId, planId)}/ways-out`, {
        method: 'POST',
        body: { visitDemandId },
        signal,
      }),
    enabled: visitDemandId !== null,
    gcTime: 60_000,
  });
}
