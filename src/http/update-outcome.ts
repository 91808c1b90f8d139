import type { UpdateOutcome } from '../database/update-versioned.js';
import { notFound, versionChanged } from './problems.js';

/** @throws Problem 404 when the record is not there, 412 when somebody else saved first */
export function assertUpdated(outcome: UpdateOutcome): void {
  switch (outcome.kind) {
    case 'updated':
      return;
    case 'missing':
      throw notFound();
    case 'changed-by-other':
      throw versionChanged(outcome.currentVersion);
  }
}
