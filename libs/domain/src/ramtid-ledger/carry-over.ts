import type { UnitSettings } from '../unit/unit-settings.js';
import type { RamtidLedgerLine } from './ramtid-ledger.js';

/**
 * Minutes that an order takes with it from the period before: what was left, negative where it went over, at most the
 * unit's share of the ordered time either way. Time given back (hospital) is not saved: nobody could have performed it.
 * Only one period back: what was itself carried over is not carried further.
 */
export function carriedOverMinutes(
  previous: Pick<RamtidLedgerLine, 'orderedMinutes' | 'givenBackMinutes' | 'forecastMinutes' | 'kind'>,
  { ramtidCarryOverShare }: Pick<UnitSettings, 'ramtidCarryOverShare'>,
): number {
  if (previous.kind === null || previous.kind === 'larm') return 0;
  const most = previous.orderedMinutes * ramtidCarryOverShare;
  const left = previous.orderedMinutes - previous.forecastMinutes;
  const saved = left > 0 ? Math.max(0, left - previous.givenBackMinutes) : left;
  return Math.max(-most, Math.min(most, saved));
}
