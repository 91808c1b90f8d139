import type { Problem, ProblemVisit, WarmStart } from '../problem.js';

/**
 * The problem that is left at a moment of the week: visits of the plan that start before it are locked where they are,
 * all others may start no sooner, and a visit whose last window has closed by then and that is not in the plan is left
 * out (`no-compatible-shift`). Pauses keep their windows.
 *
 * @param until seconds of the week; some time ahead of now, so that nobody's next visit changes while on the way to it.
 */
export function freezePast(problem: Problem, plan: WarmStart, until: number): Problem {
  const compatible = problem.compatible.slice();
  const columns = problem.shifts.length;
  const visits = problem.visits.map((visit, index): ProblemVisit => {
    const [shift, start] = [plan.shiftOf[index], plan.startOf[index]];
    if (shift >= 0 && start < until) return visit.locked === undefined ? lockedAt(visit, shift, start) : visit;
    if (visit.locked !== undefined) return visit;
    const windows = visit.windows
      .filter(({ latest }) => latest >= until)
      .map((window) => ({ ...window, earliest: Math.max(window.earliest, until) }));
    if (windows.length > 0) return { ...visit, windows };
    compatible.fill(0, index * columns, (index + 1) * columns);
    return visit;
  });
  return { ...problem, visits, compatible, warmStart: plan };
}

/** Locked with its start also where the start was agreed outside the window: what has happened has happened. */
function lockedAt(visit: ProblemVisit, shift: number, start: number): ProblemVisit {
  const windows = visit.windows.map((window) =>
    start < window.earliest || start > window.latest ? window : { ...window, earliest: start, latest: start },
  );
  return { ...visit, windows, locked: { shift, start } };
}
