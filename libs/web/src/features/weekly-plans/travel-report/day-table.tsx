import type { RouteReportAnswer } from '@hemtjanst/contracts';
import { Anchor } from '@mantine/core';
import { useMemo } from 'react';
import { Link, useLocation } from 'react-router';
import { scopeOf, type Scope } from '../../../app/scope.js';
import { RecordTable, type Column } from '../../../components/record-table.js';
import { travelReportTexts } from '../../../text/pages/travel-report.js';
import { useTextsOf, useWording } from '../../../text/texts.js';
import { useEmployees } from '../api.js';
import { RouteFindings } from './route-findings.js';
import styles from './travel-report.module.css';

interface DayTableProps {
  readonly scope: Scope;
  readonly date: string;
  readonly routes: readonly RouteReportAnswer[];
}

/** The shifts of one day by employee, each with its slack and with what was found on it. */
export function DayTable({ scope, date, routes }: DayTableProps) {
  const { texts, formats } = useWording();
  const words = useTextsOf(travelReportTexts);
  const { search } = useLocation();
  const employees = useEmployees(scope.unitId);
  const { unknownEmployee } = texts.week.board;
  const rows = useMemo(() => {
    const named = routes.map((route) => ({ route, name: employees.get(route.employeeId)?.name ?? unknownEmployee }));
    return named.toSorted((a, b) => a.name.localeCompare(b.name, 'sv'));
  }, [routes, employees, unknownEmployee]);
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { key: 'employee', title: words.employee, cell: ({ name }) => name },
    {
      key: 'shift',
      title: words.shift,
      cell: ({ route }) => (
        <span className={styles.span}>{`${formats.clock(route.startsAt)}–${formats.clock(route.endsAt)}`}</span>
      ),
    },
    { key: 'mode', title: words.mode, cell: ({ route }) => texts.myDay.modes[route.mode] },
    { key: 'legs', title: words.legs, isNumber: true, cell: ({ route }) => formats.whole(route.legs) },
    {
      key: 'slack',
      title: words.slack,
      isNumber: true,
      cell: ({ route }) => texts.units.minutes(Math.floor(route.slackSeconds / 60)),
    },
    { key: 'findings', title: words.findings, cell: ({ route }) => <RouteFindings scope={scope} route={route} /> },
  ];
  return (
    <>
      <RecordTable
        label={formats.longDay(date)}
        rows={rows}
        rowKey={({ route }) => route.shiftId}
        columns={columns}
        step={rows.length}
      />
      <Anchor
        component={Link}
        to={`/vecka${withDay(scopeOf(search), date)}`}
        underline="always"
        className="rr-no-print"
      >
        {words.openDay(formats.day(date))}
      </Anchor>
    </>
  );
}

function withDay(search: string, date: string): string {
  const parameters = new URLSearchParams(search);
  parameters.set('dag', date);
  return `?${parameters}`;
}
