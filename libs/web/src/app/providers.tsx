import { MantineProvider } from '@mantine/core';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ApiProblem } from '../lib/api-client.js';
import { TextsProvider } from '../text/texts.js';
import { theme } from './theme.js';

const MAX_RETRIES = 2;

/** Looks, texts and what the server has answered. */
export function Providers({ children }: { readonly children: ReactNode }) {
  const [queries] = useState(createQueries);
  return (
    <TextsProvider>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      </MantineProvider>
    </TextsProvider>
  );
}

/** Asks again after a lost connection or a tired server; an answer that says no is an answer. */
function createQueries(): QueryClient {
  const queries = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, { queryKey }) => {
        const hasEnded = error instanceof ApiProblem && error.status === 401 && queryKey[0] !== 'me';
        // A session that ended: asking who I am leads to the login page.
        if (hasEnded) void queries.resetQueries({ queryKey: ['me'] });
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        networkMode: 'always',
        retry: (failures, error) => failures < MAX_RETRIES && error instanceof ApiProblem && error.mayPass,
      },
      mutations: { networkMode: 'always' },
    },
  });
  return queries;
}
