import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { FullDialog } from '../../components/full-dialog.js';
import { myDayTexts } from '../../text/pages/my-day.js';
import { useTextsOf } from '../../text/texts.js';
import { countUnsent } from '../registered-times/press-store.js';
import { Sign } from '../../components/sign.js';

interface LeaveDialogProps {
  readonly accountId: string;
  readonly onLeave: () => void;
  readonly onStay: () => void;
}

/** Before logging out: presses that have not reached the server are told of; where there are none, nobody is asked. */
export function LeaveDialog({ accountId, onLeave, onStay }: LeaveDialogProps) {
  const words = useTextsOf(myDayTexts);
  const [unsent, setUnsent] = useState(0);
  useEffect(() => {
    let isGone = false;
    // A phone that cannot be asked what it keeps keeps nobody from leaving.
    void countUnsent(accountId)
      .catch(() => 0)
      .then((count) => {
        if (isGone) return;
        setUnsent(count);
        if (count === 0) onLeave();
      });
    return () => {
      isGone = true;
    };
  }, [accountId, onLeave]);

  if (unsent === 0) return null;
  return (
    <FullDialog title={words.leaveTitle} closeLabel={words.stay} onClose={onStay}>
      <p>
        <Sign kind="warns" /> {words.leaveText(unsent)}
      </p>
      <Button size="lg" onClick={onStay}>
        {words.stay}
      </Button>
      <Button size="lg" variant="default" onClick={onLeave}>
        {words.leaveAnyway}
      </Button>
    </FullDialog>
  );
}
