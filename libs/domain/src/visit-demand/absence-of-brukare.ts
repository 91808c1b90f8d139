import type { StartWindow, VisitTemplate } from '../genomforandeplan/visit-template.js';
import type { Absence } from '../people/people.js';
import { minuteOfDay, type LocalDate } from '../time/units.js';

export type AbsencesOfBrukare = ReadonlyMap<string, readonly Absence[]>;

export function absencesOfBrukare(absences: readonly Absence[]): AbsencesOfBrukare {
  const byBrukare = new Map<string, Absence[]>();
  for (const absence of absences) {
    if (absence.person.kind !== 'brukare') continue;
    byBrukare.set(absence.person.id, [...(byBrukare.get(absence.person.id) ?? []), absence]);
  }
  return byBrukare;
}

/**
 * The part of the template's start window that leaves the whole visit, helper included, outside every absence on `date`:
 * the window itself, a part of it (the longest, the earliest of equals), or null where nothing remains.
 */
export function windowAtHome(
  template: Pick<VisitTemplate, 'window' | 'serviceMinutes' | 'helper'>,
  absences: readonly Absence[],
  date: LocalDate,
): StartWindow | null {
  const { before, after } = extentAroundStart(template);
  const open = absences
    .filter((absence) => absence.fromDate <= date && date <= absence.toDate)
    .reduce<readonly StartWindow[]>(
      (windows, absence) => {
        const from = absence.fromDate < date ? 0 : absence.fromMinute;
        const to = absence.toDate > date ? 1440 : absence.toMinute;
        return from >= to ? windows : windows.flatMap((window) => without(window, from - after, to + before));
      },
      [template.window],
    );
  return open.reduce<StartWindow | null>(
    (longest, window) => (longest === null || lengthOf(window) > lengthOf(longest) ? window : longest),
    null,
  );
}

/** Minutes before and after the start in which somebody is in the home. */
function extentAroundStart({ serviceMinutes, helper }: Pick<VisitTemplate, 'serviceMinutes' | 'helper'>): {
  readonly before: number;
  readonly after: number;
} {
  if (helper === null) return { before: 0, after: serviceMinutes };
  return {
    before: Math.max(0, -helper.earliestOffset),
    after: Math.max(serviceMinutes, helper.latestOffset + helper.serviceMinutes),
  };
}

/** Starts strictly between `from` and `to` collide; those at the edges do not: the visit ends as the absence begins. */
function without(window: StartWindow, from: number, to: number): readonly StartWindow[] {
  if (window.latest <= from || window.earliest >= to) return [window];
  const parts: StartWindow[] = [];
  if (window.earliest <= from) parts.push({ earliest: window.earliest, latest: minuteOfDay(from) });
  if (window.latest >= to) parts.push({ earliest: minuteOfDay(to), latest: window.latest });
  return parts;
}

const lengthOf = ({ earliest, latest }: StartWindow): number => latest - earliest;
