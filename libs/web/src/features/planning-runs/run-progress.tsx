import type { PlanningRunAnswer } from '@hemtjanst/contracts';
import { Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Sign } from '../../components/sign.js';
import { useCurrentAccount } from '../../app/session.js';
import { mayPlan } from '../../lib/access.js';
import { problemText } from '../../lib/problem-text.js';
import { useWording } from '../../text/texts.js';
import { RunFigures } from './run-figures.js';
import { useCancelRun, useRunProgress } from './api.js';

export type RunEnd = Pick<PlanningRunAnswer, 'id' | 'status' | 'errorText'>;

interface RunProgressProps {
  readonly unitId: string;
  readonly started: PlanningRunAnswer;
  readonly onEnded: (end: RunEnd) => void;
}

/** A calculation that goes on: how far, what it has found so far, how long it has taken, and how to end it. */
export function RunProgress({ unitId, started, onEnded }: RunProgressProps) {
  const { texts } = useWording();
  const { roles } = useCurrentAccount();
  const { run, isCutOff, bestCosts } = useRunProgress(unitId, started, onEnded);
  const cancel = useCancelRun(unitId);
  const seconds = useSecondsSince(run.startedAt ?? run.createdAt);
  const percent = run.progress?.percent ?? 0;
  const isEnding = run.isCancelRequested || cancel.isPending;
  return (
    <Paper withBorder p="md" component="section" aria-label={texts.week.run.title}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2}>
            {texts.week.run.title}: {run.statusText}
          </Title>
          {mayPlan(roles) && (
            <Button variant="default" disabled={isEnding} onClick={() => cancel.mutate(run.id)}>
              {isEnding ? texts.week.run.cancelling : texts.week.run.cancel}
            </Button>
          )}
        </Group>
        <Progress value={percent} size="lg" aria-label={texts.week.run.title} />
        <RunFigures progress={run.progress} bestCosts={bestCosts} elapsed={clockOf(seconds)} />
        {isCutOff && <Text role="status">△ {texts.week.run.lostContact}</Text>}
        {cancel.isError && (
          <Text role="alert">
            <Sign kind="breaks" /> {problemText(cancel.error, texts)}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

const clockOf = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

function useSecondsSince(instant: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.floor((now - Date.parse(instant)) / 1000));
}
