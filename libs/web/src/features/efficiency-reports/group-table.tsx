import type { WorkGroupAnswer } from '@hemtjanst/contracts';
import { Anchor, Table, Title } from '@mantine/core';
import { useWording } from '../../text/texts.js';
import { useGroupReports, type ReportPeriod } from './api.js';
import styles from './follow-up.module.css';
import { splitShares } from './report-bars.js';

interface GroupTableProps {
  readonly question: { readonly unitId: string; readonly period: ReportPeriod; readonly date: string };
  readonly groups: readonly WorkGroupAnswer[];
  readonly onGroup: (workGroupId: string) => void;
}

/** The same figures group by group, each with its own split bar on the same scale; a name opens the group. */
export function GroupTable({ question, groups, onGroup }: GroupTableProps) {
  const { texts, formats } = useWording();
  const words = texts.followUp;
  const reports = useGroupReports(
    question,
    groups.map(({ id }) => id),
  );
  return (
    <section>
      <Title order={2}>{words.groups.title}</Title>
      <Table.ScrollContainer minWidth={760} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.groups.group}</Table.Th>
              <Table.Th ta="right">{words.sums.ordered}</Table.Th>
              <Table.Th ta="right">{words.sums.performed}</Table.Th>
              <Table.Th ta="right">{words.sums.staff}</Table.Th>
              <Table.Th ta="right">{words.ratios.performedPerStaff}</Table.Th>
              <Table.Th ta="right">{words.ratios.plannedPerStaff}</Table.Th>
              <Table.Th miw={160}>{words.split.title}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {groups.map((group, at) => {
              const report = reports[at]?.data;
              const percent = (ratio: number | null | undefined): string =>
                ratio == null ? '–' : formats.percent(ratio);
              const hours = (value: number | undefined): string => (value === undefined ? '…' : formats.hours(value));
              return (
                <Table.Tr key={group.id}>
                  <Table.Th scope="row" fw={400}>
                    <Anchor
                      component="button"
                      type="button"
                      underline="always"
                      aria-label={`${words.groups.open}: ${group.name}`}
                      onClick={() => onGroup(group.id)}
                    >
                      {group.name}
                    </Anchor>
                  </Table.Th>
                  <Table.Td ta="right">{hours(report?.orderedHours)}</Table.Td>
                  <Table.Td ta="right">{hours(report?.performedHours)}</Table.Td>
                  <Table.Td ta="right">{hours(report?.staffHours)}</Table.Td>
                  <Table.Td ta="right">{percent(report?.performedPerStaff)}</Table.Td>
                  <Table.Td ta="right">{percent(report?.plannedPerStaff)}</Table.Td>
                  <Table.Td>
                    <div className={styles.split} data-small aria-hidden>
                      {(report === undefined ? [] : splitShares(report)).map(({ part, share }) => (
                        <div key={part} data-part={part} style={{ flexGrow: share }} />
                      ))}
                    </div>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}
