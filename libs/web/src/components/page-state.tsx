import { Alert, Button, Group, Skeleton, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { problemText } from '../lib/problem-text.js';
import { useWording } from '../text/texts.js';
import { Sign } from './sign.js';

export function LoadingState({ rows = 6 }: { readonly rows?: number }) {
  const { texts } = useWording();
  return (
    <Stack role="status" gap="sm">
      <VisuallyHidden>{texts.common.loading}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={36} aria-hidden />
      ))}
    </Stack>
  );
}

interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { texts } = useWording();
  return (
    <Alert
      color="red"
      variant="outline"
      role="alert"
      title={
        <>
          <Sign kind="breaks" /> {texts.common.errorTitle}
        </>
      }
    >
      <Stack gap="sm" align="flex-start">
        <Text>{problemText(error, texts)}</Text>
        {onRetry !== undefined && (
          <Button variant="default" onClick={onRetry}>
            {texts.common.retry}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

interface EmptyStateProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing is here: says why, and what to do next. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <Stack align="flex-start" gap="sm" py="xl" maw={520}>
      <Title order={2}>{title}</Title>
      <div>{children}</div>
      {action !== undefined && <Group>{action}</Group>}
    </Stack>
  );
}
