import type { VisitDemandAnswer } from '@hemtjanst/contracts';
import type { ReactNode } from 'react';
import { Sign } from '../../components/sign.js';
import { wholeMinutes } from '../../lib/format.js';
import { boardTexts } from '../../text/pages/board.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { isTight, placeOn, type RideBar, type Span } from './board-layout.js';
import styles from './board.module.css';
import { minuteOfClock } from './window-whiskers.js';

interface BoardRideProps {
  readonly ride: RideBar;
  readonly axis: Span;
  /** What was asked of the visit it leads to. */
  readonly demand: VisitDemandAnswer | undefined;
}

type Shown = RideBar['state'] | 'tight';
const SIGNS: Readonly<Record<Shown, ReactNode>> = {
  holds: null,
  estimated: null,
  tight: <Sign kind="warns" />,
  breaks: <Sign kind="breaks" />,
};

/** The way between two doors; colour and sign say whether its time holds. */
export function BoardRide({ ride, axis, demand }: BoardRideProps) {
  const { texts, formats } = useWording();
  const words = useTextsOf(boardTexts);
  const latest = demand === undefined ? Infinity : minuteOfClock(demand.window.latest);
  const shown: Shown = isTight(ride, ride.toMinute + ride.slackSeconds / 60, latest) ? 'tight' : ride.state;
  const parts = texts.myDay.rideParts(wholeMinutes(ride.travelSeconds), wholeMinutes(ride.handlingSeconds));
  const title = `${texts.week.board.ride(parts)}, ${formats.distance(ride.travelMeters)}. ${words.ride[shown]}`;
  return (
    <div className={styles.ride} data-state={shown} style={placeOn(axis, ride)} title={title}>
      {SIGNS[shown]}
    </div>
  );
}
