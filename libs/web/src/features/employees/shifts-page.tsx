import { datesOfWeek } from '@hemtjanst/domain';
import type { ShiftAnswer } from '@hemtjanst/contracts';
import { Alert, Button, Group, Stack, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useScope, type Scope } from '../../app/scope.js';
import { WeekStepper } from '../../app/scope-bar.js';
import { PageHead } from '../../components/page-head.js';
import { EmptyState, ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordTable } from '../../components/record-table.js';
import styles from '../../components/records.module.css';
import { Sign } from '../../components/sign.js';
import { recordTexts } from '../../text/pages/records.js';
import { registerTexts } from '../../text/pages/register.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { RegisterTabs } from '../brukare/register-tabs.js';
import { useEmployeeList, useSaveShift, useShifts } from './api.js';
import { rosterRows, type RosterRow } from './roster.js';
import { ShiftDialog } from './shift-dialog.js';
import { shiftValues } from './shift-fields.js';

/** The roster: a row per employee, a column per day; each shift opens. */
export function ShiftsPage() {
  const words = useTextsOf(registerTexts);
  const [scope, setScope] = useScope();
  const [edited, setEdited] = useState<ShiftAnswer | 'new' | null>(null);
  const [removed, setRemoved] = useState<ShiftAnswer | null>(null);
  if (scope === null)
    return (
      <EmptyState isPage title={words.shifts.title}>
        {words.shifts.empty}
      </EmptyState>
    );
  return (
    <Stack gap="lg">
      <PageHead title={words.shifts.title}>
        <WeekStepper scope={scope} onWeek={(week) => setScope({ week })} />
        <Button onClick={() => setEdited('new')}>{words.shifts.new}</Button>
      </PageHead>
      <RegisterTabs />
      {removed !== null && <RemovedShift scope={scope} shift={removed} onUndone={() => setRemoved(null)} />}
      <Roster scope={scope} onOpen={setEdited} />
      {edited !== null && (
        <ShiftDialog
          scope={scope}
          shift={edited === 'new' ? null : edited}
          onRemoved={setRemoved}
          onClose={() => setEdited(null)}
        />
      )}
    </Stack>
  );
}

interface RosterProps {
  readonly scope: Scope;
  readonly onOpen: (shift: ShiftAnswer) => void;
}

function Roster({ scope, onOpen }: RosterProps) {
  const { formats } = useWording();
  const words = useTextsOf(registerTexts);
  const dates = datesOfWeek(scope.week);
  const shifts = useShifts(scope.unitId, { from: dates[0], to: dates[6] });
  const employees = useEmployeeList(scope.unitId);
  const failed = shifts.isError ? shifts : employees.isError ? employees : null;
  if (failed !== null) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  if (shifts.data === undefined || employees.data === undefined) return <LoadingState rows={10} />;
  const rows = rosterRows(employees.data, shifts.data, dates, scope.workGroupId);
  if (shifts.data.length === 0) return <EmptyState title={words.shifts.title}>{words.shifts.empty}</EmptyState>;
  return (
    <RecordTable
      label={words.shifts.title}
      rows={rows}
      rowKey={({ employee }) => employee.id}
      columns={[
        {
          key: 'employee',
          title: words.shifts.employee,
          sortBy: ({ employee }) => employee.name,
          cell: ({ employee }) => employee.name,
        },
        ...dates.map((date, at) => ({
          key: date,
          title: formats.day(date),
          cell: (row: RosterRow) => <ShiftsOfDay row={row} at={at} date={date} onOpen={onOpen} />,
        })),
        {
          key: 'sum',
          title: words.shifts.sum,
          isNumber: true,
          sortBy: ({ minutes }) => minutes,
          cell: ({ minutes }) => formats.hours(minutes / 60),
        },
      ]}
    />
  );
}

interface ShiftsOfDayProps {
  readonly row: RosterRow;
  readonly at: number;
  readonly date: string;
  readonly onOpen: (shift: ShiftAnswer) => void;
}

function ShiftsOfDay({ row: { employee, days }, at, date, onOpen }: ShiftsOfDayProps) {
  const { formats } = useWording();
  const words = useTextsOf(registerTexts);
  const shifts = days[at] ?? [];
  if (shifts.length === 0) return <>–</>;
  return (
    <Group gap="xs">
      {shifts.map((shift) => {
        const span = `${shift.startsAt}–${shift.endsAt}`;
        return (
          <Button key={shift.id} variant="default" size="compact-sm" h="auto" px={6} onClick={() => onOpen(shift)}>
            <span className={styles.shift}>
              {span}
              {shift.isLarmansvarig && <span>{words.shifts.larm}</span>}
            </span>
            <VisuallyHidden>{words.shifts.change(employee.name, formats.longDay(date))}</VisuallyHidden>
          </Button>
        );
      })}
    </Group>
  );
}

interface RemovedShiftProps {
  readonly scope: Scope;
  readonly shift: ShiftAnswer;
  readonly onUndone: () => void;
}

function RemovedShift({ scope, shift, onUndone }: RemovedShiftProps) {
  const words = useTextsOf(registerTexts);
  const records = useTextsOf(recordTexts);
  const save = useSaveShift(scope.unitId, null);
  const undo = (): void =>
    save.mutate(
      {
        values: { ...shiftValues(shift), code: shift.code, employeeId: shift.employeeId },
        idempotencyKey: crypto.randomUUID(),
      },
      { onSuccess: onUndone },
    );
  return (
    <Alert variant="outline" role="status">
      <Group gap="sm">
        <span>
          <Sign kind="holds" /> {words.shifts.removed}
        </span>
        <Button variant="default" size="compact-md" loading={save.isPending} onClick={undo}>
          {records.undo}
        </Button>
        {save.isError && <ErrorState error={save.error} />}
      </Group>
    </Alert>
  );
}
