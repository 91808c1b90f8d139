import type { VisitTemplateContract } from '@hemtjanst/contracts';
import {
  clock,
  formatMinuteOfDay,
  minuteOfDay,
  minutes,
  type Recurrence,
  type VisitTemplate,
  type Weekday,
} from '@hemtjanst/domain';
import type { VisitTemplateEntity } from './visit-template.entity.js';

/** A template's row without what ties it to a plan. */
export type TemplateRow = Omit<VisitTemplateEntity, 'id' | 'unitId' | 'genomforandeplanId' | 'isCurrent' | 'position'>;

export const templateToRow = (template: VisitTemplate): TemplateRow => ({
  code: template.id,
  insatser: [...template.insatser],
  ...recurrenceToRow(template.recurrence),
  earliestMinute: template.window.earliest,
  latestMinute: template.window.latest,
  serviceMinutes: template.serviceMinutes,
  helperMinutes: template.helper?.serviceMinutes ?? null,
  helperEarliest: template.helper?.earliestOffset ?? null,
  helperLatest: template.helper?.latestOffset ?? null,
  competences: [...template.competences],
  priority: template.priority,
  isTimeCritical: template.isTimeCritical,
  afterCode: template.gap?.afterTemplateId ?? null,
  gapMinMinutes: template.gap?.minMinutes ?? null,
  gapMaxMinutes: template.gap?.maxMinutes ?? null,
  minDaysBetween: template.minDaysBetween,
  isProposed: template.isProposed,
});

/** @param orderCode the beställningsnummer of the plan's order */
export const templateToDomain = (row: TemplateRow, orderCode: string): VisitTemplate => ({
  id: row.code,
  orderId: orderCode,
  insatser: row.insatser,
  recurrence: recurrenceToDomain(row),
  window: { earliest: minuteOfDay(row.earliestMinute), latest: minuteOfDay(row.latestMinute) },
  serviceMinutes: minutes(row.serviceMinutes),
  helper: helperToDomain(row),
  competences: row.competences,
  priority: row.priority,
  isTimeCritical: row.isTimeCritical,
  gap: gapToDomain(row),
  minDaysBetween: row.minDaysBetween,
  isProposed: row.isProposed,
});

export const templateToContract = (template: VisitTemplate): VisitTemplateContract => ({
  code: template.id,
  insatser: [...template.insatser],
  recurrence:
    template.recurrence.kind === 'weekdays'
      ? { kind: 'weekdays', days: [...template.recurrence.days] }
      : { ...template.recurrence },
  window: {
    earliest: formatMinuteOfDay(template.window.earliest),
    latest: formatMinuteOfDay(template.window.latest),
  },
  serviceMinutes: template.serviceMinutes,
  helper: template.helper === null ? null : { ...template.helper },
  competences: [...template.competences],
  priority: template.priority,
  isTimeCritical: template.isTimeCritical,
  gap:
    template.gap === null
      ? null
      : {
          afterCode: template.gap.afterTemplateId,
          minMinutes: template.gap.minMinutes,
          maxMinutes: template.gap.maxMinutes,
        },
  minDaysBetween: template.minDaysBetween,
});

/** What a person agreed: never a proposal. */
export const templateFromContract = (template: VisitTemplateContract, orderCode: string): VisitTemplate => ({
  id: template.code,
  orderId: orderCode,
  insatser: template.insatser,
  recurrence:
    template.recurrence.kind === 'weekdays'
      ? { kind: 'weekdays', days: sortedDays(template.recurrence.days as readonly Weekday[]) }
      : template.recurrence,
  window: { earliest: clock(template.window.earliest), latest: clock(template.window.latest) },
  serviceMinutes: minutes(template.serviceMinutes),
  helper:
    template.helper === null ? null : { ...template.helper, serviceMinutes: minutes(template.helper.serviceMinutes) },
  competences: template.competences,
  priority: template.priority,
  isTimeCritical: template.isTimeCritical,
  gap:
    template.gap === null
      ? null
      : {
          afterTemplateId: template.gap.afterCode,
          minMinutes: minutes(template.gap.minMinutes),
          maxMinutes: template.gap.maxMinutes === null ? null : minutes(template.gap.maxMinutes),
        },
  minDaysBetween: template.minDaysBetween,
  isProposed: false,
});

const sortedDays = (days: readonly Weekday[]): readonly Weekday[] => [...new Set(days)].sort((a, b) => a - b);

function recurrenceToRow(recurrence: Recurrence): Pick<TemplateRow, 'weekdays' | 'times' | 'everyWeeks'> {
  return recurrence.kind === 'weekdays'
    ? { weekdays: [...recurrence.days], times: null, everyWeeks: null }
    : { weekdays: null, times: recurrence.times, everyWeeks: recurrence.everyWeeks };
}

function recurrenceToDomain({ weekdays, times, everyWeeks }: TemplateRow): Recurrence {
  if (weekdays !== null) return { kind: 'weekdays', days: weekdays };
  return { kind: 'floating', times: times ?? 1, everyWeeks: everyWeeks ?? 1 };
}

function helperToDomain({ helperMinutes, helperEarliest, helperLatest }: TemplateRow): VisitTemplate['helper'] {
  if (helperMinutes === null) return null;
  return {
    serviceMinutes: minutes(helperMinutes),
    earliestOffset: helperEarliest ?? 0,
    latestOffset: helperLatest ?? 0,
  };
}

function gapToDomain({ afterCode, gapMinMinutes, gapMaxMinutes }: TemplateRow): VisitTemplate['gap'] {
  if (afterCode === null) return null;
  return {
    afterTemplateId: afterCode,
    minMinutes: minutes(gapMinMinutes ?? 0),
    maxMinutes: gapMaxMinutes === null ? null : minutes(gapMaxMinutes),
  };
}
