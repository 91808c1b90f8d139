import { Alert, Button, Group, Skeleton, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWording } from '../text/texts.js';
import { usePageTitle } from './page-title.js';
import { Sign } from './sign.js';
import { ProblemLine } from './problem-line.js';

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
        <Text>
          <ProblemLine error={error} />
        </Text>
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
  /** Is there nothing else on the page? Its name is then the page's. */
  readonly isPage?: boolean;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing is here: says why, and what to do next. */
export function EmptyState({ title, isPage = false, children, action }: EmptyStateProps) {
  return (
    <Stack align="flex-start" gap="sm" py="xl" maw={520}>
      {isPage ? <PageTitle title={title} /> : <Title order={2}>{title}</Title>}
      <div>{children}</div>
      {action !== undefined && <Group>{action}</Group>}
    </Stack>
  );
}

function PageTitle({ title }: { readonly title: string }) {
  usePageTitle(title);
  return (
    <Title order={1} size="h2">
      {title}
    </Title>
  );
}
