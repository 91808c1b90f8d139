import type { AccountAnswer } from '@hemtjanst/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.js';
import type { FormValues } from '../../lib/form-values.js';

const ACCOUNTS = ['accounts'] as const;

/** Accounts of the admin's own units; asked for by an admin only. */
export function useAccounts(isAdmin: boolean) {
  return useQuery({
    queryKey: ACCOUNTS,
    queryFn: async ({ signal }) =>
      (await callApi<{ readonly items: readonly AccountAnswer[] }>('/accounts', { signal })).items,
    enabled: isAdmin,
  });
}

export function useNewAccount() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ values, idempotencyKey }: { readonly values: FormValues; readonly idempotencyKey: string }) =>
      callApi<AccountAnswer>('/accounts', { method: 'POST', body: values, idempotencyKey }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ACCOUNTS }),
  });
}

export function useChangeAccount() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, isDisabled }: Pick<AccountAnswer, 'id' | 'isDisabled'>) =>
      callApi<AccountAnswer>(`/accounts/${id}`, { method: 'PATCH', body: { isDisabled } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ACCOUNTS }),
  });
}
