import { mondayOf, parseLocalDate, weekOf, type LocalDate } from '@hemtjanst/domain';
import { useSearchParams } from 'react-router';
import { useScope } from '../../app/scope.js';
import { todayInSweden, type Formats } from '../../lib/format.js';
import { firstDayOf, monthOf } from '../../lib/months.js';
import type { Texts } from '../../text/sv.js';
import type { ReportPeriod, ReportQuestion } from './api.js';

/** What the page asks about stands in its address; the month round the week of the top bar where no period does. */
export function useReportQuestion(): readonly [ReportQuestion | null, (period: ReportPeriod, at: LocalDate) => void] {
  const [scope] = useScope();
  const [parameters, setParameters] = useSearchParams();
  const wanted = parameters.get('period');
  const period: ReportPeriod = wanted === 'day' || wanted === 'week' ? wanted : 'month';
  const ofWeek = scope !== null && parameters.has('vecka') ? mondayOf(scope.week) : todayInSweden();
  const date = parseLocalDate(parameters.get('datum') ?? '') ?? ofWeek;
  const setPeriod = (chosen: ReportPeriod, at: LocalDate): void =>
    setParameters((before) => {
      const after = new URLSearchParams(before);
      after.set('period', chosen);
      after.set('datum', at);
      after.set('vecka', weekOf(at));
      return after;
    });
  if (scope === null) return [null, setPeriod];
  return [{ unitId: scope.unitId, workGroupId: scope.workGroupId, period, date }, setPeriod];
}

/** The period in words: tisdag 3 mars; v. 10, 2–8 mars; mars 2026. */
export function periodText({ period, date }: Pick<ReportQuestion, 'period' | 'date'>, texts: Texts, formats: Formats) {
  switch (period) {
    case 'day':
      return formats.longDay(date);
    case 'week': {
      const week = weekOf(date as LocalDate);
      return `${texts.common.weekLabel(week)}, ${formats.weekDays(week)}`;
    }
    case 'month':
      return formats.month(firstDayOf(monthOf(date)));
  }
}

/** Where the records behind a figure are shown. */
export function recordsAddress(search: string, figure: string, side: 'plan' | 'outcome'): string {
  const parameters = new URLSearchParams(search);
  parameters.set('tal', figure);
  parameters.set('sida', side);
  return `/uppfoljning/underlag?${parameters}`;
}
