import type { VisitTemplateContract } from '@hemtjanst/contracts';
import type { FieldValue, FormField, FormValues } from '../../lib/form-values.js';
import type { planTexts } from '../../text/pages/genomforandeplan.js';
import type { termTexts } from '../../text/pages/terms.js';

type PlanWords = (typeof planTexts)['sv'];
type Terms = (typeof termTexts)['sv'];
type Insats = VisitTemplateContract['insatser'][number];

export function templateFields({ fields }: PlanWords, terms: Terms): readonly FormField[] {
  const priorities = ([1, 2, 3] as const).map((priority) => ({
    value: String(priority),
    label: fields.priorities[priority],
  }));
  return [
    { kind: 'text', name: 'code', label: fields.code, isRequired: true },
    { kind: 'number', name: 'serviceMinutes', label: fields.serviceMinutes, unit: 'min', isRequired: true },
    { kind: 'time', name: 'earliest', label: fields.earliest, isRequired: true },
    { kind: 'time', name: 'latest', label: fields.latest, isRequired: true },
    {
      kind: 'choice',
      name: 'recurrence',
      label: fields.recurrence,
      options: [
        { value: 'weekdays', label: fields.onWeekdays },
        { value: 'floating', label: fields.floating },
      ],
      isRequired: true,
    },
    {
      kind: 'many',
      name: 'days',
      label: fields.days,
      options: terms.weekdays.map((label, at) => ({ value: String(at + 1), label })),
    },
    { kind: 'number', name: 'times', label: fields.times },
    { kind: 'number', name: 'everyWeeks', label: fields.everyWeeks },
    {
      kind: 'many',
      name: 'insatser',
      label: fields.insatser,
      options: Object.entries(terms.insats).map(([value, label]) => ({ value, label })),
      isRequired: true,
    },
    { kind: 'choice', name: 'priority', label: fields.priority, options: priorities, isRequired: true },
    { kind: 'number', name: 'helperMinutes', label: fields.helperMinutes, hint: fields.helperHint, unit: 'min' },
    { kind: 'check', name: 'isTimeCritical', label: fields.isTimeCritical },
  ];
}

export const templateValues = (template: VisitTemplateContract): FormValues => ({
  code: template.code,
  serviceMinutes: template.serviceMinutes,
  earliest: template.window.earliest,
  latest: template.window.latest,
  recurrence: template.recurrence.kind,
  days: template.recurrence.kind === 'weekdays' ? template.recurrence.days.map(String) : [],
  times: template.recurrence.kind === 'floating' ? template.recurrence.times : null,
  everyWeeks: template.recurrence.kind === 'floating' ? template.recurrence.everyWeeks : null,
  insatser: template.insatser,
  priority: String(template.priority),
  helperMinutes: template.helper?.serviceMinutes ?? null,
  isTimeCritical: template.isTimeCritical,
});

/** The agreed visit that the form describes; what the form does not show is kept from `before`. */
export function templateOf(values: FormValues, before: VisitTemplateContract, insatser: readonly Insats[]) {
  const chosen = new Set(listOf(values['insatser']));
  const helperMinutes = numberOf(values['helperMinutes'], 0);
  const template: VisitTemplateContract = {
    ...before,
    code: textOf(values['code']),
    serviceMinutes: numberOf(values['serviceMinutes'], 0),
    window: { earliest: textOf(values['earliest']), latest: textOf(values['latest']) },
    recurrence:
      values['recurrence'] === 'floating'
        ? {
            kind: 'floating',
            times: numberOf(values['times'], 1),
            everyWeeks: numberOf(values['everyWeeks'], 1),
          }
        : { kind: 'weekdays', days: listOf(values['days']).map(Number).sort() },
    insatser: insatser.filter((insats) => chosen.has(insats)),
    priority: values['priority'] === '1' ? 1 : values['priority'] === '3' ? 3 : 2,
    isTimeCritical: values['isTimeCritical'] === true,
    helper:
      helperMinutes === 0
        ? null
        : { earliestOffset: 0, latestOffset: 0, ...before.helper, serviceMinutes: helperMinutes },
  };
  return template;
}

/** A visit to begin from: the number after the last of the order. */
export const newTemplate = (orderCode: string, count: number): VisitTemplateContract => ({
  code: `${orderCode}-${count + 1}`,
  insatser: [],
  recurrence: { kind: 'weekdays', days: [] },
  window: { earliest: '07:00', latest: '10:00' },
  serviceMinutes: 30,
  helper: null,
  competences: [],
  priority: 2,
  isTimeCritical: false,
  gap: null,
  minDaysBetween: 1,
});

const textOf = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '');
const numberOf = (value: FieldValue | undefined, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise;
const listOf = (value: FieldValue | undefined): readonly string[] =>
  typeof value === 'object' && value !== null ? value : [];
