import type { WeeklyPlanAnswer, WorkGroupAnswer } from '@hemtjanst/contracts';
import { Anchor, Table, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Scope } from '../../app/scope.js';
import { useWording } from '../../text/texts.js';

interface ContinuityProps {
  readonly scope: Scope;
  readonly plans: readonly WeeklyPlanAnswer[];
  readonly groups: readonly WorkGroupAnswer[];
}

/** How many faces a brukare meets, plan by plan: means of different groups are never put together into one. */
export function Continuity({ scope, plans, groups }: ContinuityProps) {
  const { texts, formats } = useWording();
  const words = texts.followUp.continuity;
  const nameOf = (id: string | null): string => groups.find((group) => group.id === id)?.name ?? texts.scope.wholeUnit;
  const addressOf = (plan: WeeklyPlanAnswer): string =>
    `/vecka?${new URLSearchParams({ enhet: scope.unitId, vecka: plan.week, grupp: plan.workGroupId ?? 'alla', plan: plan.id })}`;
  return (
    <section>
      <Title order={2}>{words.title}</Title>
      <Text>{plans.length === 0 ? words.none : words.text}</Text>
      {plans.length > 0 && (
        <Table.ScrollContainer minWidth={620} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.plan}</Table.Th>
                <Table.Th ta="right">{words.mean}</Table.Th>
                <Table.Th ta="right">{words.median}</Table.Th>
                <Table.Th ta="right">{words.max}</Table.Th>
                <Table.Th ta="right">{words.above}</Table.Th>
                <Table.Th ta="right">★ {words.contact}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {plans.map((plan) => {
                const faces = plan.metrics.distinctEmployeesPer14Days;
                return (
                  <Table.Tr key={plan.id}>
                    <Table.Th scope="row" fw={400}>
                      <Anchor component={Link} to={addressOf(plan)} underline="always">
                        {texts.common.weekLabel(plan.week)}, {nameOf(plan.workGroupId)}
                      </Anchor>
                    </Table.Th>
                    <Table.Td ta="right">{formats.decimal(faces.mean)}</Table.Td>
                    <Table.Td ta="right">{formats.decimal(faces.median)}</Table.Td>
                    <Table.Td ta="right">
                      {faces.max > 10 ? '△ ' : '✓ '}
                      {faces.max}
                    </Table.Td>
                    <Table.Td ta="right">{formats.percent(faces.shareAbove10)}</Table.Td>
                    <Table.Td ta="right">{formats.percent(plan.metrics.contactPersonShare)}</Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </section>
  );
}
