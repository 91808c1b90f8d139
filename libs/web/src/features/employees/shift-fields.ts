import type { ShiftAnswer } from '@hemtjanst/contracts';
import { optionsOf } from '../../lib/field-options.js';
import type { FieldOption, FormField, FormValues } from '../../lib/form-values.js';
import type { registerTexts } from '../../text/pages/register.js';
import type { termTexts } from '../../text/pages/terms.js';

interface ShiftPlaces {
  readonly groups: readonly FieldOption[];
  readonly premises: readonly FieldOption[];
}

export function shiftFields(
  { fields }: (typeof registerTexts)['sv']['shifts'],
  terms: (typeof termTexts)['sv'],
  { groups, premises }: ShiftPlaces,
): readonly FormField[] {
  return [
    { kind: 'date', name: 'onDate', label: fields.onDate, isRequired: true },
    { kind: 'time', name: 'startsAt', label: fields.startsAt, isRequired: true },
    { kind: 'time', name: 'endsAt', label: fields.endsAt, isRequired: true },
    { kind: 'number', name: 'breakMinutes', label: fields.breakMinutes, unit: 'min', isRequired: true },
    { kind: 'choice', name: 'workGroupId', label: fields.workGroupId, options: groups, isRequired: true },
    { kind: 'choice', name: 'premisesId', label: fields.premisesId, options: premises, isRequired: true },
    { kind: 'choice', name: 'mode', label: fields.mode, options: optionsOf(terms.mode), isRequired: true },
    { kind: 'check', name: 'isLarmansvarig', label: fields.isLarmansvarig },
  ];
}

export const shiftValues = (shift: ShiftAnswer): FormValues => ({
  onDate: shift.onDate,
  startsAt: shift.startsAt,
  endsAt: shift.endsAt,
  breakMinutes: shift.breakMinutes,
  workGroupId: shift.workGroupId,
  premisesId: shift.premisesId,
  mode: shift.mode,
  isLarmansvarig: shift.isLarmansvarig,
});
