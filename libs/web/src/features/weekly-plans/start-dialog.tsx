import type { WeeklyPlanAnswer } from '@hemtjanst/contracts';
import { Alert, Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Sign } from '../../components/sign.js';
import type { Scope } from '../../app/scope.js';
import { useWording } from '../../text/texts.js';
import { useStartRun } from '../planning-runs/api.js';
import { ProblemLine } from '../../components/problem-line.js';
import { Dialog } from '../../components/dialog.js';

interface StartDialogProps {
  readonly scope: Scope;
  readonly shown: WeeklyPlanAnswer | null;
  readonly onClose: () => void;
}

type Effort = 'standard' | 'halfMinute' | 'twoMinutes';
const EFFORTS: readonly Effort[] = ['standard', 'halfMinute', 'twoMinutes'];
const SECONDS: Readonly<Record<Effort, number | undefined>> = { standard: undefined, halfMinute: 30, twoMinutes: 120 };

/** "Planera veckan": how long to search, and whether to start from the plan that is shown. */
export function StartDialog({ scope, shown, onClose }: StartDialogProps) {
  const { texts } = useWording();
  const words = texts.week.start;
  const start = useStartRun(scope.unitId);
  const [effort, setEffort] = useState<Effort>('standard');
  // A plan of the whole unit cannot be gone on from for one group only.
  const canKeep = shown !== null && shown.workGroupId === scope.workGroupId;
  const [keeps, setKeeps] = useState(canKeep && shown.pinnedCount > 0);
  const [idempotencyKey] = useState(() => crypto.randomUUID());

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const seconds = SECONDS[effort];
    const basedOnPlanId = canKeep && keeps ? shown.id : null;
    const wish = {
      week: scope.week,
      workGroupId: scope.workGroupId,
      basedOnPlanId,
      ...(seconds === undefined ? {} : { seconds }),
    };
    start.mutate({ wish, idempotencyKey }, { onSuccess: onClose });
  };

  return (
    <Dialog onClose={onClose} title={words.title}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text>{words.text}</Text>
          <Radio.Group
            label={words.effort}
            value={effort}
            onChange={(value) => setEffort(EFFORTS.find((one) => one === value) ?? 'standard')}
          >
            <Stack gap="sm" mt="sm">
              {EFFORTS.map((one) => (
                <Radio key={one} value={one} label={words[one]} />
              ))}
            </Stack>
          </Radio.Group>
          {canKeep && (
            <Checkbox
              checked={keeps}
              onChange={({ currentTarget }) => setKeeps(currentTarget.checked)}
              label={shown.pinnedCount > 0 ? words.keepPinned(shown.pinnedCount) : words.keepPlan}
            />
          )}
          {start.isError && (
            <Alert color="red" variant="outline" role="alert">
              <Sign kind="breaks" /> <ProblemLine error={start.error} />
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {texts.common.cancel}
            </Button>
            <Button type="submit" loading={start.isPending}>
              {words.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
