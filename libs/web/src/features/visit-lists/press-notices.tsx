import { Button, CloseButton, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWording } from '../../text/texts.js';
import type { EventQueue, QueueState } from '../registered-times/event-queue.js';
import styles from './my-day.module.css';

interface PressNoticesProps {
  readonly queue: EventQueue;
  readonly state: QueueState;
}

/** At the thumb: the last press with Ångra, and what has not reached the server. */
export function PressNotices({ queue, state }: PressNoticesProps) {
  const { texts } = useWording();
  const held = useHeldPress(state);
  const refused = state.refused.at(-1);
  const hasUnsent = state.failures > 0;
  return (
    <div className={styles.notices} aria-live="polite">
      {refused !== undefined && (
        <div className={styles.notice} data-kind="breaks">
          <Group justify="space-between" wrap="nowrap">
            <Text>⛔ {texts.myDay.refused(refused.reason)}</Text>
            <CloseButton size="lg" aria-label={texts.common.close} onClick={() => queue.dismissRefused()} />
          </Group>
        </div>
      )}
      {hasUnsent && (
        <div className={styles.notice} data-kind="warns">
          <Text fw={600}>△ {texts.myDay.unsent(state.waiting.length)}</Text>
          <Text>{state.needsLogin ? texts.myDay.logInToSend : texts.myDay.unsentHint}</Text>
        </div>
      )}
      {held !== null && (
        <div className={styles.notice}>
          <Group justify="space-between" wrap="nowrap">
            <Text>{texts.myDay.undoHint(texts.myDay.tapped[held.event.kind])}</Text>
            <Button variant="default" size="lg" onClick={() => queue.undo(held.event.id)}>
              {texts.myDay.undo}
            </Button>
          </Group>
        </div>
      )}
    </div>
  );
}

/** The last press that can still be taken back; looked at again when its time is up. */
function useHeldPress({ waiting }: QueueState) {
  const [now, setNow] = useState(() => Date.now());
  const last = waiting.at(-1);
  useEffect(() => {
    if (last === undefined) return undefined;
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, last.sendAfter - Date.now()));
    return () => clearTimeout(timer);
  }, [last]);
  return last !== undefined && last.sendAfter > now ? last : null;
}
