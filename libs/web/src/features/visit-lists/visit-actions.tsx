import type { VisitListStopAnswer } from '@hemtjanst/contracts';
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { myDayTexts } from '../../text/pages/my-day.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import type { VisitProgress } from '../registered-times/visit-progress.js';
import { DoorCode } from './door-code.js';
import type { EventKind } from './event-kind.js';
import styles from './my-day.module.css';

export interface VisitActionsProps {
  readonly stop: VisitListStopAnswer;
  readonly progress: VisitProgress;
  /** The one to go to now: its button is the big one. */
  readonly isNext: boolean;
  readonly onPress: (kind: EventKind) => void;
  readonly onReport: () => void;
}

/** One press for what is done at every door; the rest behind one more, each wide enough for a glove. */
export function VisitActions({ stop, progress, isNext, onPress, onReport }: VisitActionsProps) {
  const { texts } = useWording();
  const words = useTextsOf(myDayTexts);
  const [isOpen, setIsOpen] = useState(false);
  const moreId = useId();
  const isOngoing = progress.kind === 'ongoing';
  const isOver = !isOngoing && progress.kind !== 'planned';
  return (
    <>
      <div className={styles.actions}>
        {!isOver && (
          <Button
            size="lg"
            fullWidth
            variant={isNext ? 'filled' : 'default'}
            aria-label={isOngoing ? texts.myDay.stopFor(stop.title) : texts.myDay.startFor(stop.title)}
            onClick={() => onPress(isOngoing ? 'stop' : 'start')}
          >
            {isOngoing ? texts.myDay.stop : texts.myDay.start}
          </Button>
        )}
        <Button
          size="lg"
          variant="default"
          className={styles.more}
          aria-expanded={isOpen}
          aria-controls={moreId}
          aria-label={texts.myDay.more(stop.title)}
          onClick={() => setIsOpen(!isOpen)}
        >
          {words.more}
        </Button>
      </div>
      {stop.doorCodeFrom !== null && !isOver && stop.plannedVisitId !== null && (
        <DoorCode visitId={stop.plannedVisitId} from={stop.doorCodeFrom} />
      )}
      <div id={moreId} className={styles.moreActions} hidden={!isOpen}>
        {progress.kind === 'planned' && (
          <>
            <Button size="lg" variant="default" onClick={() => onPress('avbojt')}>
              {texts.myDay.declined}
            </Button>
            <Button size="lg" variant="default" onClick={() => onPress('bom')}>
              {texts.myDay.nobodyHome}
            </Button>
          </>
        )}
        <Button size="lg" variant="default" onClick={onReport}>
          {words.reportAction}
        </Button>
      </div>
    </>
  );
}
