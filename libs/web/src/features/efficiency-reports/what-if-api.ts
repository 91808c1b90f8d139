import type { WhatIfAnswer, WhatIfChange } from '@hemtjanst/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.js';

const EVERY_SECONDS = 2;

export interface WhatIfWish {
  readonly week: string;
  readonly change: WhatIfChange;
  readonly idempotencyKey: string;
}

export function useAskWhatIf(unitId: string) {
  return useMutation({
    mutationFn: ({ idempotencyKey, ...question }: WhatIfWish) =>
      callApi<WhatIfAnswer>(`/units/${unitId}/what-ifs`, { method: 'POST', body: question, idempotencyKey }),
  });
}

/** The answer, asked for again until it is there. */
export function useWhatIf(unitId: string, whatIfId: string | undefined) {
  return useQuery({
    queryKey: ['what-if', unitId, whatIfId],
    queryFn: ({ signal }) => callApi<WhatIfAnswer>(`/units/${unitId}/what-ifs/${whatIfId}`, { signal }),
    enabled: whatIfId !== undefined,
    refetchInterval: ({ state: { data } }) =>
      data?.status === 'done' || data?.status === 'failed' || data?.status === 'cancelled'
        ? false
        : EVERY_SECONDS * 1000,
  });
}
