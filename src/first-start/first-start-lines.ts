import type { VisitListAnswer } from '@hemtjanst/contracts';
import type { FirstPlan } from './first-plan.js';

const percent = (share: number): string => `${(share * 100).toFixed(1).replace('.', ',')} %`;
const decimal = (value: number): string => value.toFixed(1).replace('.', ',');
const clock = (instant: string): string => instant.slice(11, 16);

const SOURCE_TEXT = {
  osrm: 'OSRM',
  'street-network': 'gatunätet i kartan',
  estimate: 'uppskattade restider (fågelvägen)',
} as const;

/** What the first plan came to, for the terminal. */
export function summaryLines({ groupName, plan, leftOver, notPublished }: FirstPlan, target: number): string[] {
  const { metrics, travel } = plan;
  const staff = Math.max(1, metrics.staffMinutes);
  const faces = metrics.distinctEmployeesPer14Days;
  return [
    `${groupName}, vecka ${plan.week}: ${plan.visitCount} besök placerade, ${metrics.unassignedVisits} ej placerade.`,
    ...leftOver.slice(0, 5).map(({ text, visits }) => `    ${visits} × ${text}`),
    `  Planerad effektivitet ${percent(metrics.plannedEfficiency)} mot målet ${percent(target)} (besökstid av personaltid utan rast)`,
    `  Restid ${percent(metrics.travelMinutes / staff)}, hantering vid dörren ${percent(metrics.handlingMinutes / staff)}, kringtid ${percent(metrics.kringtidMinutes / staff)}, väntan ${percent(metrics.waitMinutes / staff)}; restider från ${SOURCE_TEXT[travel.source]}`,
    `  Olika medarbetare per brukare på 14 dagar: ${decimal(faces.mean)} i medel, median ${decimal(faces.median)}, flest ${faces.max}; kontaktman gör ${percent(metrics.contactPersonShare)} av besöken`,
    notPublished === null ? '  Planen är publicerad.' : `  Planen är ett förslag, inte publicerad: ${notPublished}.`,
  ];
}

/** A visit list as the employee would read it. The people are invented, so names may be shown. */
export function visitListLines(list: VisitListAnswer): string[] {
  return [
    `Första besökslistan, ${list.date}:`,
    ...list.stops.map((stop) => {
      const ride = stop.nextRide;
      const next =
        ride === null || ride.travelSeconds + ride.handlingSeconds === 0
          ? ''
          : `   → ${Math.ceil((ride.travelSeconds + ride.handlingSeconds) / 60)} min, ${ride.travelMeters} m`;
      const who = [stop.title, stop.address].filter((part) => part !== null).join(', ');
      const what = stop.kind === 'visit' ? `${who} (${stop.insatser.join(', ')})` : stop.title;
      return `  ${clock(stop.startsAt)}–${clock(stop.endsAt)}  ${what}${next}`;
    }),
  ];
}
