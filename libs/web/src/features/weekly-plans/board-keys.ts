/** Where an arrow goes from a visit: along its row, or to the one nearest in time in the next row that has visits. */
export function moveFocus(board: HTMLElement, key: string): boolean {
  const at = document.activeElement;
  if (!(at instanceof HTMLButtonElement) || at.dataset.visit === undefined) return false;
  const rows = [...board.querySelectorAll('li')].map(visitsIn).filter((visits) => visits.length > 0);
  const rowAt = rows.findIndex((visits) => visits.includes(at));
  const target = targetOf(rows, rowAt, at, key);
  target?.focus();
  return target !== undefined;
}

function targetOf(
  rows: readonly (readonly HTMLButtonElement[])[],
  rowAt: number,
  at: HTMLButtonElement,
  key: string,
): HTMLButtonElement | undefined {
  const row = rows[rowAt] ?? [];
  switch (key) {
    case 'ArrowRight':
      return row[row.indexOf(at) + 1];
    case 'ArrowLeft':
      return row[row.indexOf(at) - 1];
    case 'ArrowDown':
      return nearest(rows[rowAt + 1] ?? [], startOf(at));
    case 'ArrowUp':
      return nearest(rows[rowAt - 1] ?? [], startOf(at));
    case 'Home':
      return row[0];
    case 'End':
      return row.at(-1);
    default:
      return undefined;
  }
}

const visitsIn = (row: HTMLElement): readonly HTMLButtonElement[] =>
  [...row.querySelectorAll<HTMLButtonElement>('button[data-visit]')].sort((a, b) => startOf(a) - startOf(b));

const startOf = (visit: HTMLButtonElement): number => Number(visit.dataset.from);

function nearest(visits: readonly HTMLButtonElement[], minute: number): HTMLButtonElement | undefined {
  const distance = (visit: HTMLButtonElement): number => Math.abs(startOf(visit) - minute);
  return [...visits].sort((a, b) => distance(a) - distance(b))[0];
}
