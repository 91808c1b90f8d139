import type { PlanEdit, PlanEditAnswer, WeeklyPlanAnswer } from '@hemtjanst/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Scope } from '../../app/scope.js';
import { ApiProblem } from '../../lib/api-client.js';
import { plansHaveChanged } from './api.js';
import { createDraft, sendEdit, sendStep, useEditSteps } from './editing-api.js';
import { patchPlan } from './patch-plan.js';

/** Why an edit did not happen. `draft-exists`: a colleague edits the plan already, in the draft named. */
export type EditFault =
  | { readonly kind: 'refused'; readonly error: unknown }
  | { readonly kind: 'changed-by-other' }
  | { readonly kind: 'draft-exists'; readonly draftId: string; readonly edit: PlanEdit };

export interface EditSession {
  readonly isBusy: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly fault: EditFault | null;
  /** How many visits of absent people the last edit had to leave out. */
  readonly released: number;
  readonly apply: (edit: PlanEdit, options?: { readonly own?: boolean }) => Promise<boolean>;
  readonly undo: () => Promise<boolean>;
  readonly redo: () => Promise<boolean>;
  readonly dismiss: () => void;
}

interface Reach {
  readonly planId: string;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/**
 * Edits of the plan that is shown, one after the other. The first edit of a plan that is no draft makes a draft of it,
 * which is shown from then on.
 */
export function useEditSession(scope: Scope, plan: WeeklyPlanAnswer, show: (planId: string) => void): EditSession {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(0);
  const [fault, setFault] = useState<EditFault | null>(null);
  const [reach, setReach] = useState<Reach | null>(null);
  const [released, setReleased] = useState(0);
  const steps = useEditSteps({ unitId: scope.unitId, planId: plan.id }, plan.status === 'utkast');
  /** The newest version known; state of React comes too late for a second key press. */
  const at = useRef({ id: plan.id, version: plan.version, isDraft: plan.status === 'utkast' });
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  /** The plan a draft is being made of: the page still shows it, the edit already goes to the draft. */
  const leaving = useRef<string | null>(null);
  useEffect(() => {
    if (leaving.current === plan.id) return;
    leaving.current = null;
    if (at.current.id === plan.id && at.current.version >= plan.version) return;
    at.current = { id: plan.id, version: plan.version, isDraft: plan.status === 'utkast' };
  }, [plan]);

  const accept = useCallback(
    (answer: PlanEditAnswer): void => {
      at.current = { id: answer.planId, version: answer.version, isDraft: true };
      setReach({ planId: answer.planId, canUndo: answer.canUndo, canRedo: answer.canRedo });
      setReleased(answer.releasedVisitDemandIds.length);
      patchPlan(queries, answer);
      void queries.invalidateQueries({ queryKey: ['stranded-visits', answer.planId] });
      void queries.invalidateQueries({ queryKey: ['edit-steps', answer.planId] });
    },
    [queries],
  );

  const refresh = useCallback(
    async (planId: string): Promise<void> => {
      await Promise.all([
        plansHaveChanged(queries, scope),
        ...[
          ['planned-visits', planId],
          ['unassigned', planId],
          ['edit-steps', planId],
          ['stranded-visits', planId],
          ['day-routes'],
        ].map((queryKey) => queries.invalidateQueries({ queryKey })),
      ]);
    },
    [queries, scope],
  );

  const inTurn = useCallback((work: () => Promise<void>, onFault: (error: unknown) => EditFault): Promise<boolean> => {
    const turn = queue.current.then(async () => {
      setBusy((count) => count + 1);
      setFault(null);
      try {
        await work();
        return true;
      } catch (error) {
        setFault(onFault(error));
        return false;
      } finally {
        setBusy((count) => count - 1);
      }
    });
    queue.current = turn;
    return turn;
  }, []);

  const faultOf = useCallback(
    (error: unknown): EditFault => {
      if (!(error instanceof ApiProblem) || error.status !== 412) return { kind: 'refused', error };
      // What the colleague did is fetched and shown; the edit is not made on what nobody has seen.
      at.current = { ...at.current, version: 0 };
      void refresh(at.current.id);
      return { kind: 'changed-by-other' };
    },
    [refresh],
  );

  const apply = useCallback<EditSession['apply']>(
    (edit, { own = false } = {}) =>
      inTurn(
        async () => {
          const isNew = !at.current.isDraft;
          if (isNew) {
            const draft = await createDraft({ unitId: scope.unitId, planId: at.current.id }, own);
            leaving.current = at.current.id;
            at.current = { id: draft.id, version: draft.version, isDraft: true };
            await plansHaveChanged(queries, scope);
            show(draft.id);
          }
          accept(await sendEdit({ unitId: scope.unitId, planId: at.current.id }, at.current.version, edit));
          // What was fetched of the new draft meanwhile may be from before the edit.
          if (isNew) await refresh(at.current.id);
        },
        (error) => {
          const isSecond = error instanceof ApiProblem && error.code === 'utkast.finns';
          const draftId = isSecond ? error.members['draftId'] : null;
          return typeof draftId === 'string' ? { kind: 'draft-exists', draftId, edit } : faultOf(error);
        },
      ),
    [inTurn, scope, queries, show, accept, refresh, faultOf],
  );

  const step = useCallback(
    (way: 'undo' | 'redo'): Promise<boolean> =>
      inTurn(
        async () => accept(await sendStep({ unitId: scope.unitId, planId: at.current.id }, at.current.version, way)),
        faultOf,
      ),
    [inTurn, scope.unitId, accept, faultOf],
  );

  const isDraft = plan.status === 'utkast';
  const known =
    reach?.planId === plan.id
      ? reach
      : {
          canUndo: steps.data?.some(({ isUndone }) => !isUndone) ?? false,
          canRedo: steps.data?.some(({ isUndone }) => isUndone) ?? false,
        };
  const [canUndo, canRedo] = [isDraft && known.canUndo, isDraft && known.canRedo];
  return useMemo(
    () => ({
      isBusy: busy > 0,
      canUndo,
      canRedo,
      fault,
      released,
      apply,
      undo: () => step('undo'),
      redo: () => step('redo'),
      dismiss: () => {
        setFault(null);
        setReleased(0);
      },
    }),
    [busy, canUndo, canRedo, fault, released, apply, step],
  );
}
