import { datesOfWeek } from '@hemtjanst/domain';
import type { EmployeeAnswer } from '@hemtjanst/contracts';
import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { scopeOf, useScope, type Scope } from '../../app/scope.js';
import { useCurrentAccount } from '../../app/session.js';
import { Facts, PageHead } from '../../components/page-head.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordForm } from '../../components/record-form.js';
import styles from '../../components/records.module.css';
import { Sign } from '../../components/sign.js';
import { hasAny } from '../../lib/access.js';
import { recordOptions } from '../../lib/field-options.js';
import { calendarTexts } from '../../text/pages/calendar.js';
import { recordTexts } from '../../text/pages/records.js';
import { registerTexts } from '../../text/pages/register.js';
import { termTexts } from '../../text/pages/terms.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { CalendarFeed } from '../visit-lists/calendar-feed.js';
import { useWorkGroups } from '../accounts/api.js';
import { useEmployee, useSaveEmployee, useShifts } from './api.js';
import { employeeChange, employeeFields, employeeValues, NEW_EMPLOYEE } from './employee-fields.js';

/** One employee: employment, what he or she may do, and the shifts of the week. */
export function EmployeePage() {
  const words = useTextsOf(registerTexts);
  const calendar = useTextsOf(calendarTexts);
  const [scope] = useScope();
  const { employeeId = '' } = useParams();
  const employee = useEmployee(scope?.unitId ?? '', employeeId);
  if (scope === null || employee.isPending) return <LoadingState />;
  if (employee.isError) return <ErrorState error={employee.error} onRetry={() => void employee.refetch()} />;
  return (
    <Stack gap="xl">
      <PageHead title={employee.data.name} back={{ to: '/register/medarbetare', label: words.employees.title }} />
      <EmployeeFacts unitId={scope.unitId} employee={employee.data} onReload={employee.refetch} />
      <ShiftsOfWeek scope={scope} employeeId={employeeId} />
      <section>
        <Title order={2}>{calendar.title}</Title>
        <CalendarFeed of={{ kind: 'employee', unitId: scope.unitId, employeeId }} />
      </section>
    </Stack>
  );
}

interface EmployeeFactsProps {
  readonly unitId: string;
  readonly employee: EmployeeAnswer;
  readonly onReload: () => Promise<unknown>;
}

function EmployeeFacts({ unitId, employee, onReload }: EmployeeFactsProps) {
  const { formats } = useWording();
  const words = useTextsOf(registerTexts);
  const records = useTextsOf(recordTexts);
  const terms = useTextsOf(termTexts);
  const { roles } = useCurrentAccount();
  const groups = useWorkGroups(unitId);
  const { fields } = words.employees;
  const [isChanging, setIsChanging] = useState(false);
  const [isSaved, setIsSaved] = useState(false);
  const { mutateAsync } = useSaveEmployee(unitId, employee.id);
  const yesNo = (holds: boolean): string => (holds ? records.yes : records.no);
  return (
    <section>
      <div className={styles.head}>
        <Title order={2}>{words.employees.facts}</Title>
        {!isChanging && hasAny(roles, ['planerare', 'enhetschef']) && (
          <Button variant="default" disabled={groups.data === undefined} onClick={() => setIsChanging(true)}>
            {records.change}
          </Button>
        )}
      </div>
      {isSaved && (
        <Alert variant="outline" role="status">
          <Sign kind="holds" /> {records.saved}
        </Alert>
      )}
      {isChanging ? (
        <RecordForm
          fields={employeeFields(words.employees, terms, recordOptions(groups.data ?? []))}
          values={employeeValues(employee)}
          onReload={onReload}
          onCancel={() => setIsChanging(false)}
          onSave={async (change) => {
            await mutateAsync({ values: employeeChange(change), seenVersion: employee.version });
            setIsChanging(false);
            setIsSaved(true);
          }}
        />
      ) : (
        <Facts
          facts={[
            [fields.code, employee.code],
            [fields.workGroupId, groups.data?.find(({ id }) => id === employee.workGroupId)?.name],
            [fields.title, terms.title[employee.title]],
            [fields.employment, terms.employment[employee.employment]],
            [fields.employmentRate, employee.employmentRate === null ? null : formats.percent(employee.employmentRate)],
            [fields.mode, terms.mode[employee.mode]],
            [fields.competences, employee.competences.length === 0 ? null : employee.competences.join(', ')],
            [fields.languages, employee.languages.length === 0 ? null : employee.languages.join(', ')],
            [fields.toleratesDogs, yesNo(employee.toleratesDogs)],
            [fields.toleratesCats, yesNo(employee.toleratesCats)],
            [fields.toleratesSmoke, yesNo(employee.toleratesSmoke)],
          ]}
        />
      )}
    </section>
  );
}

function ShiftsOfWeek({ scope, employeeId }: { readonly scope: Scope; readonly employeeId: string }) {
  const { texts, formats } = useWording();
  const words = useTextsOf(registerTexts);
  const dates = datesOfWeek(scope.week);
  const shifts = useShifts(scope.unitId, { from: dates[0], to: dates[6] });
  const own = (shifts.data ?? [])
    .filter((shift) => shift.employeeId === employeeId)
    .toSorted((a, b) => a.onDate.localeCompare(b.onDate));
  return (
    <section>
      <Title order={2}>
        {words.employees.shifts}, {texts.common.weekLabel(scope.week)}
      </Title>
      {shifts.isPending && <LoadingState rows={2} />}
      {shifts.isError && <ErrorState error={shifts.error} onRetry={() => void shifts.refetch()} />}
      {shifts.isSuccess && own.length === 0 && <Text>{words.employees.noShifts}</Text>}
      <ul>
        {own.map((shift) => (
          <li key={shift.id}>
            {formats.longDay(shift.onDate)} {shift.startsAt}–{shift.endsAt},{' '}
            {words.shifts.fields.breakMinutes.toLowerCase()} {texts.units.minutes(shift.breakMinutes)}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function NewEmployeePage() {
  const words = useTextsOf(registerTexts);
  const terms = useTextsOf(termTexts);
  const [scope] = useScope();
  const unitId = scope?.unitId ?? '';
  const navigate = useNavigate();
  const { search } = useLocation();
  const groups = useWorkGroups(unitId);
  const { mutateAsync } = useSaveEmployee(unitId, null);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { fields } = words.employees;
  return (
    <Stack gap="lg">
      <PageHead title={words.employees.new} back={{ to: '/register/medarbetare', label: words.employees.title }} />
      {groups.data === undefined ? (
        <LoadingState />
      ) : (
        <RecordForm
          isNew
          fields={[
            { kind: 'text', name: 'code', label: fields.code, isRequired: true },
            ...employeeFields(words.employees, terms, recordOptions(groups.data)),
          ]}
          values={{ ...NEW_EMPLOYEE, workGroupId: scope?.workGroupId ?? null }}
          onCancel={() => void navigate(`/register/medarbetare${scopeOf(search)}`)}
          onSave={async (values) => {
            const employee = await mutateAsync({ values: employeeChange(values), idempotencyKey });
            await navigate(`/register/medarbetare/${employee.id}${scopeOf(search)}`);
          }}
        />
      )}
    </Stack>
  );
}
