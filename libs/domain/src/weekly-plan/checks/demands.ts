import { daysBetween } from '../../time/local-date.js';
import type { Violation } from '../../violation.js';
import type { VisitDemand } from '../../visit-demand/visit-demand.js';
import type { PlannedVisit } from '../weekly-plan.js';
import { repeated } from './known-records.js';
import { wallSecond, type PlanIndex } from './plan-index.js';
import { atVisit, violation } from './violation-at.js';

/** Each demand is planned once or listed as unassigned, and each visit is what its demand asks for. */
export function checkDemands(index: PlanIndex): readonly Violation[] {
  return [
    ...checkEveryDemandAnswered(index),
    ...index.plan.visits.flatMap((visit) => {
      const demand = index.demandById.get(visit.demandId);
      return demand === undefined
        ? [atVisit(visit, { rule: 'unknown-demand', text: 'Besöket svarar inte mot något behov i veckan.' })]
        : checkVisitAgainstDemand(visit, demand);
    }),
    ...checkDaysBetween(index),
  ];
}

function checkEveryDemandAnswered({ plan, demands, demandById }: PlanIndex): readonly Violation[] {
  const planned = plan.visits.map(({ demandId }) => demandId);
  const unassigned = plan.unassigned.map(({ demandId }) => demandId);
  const [plannedIds, unassignedIds] = [new Set(planned), new Set(unassigned)];
  const at = (demandId: string): Partial<Violation> => ({
    brukareId: demandById.get(demandId)?.brukareId ?? null,
    date: demandById.get(demandId)?.allowedDates[0] ?? null,
  });
  return [
    ...repeated(planned).map((id) =>
      violation({ rule: 'demand-twice', ...at(id), text: `Behovet ${id} är planerat mer än en gång.` }),
    ),
    ...repeated(unassigned).map((id) =>
      violation({ rule: 'unassigned-twice', ...at(id), text: `Behovet ${id} står två gånger bland ej placerade.` }),
    ),
    ...[...plannedIds]
      .filter((id) => unassignedIds.has(id))
      .map((id) =>
        violation({
          rule: 'planned-and-unassigned',
          ...at(id),
          text: `Behovet ${id} är både planerat och ej placerat.`,
        }),
      ),
    ...[...unassignedIds]
      .filter((id) => !demandById.has(id))
      .map((id) => violation({ rule: 'unknown-demand', text: `Ej placerade nämner behovet ${id} som inte finns.` })),
    ...demands
      .filter(({ id }) => !plannedIds.has(id) && !unassignedIds.has(id))
      .map(({ id }) =>
        violation({
          rule: 'demand-missing',
          ...at(id),
          text: `Behovet ${id} är varken planerat eller listat som ej placerat.`,
        }),
      ),
  ];
}

function checkVisitAgainstDemand(visit: PlannedVisit, demand: VisitDemand): readonly Violation[] {
  return [
    ...checkOrigin(visit, demand),
    ...checkDay(visit, demand),
    ...checkWindow(visit, demand),
    ...checkDuration(visit, demand),
  ];
}

function checkOrigin(visit: PlannedVisit, demand: VisitDemand): readonly Violation[] {
  const isSame =
    visit.brukareId === demand.brukareId &&
    visit.orderId === demand.orderId &&
    visit.templateId === demand.templateId &&
    visit.insatser.join(' ') === demand.insatser.join(' ');
  const text = 'Besökets brukare, beställning, mall eller insatser är inte behovets.';
  return isSame ? [] : [atVisit(visit, { rule: 'demand-differs', text })];
}

function checkDay(visit: PlannedVisit, demand: VisitDemand): readonly Violation[] {
  if (demand.allowedDates.includes(visit.date)) return [];
  return [atVisit(visit, { rule: 'wrong-day', text: 'Besöket ligger på en dag som inte är avtalad.' })];
}

/** Both edges of the window are allowed starts. */
function checkWindow(visit: PlannedVisit, { window }: VisitDemand): readonly Violation[] {
  const start = wallSecond(visit.startsAt, visit.date);
  const early = window.earliest * 60 - start;
  const late = start - window.latest * 60;
  const beyond = Math.max(early, late);
  if (beyond <= 0) return [];
  const text = `Besöket börjar ${Math.ceil(beyond / 60)} min ${late > 0 ? 'efter' : 'före'} sitt tidsfönster.`;
  return [atVisit(visit, { rule: 'window-missed', amount: beyond, text })];
}

function checkDuration(visit: PlannedVisit, demand: VisitDemand): readonly Violation[] {
  const isChanged = visit.serviceMinutes !== demand.serviceMinutes;
  const helperChanged =
    visit.helper !== null && demand.helper !== null && visit.helper.serviceMinutes !== demand.helper.serviceMinutes;
  if (!isChanged && !helperChanged) return [];
  const amount = Math.abs(visit.serviceMinutes - demand.serviceMinutes) * 60;
  const text = `Besöket är ${visit.serviceMinutes} min, avtalat är ${demand.serviceMinutes} min.`;
  return [
    atVisit(visit, {
      rule: 'duration-changed',
      amount,
      text: isChanged ? text : 'Den andra medarbetarens tid är inte den avtalade.',
    }),
  ];
}

/** Floating visits of one template keep their distance; agreed weekdays are their own rule. */
function checkDaysBetween({ plan, demandById }: PlanIndex): readonly Violation[] {
  const byTemplate = new Map<string, PlannedVisit[]>();
  for (const visit of plan.visits) {
    byTemplate.set(visit.templateId, [...(byTemplate.get(visit.templateId) ?? []), visit]);
  }
  return [...byTemplate.values()].flatMap((visits) => {
    const demands = visits.map(({ demandId }) => demandById.get(demandId));
    if (!demands.some((demand) => demand !== undefined && demand.allowedDates.length > 1)) return [];
    const minDays = Math.max(1, ...demands.map((demand) => demand?.minDaysBetween ?? 1));
    const inOrder = [...visits].sort((a, b) => (a.date < b.date ? -1 : 1));
    return inOrder.flatMap((visit, at) => {
      const before = inOrder[at - 1];
      const days = before === undefined ? minDays : daysBetween(before.date, visit.date);
      if (days >= minDays) return [];
      const text = `Det går ${days} dygn sedan förra besöket av samma slag, minst ${minDays} är avtalat.`;
      return [atVisit(visit, { rule: 'visits-too-close', amount: minDays - days, text })];
    });
  });
}
