import {
  DEFAULT_UNIT_SETTINGS,
  INSATS_CODES,
  addDays,
  minutes,
  type Brukare,
  type LocalDate,
  type OrderKind,
  type RamtidOrder,
  type VisitTemplate,
} from '@hemtjanst/domain';
import { monthHours, type InventedVisit } from './invent-pattern.js';
import type { Random } from './random.js';

/** An order with the visits it leads to; whether a genomförandeplan says so is decided apart. */
export interface InventedOrder {
  readonly order: RamtidOrder;
  readonly visits: readonly VisitTemplate[];
  readonly hasGenomforandeplan: boolean;
}

/** The share of orders whose genomförandeplan agreed on visits; for the rest the product proposes them. */
const WITH_GENOMFORANDEPLAN = 0.85;
const BOOKED_WINDOW = DEFAULT_UNIT_SETTINGS.windows.eftermiddag;
const GOALS = [
  'Kunna bo kvar hemma och känna sig trygg',
  'Behålla de förmågor som finns och klara mer själv',
  'Ett rent och ordnat hem',
  'Regelbundna måltider och social samvaro',
] as const;

export function inventOrder(
  brukare: Brukare,
  visits: readonly InventedVisit[],
  monday: LocalDate,
  random: Random,
): InventedOrder {
  const order = orderOf(`B${brukare.id}-1`, brukare, 'hemtjanst', visits, monday, random);
  return { order, visits: withIds(order, visits), hasGenomforandeplan: random.chance(WITH_GENOMFORANDEPLAN) };
}

/** A few have a second order: company to somewhere, relief for a relative, or only the alarm. */
export function inventSecondOrder(brukare: Brukare, monday: LocalDate, random: Random): InventedOrder | null {
  const kind = random.chance(0.02)
    ? 'ledsagning'
    : random.chance(0.015)
      ? 'avlosning'
      : random.chance(0.1)
        ? 'larm'
        : null;
  if (kind === null) return null;
  const visits = kind === 'larm' ? [] : [bookedVisit(kind)];
  const order = orderOf(`B${brukare.id}-2`, brukare, kind, visits, monday, random);
  return { order, visits: withIds(order, visits), hasGenomforandeplan: true };
}

function orderOf(
  id: string,
  brukare: Brukare,
  kind: OrderKind,
  visits: readonly InventedVisit[],
  monday: LocalDate,
  random: Random,
): RamtidOrder {
  const from = addDays(monday, -random.whole(30, 700));
  const insatser = INSATS_CODES.filter((code) => visits.some((visit) => visit.insatser.includes(code)));
  return {
    id,
    brukareId: brukare.id,
    from,
    to: random.chance(0.2) ? addDays(monday, random.whole(20, 300)) : null,
    hoursPerMonth: monthHours(visits),
    kind,
    insatser: kind === 'larm' ? ['larm'] : insatser,
    doubleStaffing: visits.some(({ helper }) => helper !== null),
    goal: random.pick(GOALS),
    receivedOn: addDays(from, -random.whole(1, 10)),
  };
}

function withIds(order: RamtidOrder, visits: readonly InventedVisit[]): VisitTemplate[] {
  const idOf = (index: number): string => `M${order.id.slice(1)}-${index + 1}`;
  return visits.map(({ gap, ...visit }, index) => ({
    ...visit,
    id: idOf(index),
    orderId: order.id,
    gap: gap && {
      afterTemplateId: idOf(gap.after),
      minMinutes: minutes(gap.minMinutes),
      maxMinutes: minutes(gap.maxMinutes),
    },
  }));
}

const bookedVisit = (kind: 'ledsagning' | 'avlosning'): InventedVisit => ({
  insatser: [kind],
  recurrence: { kind: 'floating', times: 1, everyWeeks: kind === 'ledsagning' ? 2 : 1 },
  window: BOOKED_WINDOW,
  serviceMinutes: minutes(DEFAULT_UNIT_SETTINGS.insatsMinutes[kind]),
  helper: null,
  competences: [],
  priority: 2,
  isTimeCritical: false,
  gap: null,
  minDaysBetween: 1,
  isProposed: false,
});
