import type { NewVisitReport, RegisteredEvent } from '@hemtjanst/contracts';
import { Button, CloseButton, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Sign } from '../../components/sign.js';
import { myDayTexts } from '../../text/pages/my-day.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import type { QueueState, WaitingPress } from '../registered-times/press-queue.js';
import type { EventQueue, ReportQueue } from '../registered-times/use-press-queues.js';
import styles from './my-day.module.css';

interface PressNoticesProps {
  readonly queue: EventQueue;
  readonly state: QueueState<RegisteredEvent>;
  readonly reports: ReportQueue;
  readonly reported: QueueState<NewVisitReport>;
  /** A report was just written. */
  readonly isReported: boolean;
  readonly onReportSeen: () => void;
}

const SEEN_AFTER_MILLISECONDS = 6000;

/** At the thumb: the last press with Ångra, and what has not reached the server. */
export function PressNotices({ queue, state, reports, reported, isReported, onReportSeen }: PressNoticesProps) {
  const { texts } = useWording();
  const words = useTextsOf(myDayTexts);
  const held = useHeldPress(state);
  const refused = state.refused.at(-1) ?? reported.refused.at(-1);
  const hasUnsent = state.failures + reported.failures > 0;
  const needsLogin = state.needsLogin || reported.needsLogin;
  const isKept = state.isKept && reported.isKept;
  useEffect(() => {
    if (!isReported) return undefined;
    const timer = setTimeout(onReportSeen, SEEN_AFTER_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [isReported, onReportSeen]);
  return (
    <div className={styles.notices} aria-live="polite">
      {refused !== undefined && (
        <div className={styles.notice} data-kind="breaks">
          <Group justify="space-between" wrap="nowrap">
            <Text>
              <Sign kind="breaks" /> {texts.myDay.refused(refused.reason)}
            </Text>
            <CloseButton
              size={48}
              aria-label={texts.common.close}
              onClick={() => {
                queue.dismissRefused();
                reports.dismissRefused();
              }}
            />
          </Group>
        </div>
      )}
      {hasUnsent && (
        <div className={styles.notice} data-kind="warns">
          <Text fw={600}>
            <Sign kind="warns" /> {texts.myDay.unsent(state.waiting.length + reported.waiting.length)}
          </Text>
          <Text>{needsLogin ? texts.myDay.logInToSend : isKept ? words.unsentHint : words.notKept}</Text>
        </div>
      )}
      {isReported && !hasUnsent && (
        <div className={styles.notice}>
          <Sign kind="holds" /> {words.reportDone}
        </div>
      )}
      {held !== null && (
        <div className={styles.notice}>
          <Group justify="space-between" wrap="nowrap">
            <Text>{texts.myDay.undoHint(texts.myDay.tapped[held.press.kind])}</Text>
            <Button variant="default" size="lg" onClick={() => queue.undo(held.press.id)}>
              {texts.myDay.undo}
            </Button>
          </Group>
        </div>
      )}
    </div>
  );
}

/** The last press that can still be taken back; looked at again when its time is up. */
function useHeldPress({ waiting }: QueueState<RegisteredEvent>): WaitingPress<RegisteredEvent> | null {
  const [now, setNow] = useState(() => Date.now());
  const last = waiting.at(-1);
  useEffect(() => {
    if (last === undefined) return undefined;
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, last.sendAfter - Date.now()));
    return () => clearTimeout(timer);
  }, [last]);
  return last !== undefined && last.sendAfter > now ? last : null;
}
