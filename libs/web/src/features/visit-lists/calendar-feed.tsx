import { Anchor, Button } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { Sign } from '../../components/sign.js';
import { problemText } from '../../lib/problem-text.js';
import { calendarTexts } from '../../text/pages/calendar.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import {
  calendarFileOf,
  useCalendarFeed,
  useCloseCalendarFeed,
  useOpenCalendarFeed,
  type CalendarOf,
} from './calendar-api.js';
import styles from './calendar-feed.module.css';

/** The secret address of an employee's calendar: made, copied, renewed and closed. */
export function CalendarFeed({ of }: { readonly of: CalendarOf }) {
  const { texts, formats } = useWording();
  const words = useTextsOf(calendarTexts);
  const feed = useCalendarFeed(of);
  const made = useOpenCalendarFeed(of);
  const closed = useCloseCalendarFeed(of);
  if (feed.isPending) return <LoadingState rows={2} />;
  if (feed.isError) return <ErrorState error={feed.error} onRetry={() => void feed.refetch()} />;
  const { hasAccount, isOpen, expiresOn } = feed.data;
  const failed = made.error ?? closed.error;
  const make = (): void => {
    closed.reset();
    made.mutate();
  };
  const close = (): void => {
    made.reset();
    closed.mutate();
  };
  return (
    <div className={styles.feed}>
      <p>{words.how}</p>
      <p role="status">
        {closed.isSuccess && (
          <>
            <Sign kind="holds" /> {words.closed}
          </>
        )}
        {!closed.isSuccess && !hasAccount && words.noAccount}
        {!closed.isSuccess && hasAccount && !isOpen && made.data === undefined && words.none}
        {isOpen && expiresOn !== null && made.data === undefined && words.open(formats.longDay(expiresOn))}
      </p>
      {made.data !== undefined && <MadeAddress address={made.data.address} isHandedOver={of.kind === 'employee'} />}
      {failed !== null && (
        <p role="alert">
          <Sign kind="breaks" /> {problemText(failed, texts)}
        </p>
      )}
      {hasAccount && (
        <>
          {isOpen && <p className={styles.quiet}>{words.renewHint}</p>}
          <div className={styles.actions}>
            <Button size="lg" variant={isOpen ? 'default' : 'filled'} loading={made.isPending} onClick={make}>
              {isOpen ? words.renew : words.make}
            </Button>
            {isOpen && (
              <Button size="lg" variant="default" loading={closed.isPending} onClick={close}>
                {words.close}
              </Button>
            )}
          </div>
        </>
      )}
      <Anchor href={calendarFileOf(of)} download underline="always">
        {words.download}
      </Anchor>
    </div>
  );
}

interface MadeAddressProps {
  /** Path on the service. */
  readonly address: string;
  /** Made by the office for somebody else. */
  readonly isHandedOver: boolean;
}

function MadeAddress({ address, isHandedOver }: MadeAddressProps) {
  const words = useTextsOf(calendarTexts);
  const field = useRef<HTMLInputElement>(null);
  const fieldId = useId();
  const [isCopied, setIsCopied] = useState<boolean | null>(null);
  const whole = `${window.location.origin}${address}`;
  const copy = async (): Promise<void> => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(whole);
      setIsCopied(true);
    } catch {
      // Without the right to the clipboard the address is marked, ready to be copied by hand.
      setIsCopied(false);
    }
  };
  return (
    <div className={styles.made}>
      <label htmlFor={fieldId}>{words.address}</label>
      <input
        ref={field}
        id={fieldId}
        readOnly
        value={whole}
        autoComplete="off"
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <Button size="lg" onClick={() => void copy()}>
        {words.copy}
      </Button>
      <p role="status">
        {isCopied === true && (
          <>
            <Sign kind="holds" /> {words.copied}
          </>
        )}
        {isCopied === false && (
          <>
            <Sign kind="warns" /> {words.notCopied}
          </>
        )}
      </p>
      <p>{words.paste}</p>
      <p>
        <Sign kind="warns" /> {words.secret} {isHandedOver && words.handOver}
      </p>
    </div>
  );
}
