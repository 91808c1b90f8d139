import { addDays } from '@hemtjanst/domain';
import type { AbsenceAnswer } from '@hemtjanst/contracts';
import { Alert, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useScope } from '../../app/scope.js';
import { PageHead } from '../../components/page-head.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordForm } from '../../components/record-form.js';
import { RecordTable } from '../../components/record-table.js';
import { Sign } from '../../components/sign.js';
import { recordOptions } from '../../lib/field-options.js';
import { todayInSweden } from '../../lib/format.js';
import { recordTexts } from '../../text/pages/records.js';
import { registerTexts } from '../../text/pages/register.js';
import { useTextsOf } from '../../text/texts.js';
import { useBrukareList, useBrukareNames } from '../brukare/api.js';
import { RegisterTabs } from '../brukare/register-tabs.js';
import {
  useAbsences,
  useEmployeeList,
  useEmployeeNames,
  useNewAbsence,
  useRemoveAbsence,
  type AbsentKind,
} from './api.js';
import { Dialog } from '../../components/dialog.js';

const [DAYS_BACK, DAYS_AHEAD] = [14, 42];

/** Who is away, brukare and employees apart: both change what can be planned. */
export function AbsencePage() {
  const words = useTextsOf(registerTexts);
  const [scope] = useScope();
  const [kind, setKind] = useState<AbsentKind>('employee');
  const [isAdding, setIsAdding] = useState(false);
  const unitId = scope?.unitId ?? '';
  return (
    <Stack gap="lg">
      <PageHead title={words.absence.title}>
        <Button onClick={() => setIsAdding(true)}>{words.absence.new}</Button>
      </PageHead>
      <RegisterTabs />
      <Text>{words.absence.text}</Text>
      <SegmentedControl
        aria-label={words.absence.kind}
        style={{ alignSelf: 'flex-start' }}
        value={kind}
        onChange={(value) => setKind(value === 'brukare' ? 'brukare' : 'employee')}
        data={[
          { value: 'employee', label: words.absence.forEmployee },
          { value: 'brukare', label: words.absence.forBrukare },
        ]}
      />
      <AbsenceList key={kind} unitId={unitId} kind={kind} />
      {isAdding && <NewAbsenceDialog unitId={unitId} kind={kind} onClose={() => setIsAdding(false)} />}
    </Stack>
  );
}

interface AbsenceListProps {
  readonly unitId: string;
  readonly kind: AbsentKind;
}

function AbsenceList({ unitId, kind }: AbsenceListProps) {
  const words = useTextsOf(registerTexts);
  const records = useTextsOf(recordTexts);
  const today = todayInSweden();
  const absences = useAbsences(unitId, kind, { from: addDays(today, -DAYS_BACK), to: addDays(today, DAYS_AHEAD) });
  const brukareName = useBrukareNames(unitId);
  const employeeName = useEmployeeNames(unitId);
  const nameOf = kind === 'brukare' ? brukareName : employeeName;
  const remove = useRemoveAbsence(unitId, kind);
  const add = useNewAbsence(unitId, kind);
  const [removed, setRemoved] = useState<AbsenceAnswer | null>(null);
  const undo = ({ personId, fromDate, fromTime, toDate, toTime, reason }: AbsenceAnswer): void =>
    add.mutate(
      { personId, values: { fromDate, fromTime, toDate, toTime, reason }, idempotencyKey: crypto.randomUUID() },
      { onSuccess: () => setRemoved(null) },
    );
  if (absences.isPending) return <LoadingState />;
  if (absences.isError) return <ErrorState error={absences.error} onRetry={() => void absences.refetch()} />;
  return (
    <Stack gap="md">
      {removed !== null && (
        <Alert variant="outline" role="status">
          <Group gap="sm">
            <span>
              <Sign kind="holds" /> {words.absence.removed(nameOf(removed.personId))}
            </span>
            <Button variant="default" size="compact-md" loading={add.isPending} onClick={() => undo(removed)}>
              {records.undo}
            </Button>
          </Group>
        </Alert>
      )}
      {remove.isError && <ErrorState error={remove.error} />}
      <RecordTable
        label={words.absence.title}
        rows={absences.data.toSorted((a, b) => a.fromDate.localeCompare(b.fromDate))}
        rowKey={({ id }) => id}
        empty={<Text>{words.absence.none}</Text>}
        columns={[
          {
            key: 'who',
            title: words.absence.who,
            sortBy: ({ personId }) => nameOf(personId),
            cell: ({ personId }) => nameOf(personId),
          },
          {
            key: 'from',
            title: words.absence.from,
            sortBy: ({ fromDate }) => fromDate,
            cell: ({ fromDate, fromTime }) => `${fromDate} ${fromTime}`,
          },
          {
            key: 'to',
            title: words.absence.to,
            sortBy: ({ toDate }) => toDate,
            cell: ({ toDate, toTime }) => `${toDate} ${toTime}`,
          },
          { key: 'reason', title: words.absence.reason, cell: ({ reason }) => reason ?? '–' },
          {
            key: 'remove',
            title: '',
            cell: (absence) => (
              <Button
                variant="default"
                size="compact-md"
                aria-label={words.absence.remove(nameOf(absence.personId), absence.fromDate)}
                onClick={() => remove.mutate(absence, { onSuccess: () => setRemoved(absence) })}
              >
                {records.remove}
              </Button>
            ),
          },
        ]}
      />
    </Stack>
  );
}

interface NewAbsenceDialogProps extends AbsenceListProps {
  readonly onClose: () => void;
}

function NewAbsenceDialog({ unitId, kind, onClose }: NewAbsenceDialogProps) {
  const words = useTextsOf(registerTexts).absence;
  const brukare = useBrukareList(unitId, null);
  const employees = useEmployeeList(unitId);
  const people = kind === 'brukare' ? brukare.data : employees.data;
  const { mutateAsync } = useNewAbsence(unitId, kind);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  return (
    <Dialog size="lg" onClose={onClose} title={words.new}>
      {people === undefined ? (
        <LoadingState rows={4} />
      ) : (
        <RecordForm
          isNew
          fields={[
            {
              kind: 'choice',
              name: 'personId',
              label: words.fields.personId,
              options: recordOptions(people),
              isRequired: true,
            },
            { kind: 'date', name: 'fromDate', label: words.fields.fromDate, isRequired: true },
            { kind: 'time', name: 'fromTime', label: words.fields.fromTime, isRequired: true },
            { kind: 'date', name: 'toDate', label: words.fields.toDate, isRequired: true },
            { kind: 'time', name: 'toTime', label: words.fields.toTime, isRequired: true },
            { kind: 'text', name: 'reason', label: words.fields.reason, hint: words.fields.reasonHint },
          ]}
          values={{ fromDate: todayInSweden(), fromTime: '00:00', toDate: todayInSweden(), toTime: '23:59' }}
          onCancel={onClose}
          onSave={async ({ personId, ...values }) => {
            await mutateAsync({ personId: String(personId), values, idempotencyKey });
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}
