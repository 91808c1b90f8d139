import { memo } from 'react';
import { Sign } from '../../../components/sign.js';
import { minuteOfDate } from '../../../lib/format.js';
import { useWording } from '../../../text/texts.js';
import { placeOn, type Span } from '../board-layout.js';
import styles from '../board.module.css';
import { useDragPart } from './drag-context.js';
import { forbiddenIn } from './drag-store.js';
import { signed } from './price-words.js';

interface RowDraggingProps {
  readonly shiftId: string;
  readonly axis: Span;
}

/** What a drag says about one row: why it is out of the question, or the best place in it with its price. */
export const RowDragging = memo(function RowDragging({ shiftId, axis }: RowDraggingProps) {
  const { language } = useWording();
  const isDragging = useDragPart((state) => state.dragged !== null);
  const forbidden = useDragPart((state) => forbiddenIn(state, shiftId));
  const place = useDragPart(
    (state) => state.places?.places.find((one) => one.shiftId === shiftId && !one.isPresent) ?? null,
  );
  if (!isDragging) return null;
  if (forbidden !== null)
    return (
      <div className={styles.forbidden}>
        <Sign kind="breaks" /> {forbidden[language]}
      </div>
    );
  if (place === null) return null;
  const startsMinute = minuteOfDate(place.startsAt, place.date);
  const span = { fromMinute: startsMinute, toMinute: minuteOfDate(place.endsAt, place.date) };
  return (
    <div className={styles.possible} style={placeOn(axis, span)}>
      {signed(Math.round(place.differenceSeconds / 60))}
    </div>
  );
});
