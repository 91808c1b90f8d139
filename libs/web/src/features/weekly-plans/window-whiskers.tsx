import type { PlannedVisitAnswer } from '@hemtjanst/contracts';
import { minuteOfDayOf, type Instant } from '@hemtjanst/domain';
import { placeOn, type Span } from './board-layout.js';
import styles from './board.module.css';
import type { PlanPeople } from './people.js';

interface WindowWhiskersProps {
  readonly visit: PlannedVisitAnswer;
  readonly axis: Span;
  readonly people: PlanPeople;
}

/** When the chosen visit may begin: from the earliest to the latest start. */
export function WindowWhiskers({ visit, axis, people }: WindowWhiskersProps) {
  const demand = people.demands.get(visit.visitDemandId);
  if (demand === undefined) return null;
  const [fromMinute, latest] = [minuteOfClock(demand.window.earliest), minuteOfClock(demand.window.latest)];
  const starts = minuteOfDayOf(visit.startsAt as Instant);
  return <div className={styles.window} style={placeOn(axis, { fromMinute, toMinute: Math.max(latest, starts) })} />;
}

/** 07:05 → 425. */
export const minuteOfClock = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
