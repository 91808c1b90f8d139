import type { DoorCodeAnswer } from '@hemtjanst/contracts';
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Sign } from '../../components/sign.js';
import { callApi } from '../../lib/api-client.js';
import { problemText } from '../../lib/problem-text.js';
import { myDayTexts } from '../../text/pages/my-day.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import styles from './my-day.module.css';

/** A code left on a screen is read by whoever passes. */
const SHOWN_MILLISECONDS = 60_000;

interface DoorCodeProps {
  readonly visitId: string;
  /** The server gives it out from this time on. */
  readonly from: string;
}

type Shown = { readonly code: string } | { readonly fault: string } | null;

/** The door code behind one press, never before it is needed, never kept on the phone. */
export function DoorCode({ visitId, from }: DoorCodeProps) {
  const { texts, formats } = useWording();
  const words = useTextsOf(myDayTexts);
  const isOpen = useHasPassed(from);
  const [shown, setShown] = useState<Shown>(null);
  const [isAsking, setIsAsking] = useState(false);

  useEffect(() => {
    if (shown === null) return undefined;
    const timer = setTimeout(() => setShown(null), SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [shown]);

  const ask = async (): Promise<void> => {
    setIsAsking(true);
    try {
      const { code } = await callApi<DoorCodeAnswer>(`/visit-lists/mine/visits/${visitId}/door-code`, {
        method: 'POST',
      });
      setShown({ code });
    } catch (error) {
      setShown({ fault: `${words.doorCodeFailed} ${problemText(error, texts)}` });
    } finally {
      setIsAsking(false);
    }
  };

  if (!isOpen) return <p className={styles.quiet}>{words.doorCodeFrom(formats.clock(from))}</p>;
  return (
    <div className={styles.doorCode} aria-live="polite">
      {shown !== null && 'code' in shown && (
        <p>
          {words.doorCodeIs} <strong>{shown.code}</strong>
        </p>
      )}
      {shown !== null && 'fault' in shown && (
        <p>
          <Sign kind="breaks" /> {shown.fault}
        </p>
      )}
      <Button
        size="lg"
        variant="default"
        loading={isAsking}
        onClick={() => (shown !== null && 'code' in shown ? setShown(null) : void ask())}
      >
        {shown !== null && 'code' in shown ? words.doorCodeHide : words.doorCode}
      </Button>
    </div>
  );
}

/** True from the given time on; looked at again when it comes. */
function useHasPassed(instant: string): boolean {
  const at = Date.parse(instant);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const left = at - Date.now();
    if (left <= 0) return undefined;
    // Longer waits than a day do not fit a browser's timer; the list is of one day.
    const timer = setTimeout(() => setNow(Date.now()), Math.min(left, 86_400_000));
    return () => clearTimeout(timer);
  }, [at, now]);
  return now >= at;
}
