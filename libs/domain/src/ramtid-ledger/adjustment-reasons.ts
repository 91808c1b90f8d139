import { INSATS_NAMES } from '../genomforandeplan/insats.js';
import type { VisitDemand } from '../visit-demand/visit-demand.js';
import type { LedgerPeriod } from './ledger-period.js';
import type { WeekFrame } from './week-frame.js';

/** Why a visit was left out, added or moved, in one Swedish sentence or two; no names in them. */

export const leaveOutReason = (demand: VisitDemand, frame: WeekFrame, before: number, after: number): string =>
  `${standing(frame, before)}, över ramen. ${visitText(demand)} lämnas ute: prognosen blir ${hours(after)}.`;

export const addReason = (demand: VisitDemand, frame: WeekFrame, before: number, after: number): string =>
  `${standing(frame, before)}, under ${percent(frame.source.settings.ramtidWarning.under)}. ` +
  `${visitText(demand)} läggs till: prognosen blir ${hours(after)}.`;

export const moveReason = (demand: VisitDemand, frame: WeekFrame, before: number, to: LedgerPeriod): string =>
  `${standing(frame, before)}. ${visitText(demand)} läggs på dagar i ${to}, där det ryms.`;

const standing = ({ source, line }: WeekFrame, forecast: number): string =>
  `Prognosen för ${source.period} är ${hours(forecast)} av ${hours(line.orderedMinutes + line.carriedOverMinutes)}`;

function visitText({ insatser, serviceMinutes }: VisitDemand): string {
  const names = insatser.map((insats) => INSATS_NAMES[insats]).join(' och ');
  return `${names.slice(0, 1).toUpperCase()}${names.slice(1)} ${serviceMinutes} min`;
}

function hours(minutes: number): string {
  const whole = Math.round(minutes);
  return whole % 60 === 0 ? `${whole / 60} h` : `${Math.floor(whole / 60)} h ${whole % 60} min`;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
