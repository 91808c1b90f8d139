import { addWeeks, weekOf, type IsoWeek } from '@hemtjanst/domain';
import { ActionIcon, Button, Group, NativeSelect, Text } from '@mantine/core';
import { useWorkGroups } from '../features/accounts/api.js';
import { todayInSweden } from '../lib/format.js';
import { useWording } from '../text/texts.js';
import { useScope, type Scope } from './scope.js';
import { useCurrentAccount } from './session.js';

/** Unit, group and week of the office pages. */
export function ScopeBar({ hasWeek }: { readonly hasWeek: boolean }) {
  const { texts } = useWording();
  const { units } = useCurrentAccount();
  const [scope, setScope] = useScope();
  const groups = useWorkGroups(scope?.unitId);
  if (scope === null) return null;
  return (
    <Group gap="sm" wrap="wrap">
      {units.length > 1 ? (
        <NativeSelect
          aria-label={texts.scope.unit}
          value={scope.unitId}
          onChange={({ currentTarget }) => setScope({ unitId: currentTarget.value })}
          data={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <Text fw={600}>{units[0]?.name}</Text>
      )}
      <NativeSelect
        aria-label={texts.scope.group}
        value={scope.workGroupId ?? 'alla'}
        onChange={({ currentTarget: { value } }) => setScope({ workGroupId: value === 'alla' ? null : value })}
        data={[
          { value: 'alla', label: texts.scope.wholeUnit },
          ...(groups.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {hasWeek && <WeekStepper scope={scope} onWeek={(week) => setScope({ week })} />}
    </Group>
  );
}

interface WeekStepperProps {
  readonly scope: Scope;
  readonly onWeek: (week: IsoWeek) => void;
}

/** The week, one step at a time, and the way back to this one. */
export function WeekStepper({ scope, onWeek }: WeekStepperProps) {
  const { texts, formats } = useWording();
  const step = (weeks: number): void => onWeek(addWeeks(scope.week, weeks));
  return (
    <Group gap="xs">
      <Group gap="xs" wrap="nowrap">
        <ActionIcon variant="default" size="lg" aria-label={texts.scope.previousWeek} onClick={() => step(-1)}>
          ‹
        </ActionIcon>
        <Text miw={150} ta="center" aria-live="polite">
          <strong>{texts.common.weekLabel(scope.week)}</strong>, {formats.weekDays(scope.week)}
        </Text>
        <ActionIcon variant="default" size="lg" aria-label={texts.scope.nextWeek} onClick={() => step(1)}>
          ›
        </ActionIcon>
      </Group>
      {scope.week !== weekOf(todayInSweden()) && (
        <Button variant="subtle" size="compact-md" onClick={() => onWeek(weekOf(todayInSweden()))}>
          {texts.scope.thisWeek}
        </Button>
      )}
    </Group>
  );
}
