import { groupBy } from '../group-by.js';
import type { VisitTemplate } from '../genomforandeplan/visit-template.js';
import { isOrderValidOn } from '../ramtid-order/ordered-time.js';
import { datesOfWeek } from '../time/iso-week.js';
import type { IsoWeek, LocalDate } from '../time/units.js';
import type { CareUnit } from '../unit/care-unit.js';
import type { UnitSettings } from '../unit/unit-settings.js';
import { addedDemand, type DemandAdjustment } from '../visit-demand/demand-adjustment.js';
import { placeTemplateInWeek } from '../visit-demand/place-template-in-week.js';
import type { VisitDemand } from '../visit-demand/visit-demand.js';
import { byHowWellItCanWait, isFlexibleTemplate, waitRank } from './flexible-visits.js';
import type { LedgerPeriod } from './ledger-period.js';
import type { LedgerSource } from './ramtid-ledger.js';
import { addReason, leaveOutReason, moveReason } from './adjustment-reasons.js';
import { forecastWith, minutesInFrame, weekFrame, type WeekFrame } from './week-frame.js';

/** A visit that the ledger made the planner add, move or leave out, with what it did to the period. */
export interface LedgerAdjustment extends DemandAdjustment {
  readonly brukareId: string;
  readonly serviceMinutes: number;
  readonly period: LedgerPeriod;
  readonly orderedMinutes: number;
  readonly forecastBeforeMinutes: number;
  readonly forecastAfterMinutes: number;
  /** Swedish, without names. */
  readonly reason: string;
}

export interface WeekToFit {
  readonly unit: Pick<CareUnit, 'orders' | 'absences'>;
  readonly week: IsoWeek;
  readonly settings: UnitSettings;
  /** Of the week, from `deriveVisitDemands`. */
  readonly demands: readonly VisitDemand[];
  /** Per order the one or two periods the week lies in; ids as in `unit`. */
  readonly ledger: readonly LedgerSource[];
  /** Pinned by the planerare: they stay as they are. */
  readonly lockedDemandIds: ReadonlySet<string>;
}

/** What a limit may be missed by: shares of days are fractions. */
const TOLERANCE = 1e-6;

/**
 * Asks the ledger before a week is planned: where a period is forecast above its frame, flexible visits are moved past its end
 * or left out, where it falls short of it some are added, each week its part, in whole visits. Nothing is changed that would
 * miss the frame on the other side, and never a visit that is daily care, agreed to a day, time critical or pinned. The
 * planned week itself is not part of the forecast it is held against: planning it again gives the same answer.
 */
export function fitWeekToLedger(source: WeekToFit): readonly LedgerAdjustment[] {
  if (!source.settings.weekFitsRamtid) return [];
  const demandsOf = groupBy(source.demands, ({ orderId }) => orderId);
  const ledgerOf = groupBy(source.ledger, ({ order }) => order.id);
  return [...source.unit.orders]
    .filter(({ kind, hoursPerMonth }) => kind !== 'larm' && hoursPerMonth > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((order) => fitOrder(demandsOf.get(order.id) ?? [], ledgerOf.get(order.id) ?? [], source));
}

/** An order's week while it is being fitted. */
interface OrderWeek {
  readonly demands: readonly VisitDemand[];
  readonly adjustments: readonly LedgerAdjustment[];
}

function fitOrder(
  demands: readonly VisitDemand[],
  ledger: readonly LedgerSource[],
  source: WeekToFit,
): readonly LedgerAdjustment[] {
  const dates = datesOfWeek(source.week);
  const frames = [...ledger]
    .sort((a, b) => (a.period < b.period ? -1 : 1))
    .map((one) => weekFrame(one, source.week, dates))
    .filter((frame) => frame.dates.size > 0);
  const steps = [moveOverTheEdge, leaveOut, addVisits];
  const untouched: OrderWeek = { demands, adjustments: [] };
  return frames.reduce(
    (week, frame) => steps.reduce((fitted, step) => step(fitted, frame, frames, source), week),
    untouched,
  ).adjustments;
}

/** A visit that could lie on either side of the period's end goes to the side that has room for it. */
function moveOverTheEdge(
  week: OrderWeek,
  frame: WeekFrame,
  frames: readonly WeekFrame[],
  source: WeekToFit,
): OrderWeek {
  const other = frames.find((one) => one !== frame);
  if (other === undefined) return week;
  return flexibleDemands(week, frame, source).reduce((fitted, demand) => {
    const before = forecastWith(fitted.demands, frame);
    const [from, to] = isOver(before, frame) ? [frame, other] : [other, frame];
    const isWanted = isOver(before, frame) || before < frame.leastMinutes - TOLERANCE;
    const days = demand.allowedDates.filter((date) => to.dates.has(date));
    const isOnBothSides = days.length > 0 && demand.allowedDates.some((date) => from.dates.has(date));
    const isAlone = fitted.demands.filter(({ templateId }) => templateId === demand.templateId).length === 1;
    if (!isWanted || !isOnBothSides || !isAlone) return fitted;
    const moved = { ...demand, allowedDates: days };
    const demands = fitted.demands.map((one) => (one.id === demand.id ? moved : one));
    if (isOver(forecastWith(demands, to), to) || isShort(forecastWith(demands, from), from)) return fitted;
    const reason = moveReason(moved, frame, before, to.source.period);
    return adjusted({ ...fitted, demands }, 'moved', moved, frame, before, reason);
  }, week);
}

function leaveOut(week: OrderWeek, frame: WeekFrame, _frames: readonly WeekFrame[], source: WeekToFit): OrderWeek {
  const excess = forecastWith(week.demands, frame) - frame.mostMinutes;
  if (excess <= TOLERANCE) return week;
  const goal = forecastWith(week.demands, frame) - excess * frame.weekShare;
  return flexibleDemands(week, frame, source).reduce((fitted, demand) => {
    const before = forecastWith(fitted.demands, frame);
    if (before <= goal + TOLERANCE || minutesInFrame(demand, frame) === 0) return fitted;
    const demands = fitted.demands.filter(({ id }) => id !== demand.id);
    if (isShort(forecastWith(demands, frame), frame)) return fitted;
    const reason = leaveOutReason(demand, frame, before, forecastWith(demands, frame));
    return adjusted({ ...fitted, demands }, 'leftOut', demand, frame, before, reason);
  }, week);
}

function addVisits(week: OrderWeek, frame: WeekFrame, _frames: readonly WeekFrame[], source: WeekToFit): OrderWeek {
  const missing = frame.leastMinutes - forecastWith(week.demands, frame);
  if (missing <= TOLERANCE) return week;
  const goal = forecastWith(week.demands, frame) + missing * frame.weekShare;
  return templatesToAdd(frame, source).reduce((fitted, template) => {
    const before = forecastWith(fitted.demands, frame);
    const extra = oneMore(template, fitted, frame, source);
    if (before >= goal - TOLERANCE || extra === null) return fitted;
    const demands = [...fitted.demands, extra];
    if (isOver(forecastWith(demands, frame), frame)) return fitted;
    const reason = addReason(extra, frame, before, forecastWith(demands, frame));
    return adjusted({ ...fitted, demands }, 'added', extra, frame, before, reason);
  }, week);
}

/** Visits that may be changed, the one that can best be done without first. */
function flexibleDemands({ demands, adjustments }: OrderWeek, frame: WeekFrame, source: WeekToFit) {
  const flexible = new Set(flexibleTemplates(frame, source).map(({ id }) => id));
  const settled = new Set(adjustments.map(({ demandId }) => demandId));
  return demands
    .filter(
      ({ id, templateId, gap, allowedDates }) =>
        flexible.has(templateId) &&
        gap === null &&
        !settled.has(id) &&
        !source.lockedDemandIds.has(id) &&
        allowedDates.every((date) => date >= frame.source.asOf),
    )
    .sort(byHowWellItCanWait);
}

const flexibleTemplates = ({ source: { templates } }: WeekFrame, { settings }: WeekToFit): readonly VisitTemplate[] =>
  templates.filter((template) => isFlexibleTemplate(template, templates, settings));

/** What is most missed comes first, and each kind of visit once, twice … so that no day is filled with one of them. */
function templatesToAdd(frame: WeekFrame, source: WeekToFit): readonly VisitTemplate[] {
  const floating = flexibleTemplates(frame, source)
    .filter(({ recurrence }) => recurrence.kind === 'floating')
    .sort((a, b) => a.priority - b.priority || waitRank(b.insatser) - waitRank(a.insatser) || (a.id < b.id ? -1 : 1));
  return Array.from({ length: MOST_EXTRA_PER_TEMPLATE }, () => floating).flat();
}

/** More of one kind in a week is no longer the help that was agreed. */
const MOST_EXTRA_PER_TEMPLATE = 2;

/** One visit more of the template on days of the frame, where the week has room for it beside the others. */
function oneMore(
  template: VisitTemplate,
  { demands }: OrderWeek,
  frame: WeekFrame,
  { unit, week, settings }: WeekToFit,
): VisitDemand | null {
  const { order } = frame.source;
  const own = demands.filter(({ templateId }) => templateId === template.id);
  const times = Math.max(0, ...own.map(({ occurrence }) => occurrence)) + 1;
  const { demands: placed } = placeTemplateInWeek({
    template: { ...template, recurrence: { kind: 'floating', times, everyWeeks: 1 } },
    brukareId: order.brukareId,
    week,
    dates: datesOfWeek(week).filter((date) => date > frame.source.asOf),
    settings,
    isValidOn: (date) => isOrderValidOn(order, date),
    absences: unit.absences.filter(({ person }) => person.kind === 'brukare' && person.id === order.brukareId),
  });
  const extra = placed.find(({ occurrence }) => occurrence === times);
  const days = (extra?.allowedDates ?? []).filter((date) => frame.dates.has(date) && !isTaken(date, own));
  const isWhole = extra?.window.earliest === template.window.earliest && extra.window.latest === template.window.latest;
  if (!isWhole || days.length === 0) return null;
  return addedDemand({ template, brukareId: order.brukareId, week }, times, days);
}

/** A day that a visit of the same kind must have. */
const isTaken = (date: LocalDate, own: readonly VisitDemand[]): boolean =>
  own.some(({ allowedDates }) => allowedDates.length === 1 && allowedDates[0] === date);

const isOver = (forecast: number, { mostMinutes }: WeekFrame): boolean => forecast > mostMinutes + TOLERANCE;
const isShort = (forecast: number, { leastMinutes }: WeekFrame): boolean => forecast < leastMinutes - TOLERANCE;

function adjusted(
  week: OrderWeek,
  kind: LedgerAdjustment['kind'],
  demand: VisitDemand,
  frame: WeekFrame,
  forecastBeforeMinutes: number,
  reason: string,
): OrderWeek {
  const adjustment: LedgerAdjustment = {
    kind,
    demandId: demand.id,
    templateId: demand.templateId,
    orderId: demand.orderId,
    brukareId: demand.brukareId,
    allowedDates: demand.allowedDates,
    serviceMinutes: demand.serviceMinutes,
    period: frame.source.period,
    orderedMinutes: frame.line.orderedMinutes,
    forecastBeforeMinutes,
    forecastAfterMinutes: forecastWith(week.demands, frame),
    reason,
  };
  return { ...week, adjustments: [...week.adjustments, adjustment] };
}
