import type { WeeklyPlanAnswer } from '@hemtjanst/contracts';
import { Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { Scope } from '../../app/scope.js';
import { useWording } from '../../text/texts.js';
import { useWorkGroups } from '../accounts/api.js';
import { PlanComparison } from './plan-comparison.js';
import { Dialog } from '../../components/dialog.js';

interface VersionsDialogProps {
  readonly scope: Scope;
  readonly plans: readonly WeeklyPlanAnswer[];
  readonly shown: WeeklyPlanAnswer;
  readonly onShow: (planId: string) => void;
  readonly onClose: () => void;
}

/** Every version of the week, newest first; any of them can be shown, or compared with the one that is shown. */
export function VersionsDialog({ scope, plans, shown, onShow, onClose }: VersionsDialogProps) {
  const { texts } = useWording();
  const words = texts.week.versionList;
  const [compared, setCompared] = useState<WeeklyPlanAnswer | null>(null);
  const title = compared === null ? words.title : texts.week.compare.title(shown.planVersion, compared.planVersion);
  return (
    <Dialog size="100%" onClose={onClose} title={title}>
      {compared === null ? (
        <Table.ScrollContainer minWidth={760} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <VersionTable
            scope={scope}
            plans={plans}
            shown={shown}
            onShow={(planId) => {
              onShow(planId);
              onClose();
            }}
            onCompare={setCompared}
          />
        </Table.ScrollContainer>
      ) : (
        <>
          <Button variant="default" mb="md" onClick={() => setCompared(null)}>
            ‹ {texts.week.compare.back}
          </Button>
          <PlanComparison scope={scope} from={shown} to={compared} />
        </>
      )}
    </Dialog>
  );
}

interface VersionTableProps extends Omit<VersionsDialogProps, 'onClose'> {
  readonly onCompare: (plan: WeeklyPlanAnswer) => void;
}

function VersionTable({ scope, plans, shown, onShow, onCompare }: VersionTableProps) {
  const { texts, formats } = useWording();
  const words = texts.week.versionList;
  const groups = useWorkGroups(scope.unitId);
  const nameOf = (id: string | null): string =>
    groups.data?.find((group) => group.id === id)?.name ?? texts.scope.wholeUnit;
  return (
    <Table striped>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{texts.week.versions}</Table.Th>
          <Table.Th>{words.scope}</Table.Th>
          <Table.Th>{words.made}</Table.Th>
          <Table.Th ta="right">{texts.week.metrics.visits}</Table.Th>
          <Table.Th ta="right">{texts.week.metrics.unplaced}</Table.Th>
          <Table.Th ta="right">{texts.week.metrics.efficiency}</Table.Th>
          <Table.Th ta="right">{texts.week.metrics.faces}</Table.Th>
          <Table.Th>{words.actions}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {plans.map((plan) => (
          <Table.Tr key={plan.id}>
            <Table.Th scope="row">
              {plan.planVersion} · {texts.week.status[plan.status]}
            </Table.Th>
            <Table.Td>{nameOf(plan.workGroupId)}</Table.Td>
            <Table.Td>{formats.moment(plan.madeAt)}</Table.Td>
            <Table.Td ta="right">{formats.whole(plan.visitCount)}</Table.Td>
            <Table.Td ta="right">{formats.whole(plan.metrics.unassignedVisits)}</Table.Td>
            <Table.Td ta="right">{formats.percent(plan.metrics.plannedEfficiency)}</Table.Td>
            <Table.Td ta="right">{formats.decimal(plan.metrics.distinctEmployeesPer14Days.mean)}</Table.Td>
            <Table.Td>
              {plan.id === shown.id ? (
                <Text>● {words.shown}</Text>
              ) : (
                <Group gap="sm" wrap="nowrap">
                  <Button variant="default" size="compact-md" onClick={() => onShow(plan.id)}>
                    {words.show}
                  </Button>
                  {plan.workGroupId === shown.workGroupId && (
                    <Button variant="default" size="compact-md" onClick={() => onCompare(plan)}>
                      {words.compare}
                    </Button>
                  )}
                </Group>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
