import { planFile, type PlanFile } from '@hemtjanst/contracts';
import type { VisitDemand, WeeklyPlan } from '@hemtjanst/domain';
import { type CommandIo, EXIT, fail } from './command-io.js';
import { readJsonFile } from './command-options.js';

/** Faults shown before the rest is only counted: a plan of another format would fill the screen. */
const SHOWN_FAULTS = 20;

/** @throws CommandFailure (bad input) with every place in the file that is not as the format says. */
export function readPlanFile(io: CommandIo, file: string): PlanFile {
  const parsed = planFile.safeParse(readJsonFile(io, file));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(
    (issue) => `${file}: ${issue.path.map(String).join('.') || '(top)'}: ${issue.message}`,
  );
  const rest = lines.length - SHOWN_FAULTS;
  return fail(EXIT.badInput, ...lines.slice(0, SHOWN_FAULTS), ...(rest > 0 ? [`${file}: ${rest} more faults`] : []));
}

/**
 * The file as a plan of this unit's week. A plan from another tool does not say which demand a visit fulfils: its visits
 * then take their template's demands, those of the visit's own date first, in order of time.
 */
export function planOfFile(file: PlanFile, demands: readonly VisitDemand[]): WeeklyPlan {
  const free = new Set(demands.map((demand) => demand.id));
  for (const { demandId } of [...file.visits, ...file.unassigned]) if (demandId !== null) free.delete(demandId);
  const takeDemand = (templateId: string, date: string): string => {
    const open = demands.filter((demand) => demand.templateId === templateId && free.has(demand.id));
    const demand =
      open.find(({ allowedDates }) => allowedDates.length === 1 && allowedDates[0] === date) ??
      open.find(({ allowedDates }) => allowedDates.some((allowed) => allowed === date)) ??
      open.at(0);
    if (demand === undefined) return `${templateId}:${date}:okand`;
    free.delete(demand.id);
    return demand.id;
  };
  const visits = [...file.visits].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  return {
    ...file,
    visits: visits.map((visit) => ({ ...visit, demandId: visit.demandId ?? takeDemand(visit.templateId, visit.date) })),
    unassigned: file.unassigned.map((demand) => ({
      ...demand,
      demandId: demand.demandId ?? takeDemand(demand.templateId, demand.date),
    })),
    // The contract has checked the forms that the brands stand for.
    // The contract has checked the forms that the brands stand for.
  } as unknown as WeeklyPlan;
}
