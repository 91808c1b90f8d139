import type { VisitListStopAnswer } from '@hemtjanst/contracts';
import { wholeMinutes } from '../../lib/format.js';
import { useWording } from '../../text/texts.js';
import styles from './my-day.module.css';

interface RideLineProps {
  readonly ride: NonNullable<VisitListStopAnswer['nextRide']>;
}

/** The way to the next door and what it is made of, so that nobody wonders why 800 m takes 7 minutes. */
export function RideLine({ ride }: RideLineProps) {
  const { texts, formats } = useWording();
  const minutes = wholeMinutes(ride.travelSeconds + ride.handlingSeconds);
  const parts = texts.myDay.rideParts(wholeMinutes(ride.travelSeconds), minutes - wholeMinutes(ride.travelSeconds));
  return (
    <p className={styles.ride}>
      <strong>{texts.myDay.ride(minutes, texts.myDay.modes[ride.mode])}</strong> · {formats.distance(ride.travelMeters)}
      {ride.isEstimated && ` · △ ${texts.myDay.estimated}`}
      <br />
      {parts}
    </p>
  );
}
