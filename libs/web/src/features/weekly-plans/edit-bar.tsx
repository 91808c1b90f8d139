import { Alert, Button, Group, Text } from '@mantine/core';
import { Sign } from '../../components/sign.js';
import { boardTexts } from '../../text/pages/board.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import type { EditFault, EditSession } from './use-edit-session.js';
import { ProblemLine } from '../../components/problem-line.js';

interface EditBarProps {
  readonly session: EditSession;
  readonly isDraft: boolean;
  readonly onShowKeys: () => void;
  readonly onShowPlan: (planId: string) => void;
}

/** The way back and forth through the edits, and what stood against the last one. */
export function EditBar({ session, isDraft, onShowKeys, onShowPlan }: EditBarProps) {
  const words = useTextsOf(boardTexts);
  return (
    <>
      <Group gap="sm" className="rr-no-print">
        <Button
          variant="default"
          size="compact-md"
          disabled={!session.canUndo}
          onClick={() => void session.undo()}
          aria-keyshortcuts="u"
        >
          ↶ {words.undo}
        </Button>
        <Button
          variant="default"
          size="compact-md"
          disabled={!session.canRedo}
          onClick={() => void session.redo()}
          aria-keyshortcuts="Shift+U"
        >
          ↷ {words.redo}
        </Button>
        <Button variant="default" size="compact-md" onClick={onShowKeys} aria-keyshortcuts="?">
          ? {words.keys}
        </Button>
        {!isDraft && (
          <Text size="sm" c="var(--rr-text-quiet)">
            {words.draft.willBeMade}
          </Text>
        )}
      </Group>
      {session.fault !== null && <Fault fault={session.fault} session={session} onShowPlan={onShowPlan} />}
    </>
  );
}

interface FaultProps {
  readonly fault: EditFault;
  readonly session: EditSession;
  readonly onShowPlan: (planId: string) => void;
}

function Fault({ fault, session, onShowPlan }: FaultProps) {
  const { texts } = useWording();
  const words = useTextsOf(boardTexts).draft;
  const close = { withCloseButton: true, closeButtonLabel: texts.common.close, onClose: session.dismiss };
  switch (fault.kind) {
    case 'refused':
      return (
        <Alert color="red" variant="outline" role="alert" {...close}>
          <Sign kind="breaks" /> <ProblemLine error={fault.error} />
        </Alert>
      );
    case 'changed-by-other':
      return (
        <Alert color="yellow" variant="outline" role="alert" {...close}>
          <Sign kind="warns" /> {words.other}
        </Alert>
      );
    case 'draft-exists':
      return (
        <Alert color="yellow" variant="outline" role="alert" {...close}>
          <Text mb="sm">
            <Sign kind="warns" /> {words.exists}
          </Text>
          <Group gap="sm">
            <Button
              size="compact-md"
              onClick={() => {
                session.dismiss();
                onShowPlan(fault.draftId);
              }}
            >
              {words.open}
            </Button>
            <Button size="compact-md" variant="default" onClick={() => void session.apply(fault.edit, { own: true })}>
              {words.own}
            </Button>
          </Group>
        </Alert>
      );
  }
}
