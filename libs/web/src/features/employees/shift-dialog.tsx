import { datesOfWeek } from '@hemtjanst/domain';
import type { ShiftAnswer } from '@hemtjanst/contracts';
import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Scope } from '../../app/scope.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordForm } from '../../components/record-form.js';
import { recordOptions } from '../../lib/field-options.js';
import type { FormValues } from '../../lib/form-values.js';
import { todayInSweden } from '../../lib/format.js';
import { recordTexts } from '../../text/pages/records.js';
import { registerTexts } from '../../text/pages/register.js';
import { termTexts } from '../../text/pages/terms.js';
import { useTextsOf } from '../../text/texts.js';
import { useWorkGroups } from '../accounts/api.js';
import { usePremises } from '../units/api.js';
import { useEmployeeList, useRemoveShift, useSaveShift, useShifts } from './api.js';
import { shiftFields, shiftValues } from './shift-fields.js';
import { Dialog } from '../../components/dialog.js';

interface ShiftDialogProps {
  readonly scope: Scope;
  /** Null: a new one. */
  readonly shift: ShiftAnswer | null;
  readonly onRemoved: (shift: ShiftAnswer) => void;
  readonly onClose: () => void;
}

/** One shift: changed, made or removed. */
export function ShiftDialog({ scope, shift, onRemoved, onClose }: ShiftDialogProps) {
  const words = useTextsOf(registerTexts).shifts;
  const records = useTextsOf(recordTexts);
  const remove = useRemoveShift(scope.unitId);
  return (
    <Dialog size="lg" onClose={onClose} title={shift === null ? words.new : words.edit}>
      <Stack gap="lg">
        <ShiftForm scope={scope} shift={shift} onClose={onClose} />
        {remove.isError && <ErrorState error={remove.error} />}
        {shift !== null && (
          <Button
            variant="default"
            loading={remove.isPending}
            onClick={() =>
              remove.mutate(shift, {
                onSuccess: () => {
                  onRemoved(shift);
                  onClose();
                },
              })
            }
          >
            {records.remove}
          </Button>
        )}
      </Stack>
    </Dialog>
  );
}

function ShiftForm({ scope, shift, onClose }: Omit<ShiftDialogProps, 'onRemoved'>) {
  const words = useTextsOf(registerTexts).shifts;
  const terms = useTextsOf(termTexts);
  const groups = useWorkGroups(scope.unitId);
  const premises = usePremises(scope.unitId);
  const employees = useEmployeeList(scope.unitId);
  const { mutateAsync } = useSaveShift(scope.unitId, shift?.id ?? null);
  const dates = datesOfWeek(scope.week);
  const shifts = useShifts(scope.unitId, { from: dates[0], to: dates[6] });
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  // Somebody else may save the same shift while the dialog is open.
  const now = shifts.data?.find(({ id }) => id === shift?.id) ?? shift;
  if (groups.data === undefined || premises.data === undefined || employees.data === undefined) {
    return <LoadingState rows={4} />;
  }
  const fields = shiftFields(words, terms, {
    groups: recordOptions(groups.data),
    premises: recordOptions(premises.data),
  });
  const save = async (values: FormValues): Promise<void> => {
    await mutateAsync(now === null ? { values, idempotencyKey } : { values, seenVersion: now.version });
    onClose();
  };
  if (now !== null) {
    return (
      <RecordForm
        fields={fields}
        values={shiftValues(now)}
        onSave={save}
        onReload={shifts.refetch}
        onCancel={onClose}
      />
    );
  }
  return (
    <RecordForm
      isNew
      fields={[
        { kind: 'text', name: 'code', label: words.fields.code, isRequired: true },
        {
          kind: 'choice',
          name: 'employeeId',
          label: words.fields.employeeId,
          options: recordOptions(employees.data),
          isRequired: true,
        },
        ...fields,
      ]}
      values={{
        onDate: dates.includes(todayInSweden()) ? todayInSweden() : dates[0],
        startsAt: '07:00',
        endsAt: '16:00',
        breakMinutes: 45,
        workGroupId: scope.workGroupId,
        premisesId: premises.data[0]?.id ?? null,
        mode: 'elcykel',
      }}
      onSave={save}
      onCancel={onClose}
    />
  );
}
