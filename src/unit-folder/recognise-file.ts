import { normaliseColumn } from './normalise-column.js';
import { UNIT_FILES } from './unit-files.js';

/** Which file of the unit folder a table is, judged by its headings alone. */
export type Recognised =
  | { readonly kind: 'one'; readonly fileName: string }
  /** Its headings are those of several files alike. */
  | { readonly kind: 'several'; readonly fileNames: readonly string[] }
  /** At least half of what the file must have is there. */
  | { readonly kind: 'nearly'; readonly fileName: string; readonly missing: readonly string[] }
  | { readonly kind: 'none' };

/**
 * People name their files as they like (`kunder 2026 (2).xlsx`): the file with all required columns in the header counts, the
 * one with most known columns where there are several (every order has a start and an end, as an absence has).
 *
 * @param header the headings as written
 */
export function recogniseFile(header: readonly string[]): Recognised {
  const written = new Set(header.map(normaliseColumn));
  const candidates = Object.values(UNIT_FILES).map(({ fileName, columns }) => {
    const required = columns.filter(({ isRequired }) => isRequired).map(({ name }) => name);
    return {
      fileName,
      known: columns.filter(({ name }) => written.has(name)).length,
      required: required.length,
      missing: required.filter((name) => !written.has(name)),
    };
  });
  const whole = candidates.filter(({ missing }) => missing.length === 0);
  const most = Math.max(0, ...whole.map(({ known }) => known));
  const best = whole.filter(({ known }) => known === most).map(({ fileName }) => fileName);
  if (best.length === 1) return { kind: 'one', fileName: best[0] };
  if (best.length > 1) return { kind: 'several', fileNames: best };
  const nearest = [...candidates].sort((a, b) => shareOf(b) - shareOf(a) || b.known - a.known).at(0);
  if (nearest === undefined || shareOf(nearest) < 0.5) return { kind: 'none' };
  return { kind: 'nearly', fileName: nearest.fileName, missing: nearest.missing };
}

const shareOf = ({ required, missing }: { readonly required: number; readonly missing: readonly string[] }): number =>
  (required - missing.length) / required;
