import type { VisitListStopAnswer } from '@hemtjanst/contracts';
import { useWording } from '../../text/texts.js';
import { Sign } from '../../components/sign.js';
import styles from './my-day.module.css';

/** Rast, kringtid, a meeting, and where the shift begins and ends. */
export function OtherStop({ stop }: { readonly stop: VisitListStopAnswer }) {
  const { formats } = useWording();
  const [from, to] = [formats.clock(stop.startsAt), formats.clock(stop.endsAt)];
  return (
    <div className={stop.kind === 'break' ? `${styles.other} ${styles.rast}` : styles.other}>
      <span className={styles.time}>{from === to ? from : `${from}–${to}`}</span>
      <span>
        {stop.kind === 'break' && <Sign kind="rast" />}
        {stop.kind === 'meeting' && <Sign kind="meeting" />}
        {stop.kind === 'meeting' ? <strong>{stop.title}</strong> : stop.title}
        {stop.address !== null && <span className={styles.quiet}>, {stop.address}</span>}
      </span>
    </div>
  );
}
