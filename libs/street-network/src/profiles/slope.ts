import type { StreetTags } from './street-profile.js';

/** A sign or a mapper who only says "up" means a hill one notices: 5 %. */
const noticedPercent = 5;
const steepestPercent = 20;

/**
 * How steep a way is in the direction it is drawn, percent, positive uphill: `incline=8%`, `-3 %`, `4°`, `up`, `down`.
 * 0 where nothing is told. Steps have speeds of their own.
 */
export function slopePercent({ incline, highway }: StreetTags): number {
  if (incline === undefined || highway === 'steps') return 0;
  if (incline === 'up') return noticedPercent;
  if (incline === 'down') return -noticedPercent;
  const figure = Number.parseFloat(incline.replace(',', '.'));
  if (!Number.isFinite(figure)) return 0;
  const percent = incline.includes('°') ? Math.tan((figure * Math.PI) / 180) * 100 : figure;
  return Math.max(-steepestPercent, Math.min(steepestPercent, percent));
}

/**
 * The share of the speed on the flat that is left uphill. Downhill nobody rides faster in a town: brakes and crossings.
 *
 * @param lossPerPercent 0.08 for a bicycle at constant effort (15 km/h on the flat, 9 km/h at 5 %), 0.03 with assistance
 * or on foot (Tobler's walking function gives 0.84 at 5 %)
 */
export function climbFactor(percent: number, lossPerPercent: number): number {
  return percent <= 0 ? 1 : Math.max(0.25, 1 - lossPerPercent * percent);
}
