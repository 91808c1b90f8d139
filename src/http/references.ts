import { invalidValues } from './problems.js';

/**
 * Ids in a body must name records of the same unit; another unit's record looks like one that does not exist.
 *
 * @param isKnown by JSON pointer: is the id there one of the unit's?
 * @throws Problem 422 that names every unknown reference
 */
export function assertReferences(isKnown: Readonly<Record<string, boolean>>): void {
  const unknown = Object.entries(isKnown).filter(([, known]) => !known);
  if (unknown.length === 0) return;
  throw invalidValues(
    unknown.map(([pointer]) => ({ pointer, code: 'okand-referens', detail: 'Finns inte i enheten.' })),
  );
}
