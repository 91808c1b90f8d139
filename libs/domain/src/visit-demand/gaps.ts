import { daysBetween } from '../time/local-date.js';
import type { LocalDate } from '../time/units.js';
import type { TemplateWeek } from './place-template-in-week.js';
import type { VisitDemand } from './visit-demand.js';

/**
 * A gap ties two visits to the same day, so a floating visit that hangs together with another gets its days here, not in
 * the search: those of its partner where the partner's are known, else spread over the week. Visits without gap stay free.
 */
export function datesForGappedTemplates(weeks: readonly TemplateWeek[]): readonly TemplateWeek[] {
  const byTemplate = new Map(weeks.map((week) => [week.template.id, week]));
  const waiting = weeks.filter((week) => isFloating(week) && partnersOf(week, weeks).length > 0);
  while (waiting.length > 0) {
    const next = waiting.findIndex((week) => partnersOf(week, weeks).some((partner) => !waiting.includes(partner)));
    const [week] = waiting.splice(Math.max(0, next), 1);
    if (week === undefined) break;
    const partner = partnersOf(week, weeks).find((other) => !waiting.includes(other));
    const partnerDates = byTemplate.get(partner?.template.id ?? '')?.demands.flatMap(fixedDate) ?? [];
    byTemplate.set(week.template.id, { ...week, demands: fixDates(week.demands, partnerDates) });
  }
  return weeks.map((week) => byTemplate.get(week.template.id) ?? week);
}

/** Every demand of the week, those after another visit of the same day pointing at it. */
export function linkGaps(weeks: readonly TemplateWeek[]): readonly VisitDemand[] {
  const byTemplate = new Map(weeks.map((week) => [week.template.id, week]));
  return weeks.flatMap(({ template, demands }) => {
    const { gap } = template;
    if (gap === null) return demands;
    const before = byTemplate.get(gap.afterTemplateId)?.demands ?? [];
    return demands.map((demand) => {
      const [date] = fixedDate(demand);
      const first = before.find((other) => date !== undefined && fixedDate(other).includes(date));
      if (first === undefined) return demand;
      return { ...demand, gap: { afterDemandId: first.id, minMinutes: gap.minMinutes, maxMinutes: gap.maxMinutes } };
    });
  });
}

const isFloating = ({ template }: TemplateWeek): boolean => template.recurrence.kind === 'floating';

/** The templates that this one follows or is followed by. */
const partnersOf = ({ template }: TemplateWeek, weeks: readonly TemplateWeek[]): readonly TemplateWeek[] =>
  weeks.filter(
    (other) =>
      other.template.id !== template.id &&
      (other.template.id === template.gap?.afterTemplateId || other.template.gap?.afterTemplateId === template.id),
  );

const fixedDate = ({ allowedDates }: VisitDemand): readonly LocalDate[] =>
  allowedDates.length === 1 ? allowedDates : [];

/** One date for each demand, spread over the days it may have; the preferred ones where they are enough. */
function fixDates(demands: readonly VisitDemand[], preferred: readonly LocalDate[]): readonly VisitDemand[] {
  const free = demands.filter(({ allowedDates }) => allowedDates.length > 1);
  const taken = demands.flatMap(fixedDate);
  const minDays = Math.max(1, free[0]?.minDaysBetween ?? 1);
  const possible = free[0]?.allowedDates ?? [];
  const wanted = possible.filter((date) => preferred.includes(date));
  const chosen = spread(wanted, free.length, minDays, taken) ?? spread(possible, free.length, minDays, taken) ?? [];
  return demands.map((demand) => {
    const date = chosen[free.indexOf(demand)];
    return date === undefined ? demand : { ...demand, allowedDates: [date] };
  });
}

/** `count` dates at least `minDays` apart, as even as possible; null where they do not fit. */
function spread(
  dates: readonly LocalDate[],
  count: number,
  minDays: number,
  taken: readonly LocalDate[],
): readonly LocalDate[] | null {
  const isFar = (chosen: readonly LocalDate[], date: LocalDate): boolean =>
    [...taken, ...chosen].every((other) => Math.abs(daysBetween(other, date)) >= minDays);
  const even = Array.from({ length: count }, (_, at) => dates[Math.floor((at * dates.length) / count)]);
  const evenChosen = take(
    even.filter((date) => date !== undefined),
    count,
    isFar,
  );
  return evenChosen ?? take(dates, count, isFar);
}

function take(
  dates: readonly LocalDate[],
  count: number,
  isFar: (chosen: readonly LocalDate[], date: LocalDate) => boolean,
): readonly LocalDate[] | null {
  const chosen: LocalDate[] = [];
  for (const date of dates) if (chosen.length < count && isFar(chosen, date)) chosen.push(date);
  return chosen.length === count ? chosen : null;
}
