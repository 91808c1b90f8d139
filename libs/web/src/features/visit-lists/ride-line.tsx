import type { VisitListStopAnswer } from '@hemtjanst/contracts';
import { wholeMinutes } from '../../lib/format.js';
import { myDayTexts } from '../../text/pages/my-day.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { Sign } from '../../components/sign.js';
import styles from './my-day.module.css';

interface RideLineProps {
  readonly ride: NonNullable<VisitListStopAnswer['nextRide']>;
}

/** The way to the next door and what it is made of, so that nobody wonders why 800 m takes 7 minutes. */
export function RideLine({ ride }: RideLineProps) {
  const { texts, formats } = useWording();
  const minutes = wholeMinutes(ride.travelSeconds + ride.handlingSeconds);
  const words = useTextsOf(myDayTexts);
  const parts =
    ride.handlingParts.length === 0
      ? texts.myDay.rideParts(wholeMinutes(ride.travelSeconds), minutes - wholeMinutes(ride.travelSeconds))
      : [
          ...(ride.travelSeconds === 0 ? [] : [words.part(words.travelBy[ride.mode], ride.travelSeconds)]),
          ...ride.handlingParts.map(({ kind, seconds }) =>
            words.part(kind === 'mode' ? words.modePart[ride.mode] : words.parts[kind], seconds),
          ),
        ].join(' · ');
  return (
    <p className={styles.ride}>
      <strong>{texts.myDay.ride(minutes, texts.myDay.modes[ride.mode])}</strong> · {formats.distance(ride.travelMeters)}
      {ride.isEstimated && (
        <>
          {' · '}
          <Sign kind="warns" /> {texts.myDay.estimated}
        </>
      )}
      <br />
      {parts}
    </p>
  );
}
