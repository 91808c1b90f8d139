import type { DayRouteAnswer, UnassignedDemandAnswer } from '@hemtjanst/contracts';
import type { LocalDate } from '@hemtjanst/domain';
import { useWording } from '../../text/texts.js';
import { Sign } from '../../components/sign.js';
import styles from './week.module.css';

export type DayChoice = LocalDate | 'week';

interface DayTabsProps {
  readonly dates: readonly LocalDate[];
  readonly chosen: DayChoice;
  /** A list per date; undefined while it is fetched. */
  readonly routes: readonly (readonly DayRouteAnswer[] | undefined)[];
  readonly unassigned: readonly UnassignedDemandAnswer[];
  readonly onChoose: (choice: DayChoice) => void;
}

/** The week's days with what is placed and what is left over, and the week as a whole. */
export function DayTabs({ dates, chosen, routes, unassigned, onChoose }: DayTabsProps) {
  const { texts, formats } = useWording();
  const leftOn = (date: LocalDate): number => unassigned.filter((demand) => demand.date === date).length;
  return (
    <nav className={styles.days} aria-label={texts.scope.week}>
      {dates.map((date, at) => {
        const visits = routes[at]?.reduce((sum, { sums }) => sum + sums.visits, 0);
        return (
          <button
            key={date}
            type="button"
            aria-pressed={chosen === date}
            className={styles.day}
            onClick={() => onChoose(date)}
          >
            <strong>{formats.day(date)}</strong>
            <span>
              {visits === undefined ? '…' : `${visits} ${texts.week.metrics.visits}`}
              {leftOn(date) > 0 && (
                <>
                  {' · '}
                  <Sign kind="warns" /> {leftOn(date)}
                </>
              )}
            </span>
          </button>
        );
      })}
      <button type="button" aria-pressed={chosen === 'week'} className={styles.day} onClick={() => onChoose('week')}>
        <strong>{texts.week.wholeWeek}</strong>
        <span>
          <Sign kind={unassigned.length === 0 ? 'holds' : 'warns'} /> {unassigned.length} {texts.week.metrics.unplaced}
        </span>
      </button>
    </nav>
  );
}
