import type { EmployeeAnswer } from '@hemtjanst/contracts';
import { optionsOf } from '../../lib/field-options.js';
import type { FieldOption, FieldValue, FormField, FormValues } from '../../lib/form-values.js';
import type { registerTexts } from '../../text/pages/register.js';
import type { termTexts } from '../../text/pages/terms.js';

export function employeeFields(
  { fields }: (typeof registerTexts)['sv']['employees'],
  terms: (typeof termTexts)['sv'],
  groups: readonly FieldOption[],
): readonly FormField[] {
  return [
    { kind: 'text', name: 'name', label: fields.name, isRequired: true },
    { kind: 'choice', name: 'workGroupId', label: fields.workGroupId, options: groups, isRequired: true },
    { kind: 'choice', name: 'title', label: fields.title, options: optionsOf(terms.title), isRequired: true },
    {
      kind: 'choice',
      name: 'employment',
      label: fields.employment,
      options: optionsOf(terms.employment),
      isRequired: true,
    },
    {
      kind: 'number',
      name: 'employmentRate',
      label: fields.employmentRate,
      unit: fields.rateUnit,
      hint: fields.rateHint,
    },
    { kind: 'choice', name: 'mode', label: fields.mode, options: optionsOf(terms.mode), isRequired: true },
    { kind: 'choice', name: 'gender', label: fields.gender, options: optionsOf(terms.gender) },
    { kind: 'text', name: 'competences', label: fields.competences, hint: fields.listHint },
    { kind: 'text', name: 'languages', label: fields.languages, hint: fields.listHint },
    { kind: 'check', name: 'toleratesDogs', label: fields.toleratesDogs },
    { kind: 'check', name: 'toleratesCats', label: fields.toleratesCats },
    { kind: 'check', name: 'toleratesSmoke', label: fields.toleratesSmoke },
  ];
}

export const employeeValues = (employee: EmployeeAnswer): FormValues => ({
  name: employee.name,
  workGroupId: employee.workGroupId,
  title: employee.title,
  employment: employee.employment,
  employmentRate: employee.employmentRate,
  mode: employee.mode,
  gender: employee.gender,
  competences: employee.competences.join(', '),
  languages: employee.languages.join(', '),
  toleratesDogs: employee.toleratesDogs,
  toleratesCats: employee.toleratesCats,
  toleratesSmoke: employee.toleratesSmoke,
});

export const NEW_EMPLOYEE: FormValues = {
  title: 'underskoterska',
  employment: 'tillsvidare',
  employmentRate: 1,
  mode: 'elcykel',
  toleratesDogs: true,
  toleratesCats: true,
  toleratesSmoke: true,
};

/** What is sent: the comma-separated lines are lists. */
export const employeeChange = (values: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      name === 'competences' || name === 'languages' ? wordsOf(value) : value,
    ]),
  );

const wordsOf = (value: FieldValue): readonly string[] =>
  typeof value === 'string'
    ? value
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== '')
    : [];
