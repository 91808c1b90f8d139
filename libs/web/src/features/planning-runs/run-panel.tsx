import { Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState, type ReactNode, type Ref } from 'react';
import { Sign } from '../../components/sign.js';
import { ProblemLine } from '../../components/problem-line.js';
import { useWording } from '../../text/texts.js';

interface RunPanelProps {
  readonly title: string;
  readonly statusText: string;
  readonly percent: number;
  readonly isCutOff: boolean;
  /** Null: who looks may not end it. */
  readonly cancel: {
    readonly isEnding: boolean;
    readonly error: unknown;
    readonly onCancel: () => void;
  } | null;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLElement>;
}

/** A calculation that goes on: what it is, how far, its figures, and how to end it. */
export function RunPanel({ title, statusText, percent, isCutOff, cancel, children, ref }: RunPanelProps) {
  const { texts } = useWording();
  const hasFailed = cancel !== null && cancel.error !== null;
  return (
    <Paper withBorder p="md" component="section" aria-label={title} {...(ref === undefined ? {} : { ref })}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2}>
            {title}: {statusText}
          </Title>
          {cancel !== null && (
            <Button variant="default" disabled={cancel.isEnding} onClick={cancel.onCancel}>
              {cancel.isEnding ? texts.week.run.cancelling : texts.week.run.cancel}
            </Button>
          )}
        </Group>
        <Progress value={percent} size="lg" aria-label={title} />
        {children}
        {isCutOff && (
          <Text role="status">
            <Sign kind="warns" /> {texts.week.run.lostContact}
          </Text>
        )}
        {hasFailed && (
          <Text role="alert">
            <Sign kind="breaks" /> <ProblemLine error={cancel.error} />
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

/** How long it has gone on, as minutes and seconds, counted on every second. */
export function useElapsed(since: string): string {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
