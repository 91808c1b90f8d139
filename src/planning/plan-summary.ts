import type { UnitSettings, WeeklyPlan } from '@hemtjanst/domain';

const percent = (share: number): string => `${(share * 100).toFixed(1).replace('.', ',')} %`;
const decimal = (value: number): string => value.toFixed(1).replace('.', ',');
const hours = (minutes: number): string => `${decimal(minutes / 60)} h`;

const TRAVEL_TEXT: Record<WeeklyPlan['travel']['source'], string> = {
  osrm: 'OSRM',
  'street-network': 'gatunätet i den egna kartan',
  estimate: 'UPPSKATTADE restider (fågelvägen)',
};

/** A plan in a few Swedish lines for a terminal: what is placed, what is left and why, and how good it is. */
export function planSummary(plan: WeeklyPlan, settings: UnitSettings): string[] {
  const { metrics, visits, unassigned } = plan;
  const faces = metrics.distinctEmployeesPer14Days;
  const staff = Math.max(1, metrics.staffMinutes);
  const target = settings.efficiencyTarget;
  return [
    `Vecka ${plan.week}: ${visits.length} besök planerade på ${plan.routes.length} pass, ${metrics.unassignedVisits} ej placerade.`,
    ...reasonLines(unassigned),
    `Planerad effektivitet ${percent(metrics.plannedEfficiency)} mot målet ${percent(target)}: ${hours(metrics.visitMinutes)} besök av ${hours(metrics.staffMinutes)} personaltid.${ceilingText(metrics)}`,
    `Övrig tid: restid ${percent(metrics.travelMinutes / staff)}, hantering vid dörren ${percent(metrics.handlingMinutes / staff)}, kringtid ${percent(metrics.kringtidMinutes / staff)}, väntan ${percent(metrics.waitMinutes / staff)}. Utanför personaltiden: rast ${hours(metrics.breakMinutes)}.`,
    `Kontinuitet: i medel ${decimal(faces.mean)} olika medarbetare på 14 dagar (median ${decimal(faces.median)}, flest ${faces.max}); över ${settings.continuityGoal}: ${percent(faces.shareAbove10)}. Kontaktman gör ${percent(metrics.contactPersonShare)} av besöken.`,
    `Restider från ${TRAVEL_TEXT[plan.travel.source]}${plan.travel.estimatedLegs > 0 ? `; ${plan.travel.estimatedLegs} sträckor uppskattade` : ''}.`,
  ];
}

function ceilingText({ attainableEfficiency }: WeeklyPlan['metrics']): string {
  if (attainableEfficiency === null) return '';
  return ` Mer än ${percent(attainableEfficiency)} kan ingen plan nå med veckans behov och pass.`;
}

/** How many visits each reason left over. */
function reasonLines(unassigned: WeeklyPlan['unassigned']): string[] {
  const count = new Map<string, number>();
  for (const reason of unassigned.flatMap((demand) => demand.reasons.slice(0, 1))) {
    count.set(reason.text, (count.get(reason.text) ?? 0) + 1);
  }
  return [...count].sort((a, b) => b[1] - a[1]).map(([text, visits]) => `  ${visits} × ${text}`);
}
