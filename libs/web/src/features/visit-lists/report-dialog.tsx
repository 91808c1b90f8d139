import type { NewVisitReport, VisitListStopAnswer } from '@hemtjanst/contracts';
import { Button } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { Sign } from '../../components/sign.js';
import { FullDialog } from '../../components/full-dialog.js';
import { myDayTexts } from '../../text/pages/my-day.js';
import { useTextsOf } from '../../text/texts.js';
import styles from './my-day.module.css';

interface ReportDialogProps {
  readonly stop: VisitListStopAnswer;
  readonly onSend: (said: Pick<NewVisitReport, 'kind' | 'text'>) => void;
  readonly onClose: () => void;
}

const KINDS = ['too-short', 'wrong-time', 'stairs', 'wrong-code', 'two-needed', 'other'] as const;
const LONGEST_TEXT = 200;

/** "Stämmer inte": what is planned wrong at this door, in one press and perhaps a line. */
export function ReportDialog({ stop, onSend, onClose }: ReportDialogProps) {
  const words = useTextsOf(myDayTexts);
  const [kind, setKind] = useState<NewVisitReport['kind'] | null>(null);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [hintId, faultId] = [useId(), useId()];

  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (kind === null) return setFault(words.reportNoKind);
    if (kind === 'other' && text.trim() === '') return setFault(words.reportMissing);
    onSend({ kind, text: text.trim() === '' ? null : text.trim() });
  };

  return (
    <FullDialog title={words.reportTitle(stop.title)} closeLabel={words.cancel} onClose={onClose}>
      <form className={styles.report} onSubmit={send} noValidate>
        {KINDS.map((one) => (
          <label key={one} className={styles.choice}>
            <input type="radio" name="kind" value={one} checked={kind === one} onChange={() => setKind(one)} />
            {words.reportKinds[one]}
          </label>
        ))}
        <label>
          {kind === 'other' ? words.reportTextNeeded : words.reportText}
          <textarea
            value={text}
            maxLength={LONGEST_TEXT}
            rows={3}
            aria-describedby={fault === null ? hintId : `${hintId} ${faultId}`}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <p id={hintId} className={styles.quiet}>
          {words.reportHint}
        </p>
        {fault !== null && (
          <p id={faultId} role="alert">
            <Sign kind="breaks" /> {fault}
          </p>
        )}
        <Button type="submit" size="lg">
          {words.reportSend}
        </Button>
      </form>
    </FullDialog>
  );
}
