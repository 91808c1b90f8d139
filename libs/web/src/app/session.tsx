import type { MeAnswer } from '@hemtjanst/contracts';
import { Center } from '@mantine/core';
import { createContext, useContext, type ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { ErrorState, LoadingState } from '../components/page-state.js';
import { useMe } from '../features/accounts/api.js';
import { ApiProblem } from '../lib/api-client.js';

const MeContext = createContext<MeAnswer | null>(null);

/** Shows the pages inside to whoever is logged in, and the login page to others. */
export function RequireLogin({ children }: { readonly children: ReactNode }) {
  const me = useMe();
  const location = useLocation();
  if (me.data !== undefined) return <MeContext value={me.data}>{children}</MeContext>;
  if (me.error instanceof ApiProblem && me.error.status === 401) {
    return <Navigate to="/logga-in" replace state={{ from: location.pathname + location.search }} />;
  }
  return (
    <Center component="main" mih="60dvh" p="lg">
      {me.isError ? <ErrorState error={me.error} onRetry={() => void me.refetch()} /> : <LoadingState rows={2} />}
    </Center>
  );
}

/** The person who is logged in. */
export function useCurrentAccount(): MeAnswer {
  const me = useContext(MeContext);
  if (me === null) throw new Error('useCurrentAccount is used inside RequireLogin');
  return me;
}
