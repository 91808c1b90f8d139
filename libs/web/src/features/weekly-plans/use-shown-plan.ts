import type { WeeklyPlanAnswer } from '@hemtjanst/contracts';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** The plan in the address, or the newest. */
export function useShownPlan(
  plans: readonly WeeklyPlanAnswer[] | undefined,
): readonly [WeeklyPlanAnswer | null, (planId: string | null) => void] {
  const [parameters, setParameters] = useSearchParams();
  const show = useCallback(
    (planId: string | null) =>
      setParameters((before) => {
        const after = new URLSearchParams(before);
        if (planId === null) after.delete('plan');
        else after.set('plan', planId);
        return after;
      }),
    [setParameters],
  );
  const wanted = parameters.get('plan');
  return [plans?.find(({ id }) => id === wanted) ?? plans?.[0] ?? null, show];
}
