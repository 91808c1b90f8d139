import type { PlanComparisonAnswer, WeeklyPlanAnswer } from '@hemtjanst/contracts';
import { localOf, type Instant } from '@hemtjanst/domain';
import { Stack, Table, Text, Title } from '@mantine/core';
import type { Scope } from '../../app/scope.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import type { Formats } from '../../lib/format.js';
import { useWording } from '../../text/texts.js';
import { useBrukare, useComparison, useEmployees } from './api.js';

interface PlanComparisonProps {
  readonly scope: Scope;
  readonly from: WeeklyPlanAnswer;
  readonly to: WeeklyPlanAnswer;
}

type Visit = PlanComparisonAnswer['visits'][number];

/** What becomes different for whom: the sums, then person by person, then visit by visit. */
export function PlanComparison({ scope, from, to }: PlanComparisonProps) {
  const { texts } = useWording();
  const comparison = useComparison(scope.unitId, from.id, to.id);
  if (comparison.isPending) return <LoadingState />;
  if (comparison.isError) return <ErrorState error={comparison.error} onRetry={() => void comparison.refetch()} />;
  const { visits, employees, unchangedVisits, metrics } = comparison.data;
  return (
    <Stack gap="lg">
      <MetricsTable metrics={metrics} from={from} to={to} />
      <Text>{visits.length === 0 ? texts.week.compare.same : texts.week.compare.unchanged(unchangedVisits)}</Text>
      {visits.length > 0 && (
        <>
          <EmployeeTable scope={scope} employees={employees} />
          <VisitTable scope={scope} visits={visits} />
        </>
      )}
    </Stack>
  );
}

interface MetricsTableProps {
  readonly metrics: PlanComparisonAnswer['metrics'];
  readonly from: WeeklyPlanAnswer;
  readonly to: WeeklyPlanAnswer;
}

function MetricsTable({ metrics, from, to }: MetricsTableProps) {
  const { texts, formats } = useWording();
  const words = texts.week.metrics;
  const hours = (minutes: number): string => `${formats.hours(minutes / 60)} h`;
  const rows: readonly (readonly [
    string,
    (of: PlanComparisonAnswer['metrics']['from']) => number,
    (value: number) => string,
  ])[] = [
    [words.unplaced, (of) => of.unassignedVisits, formats.whole],
    [words.efficiency, (of) => of.plannedEfficiency, formats.percent],
    [texts.week.compare.travelMinutes, (of) => of.travelMinutes, hours],
    [words.wait, (of) => of.waitMinutes, hours],
    [words.faces, (of) => of.distinctEmployeesPer14Days.mean, formats.decimal],
    [words.contact, (of) => of.contactPersonShare, formats.percent],
    [words.distance, (of) => of.travelMeters, formats.distance],
  ];
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{texts.week.compare.measure}</Table.Th>
          <Table.Th ta="right">{texts.week.version(from.planVersion)}</Table.Th>
          <Table.Th ta="right">{texts.week.version(to.planVersion)}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(([word, valueOf, format]) => (
          <Table.Tr key={word}>
            <Table.Th scope="row" fw={400}>
              {word}
            </Table.Th>
            <Table.Td ta="right">{format(valueOf(metrics.from))}</Table.Td>
            <Table.Td ta="right">{format(valueOf(metrics.to))}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface EmployeeTableProps {
  readonly scope: Scope;
  readonly employees: PlanComparisonAnswer['employees'];
}

function EmployeeTable({ scope, employees }: EmployeeTableProps) {
  const { texts } = useWording();
  const words = texts.week.compare;
  const names = useEmployees(scope.unitId);
  const changed = employees
    .filter(({ changedVisits }) => changedVisits > 0)
    .sort((a, b) => b.changedVisits - a.changedVisits);
  return (
    <section>
      <Title order={2}>{words.perEmployee}</Title>
      <Table striped>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.week.board.staff}</Table.Th>
            <Table.Th ta="right">{words.changedVisits}</Table.Th>
            <Table.Th ta="right">{words.visits}</Table.Th>
            <Table.Th ta="right">{words.visitMinutes}</Table.Th>
            <Table.Th ta="right">{words.travelMinutes}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changed.map(({ employeeId, changedVisits, from, to }) => (
            <Table.Tr key={employeeId}>
              <Table.Th scope="row" fw={400}>
                {names.get(employeeId)?.name ?? texts.week.board.unknownEmployee}
              </Table.Th>
              <Table.Td ta="right">{changedVisits}</Table.Td>
              <Table.Td ta="right">
                {from.visits} → {to.visits}
              </Table.Td>
              <Table.Td ta="right">
                {from.visitMinutes} → {texts.units.minutes(to.visitMinutes)}
              </Table.Td>
              <Table.Td ta="right">
                {from.travelMinutes} → {texts.units.minutes(to.travelMinutes)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function VisitTable({ scope, visits }: { readonly scope: Scope; readonly visits: readonly Visit[] }) {
  const { texts, formats } = useWording();
  const employees = useEmployees(scope.unitId);
  const brukare = useBrukare(scope);
  const nameOf = (id: string): string => employees.get(id)?.name ?? texts.week.board.unknownEmployee;
  return (
    <section>
      <Title order={2}>{texts.week.compare.perVisit}</Title>
      <Table striped>
        <Table.Tbody>
          {visits.map(({ visitDemandId, brukareId, change, from, to }) => (
            <Table.Tr key={visitDemandId}>
              <Table.Th scope="row" fw={400}>
                {brukare.get(brukareId)?.name ?? texts.week.board.unknownBrukare}
              </Table.Th>
              <Table.Td>{texts.week.compare.change[change]}</Table.Td>
              <Table.Td>{placementText(from, nameOf, formats)}</Table.Td>
              <Table.Td>→ {placementText(to, nameOf, formats)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function placementText(placement: Visit['from'], nameOf: (id: string) => string, formats: Formats): string {
  if (placement === null) return '–';
  const day = formats.day(localOf(placement.startsAt as Instant).date);
  return `${day} ${formats.clock(placement.startsAt)}, ${placement.employeeIds.map(nameOf).join(' + ')}`;
}
