import type { PlannedVisitAnswer, WeeklyPlanAnswer } from '@hemtjanst/contracts';
import { Button, Group, Text } from '@mantine/core';
import { useCurrentAccount } from '../../app/session.js';
import { mayPlan } from '../../lib/access.js';
import { boardTexts } from '../../text/pages/board.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import type { BoardActions } from './use-board-keys.js';
import { Sign } from '../../components/sign.js';

interface VisitActionsProps {
  readonly plan: WeeklyPlanAnswer;
  readonly visit: PlannedVisitAnswer;
  readonly actions: BoardActions;
  readonly isBusy: boolean;
}

/** What can be done with the chosen visit; every one also has a key on the board. */
export function VisitActions({ plan, visit, actions, isBusy }: VisitActionsProps) {
  const { texts } = useWording();
  const { roles } = useCurrentAccount();
  const words = useTextsOf(boardTexts).visit;
  if (!mayPlan(roles)) return null;
  const demand = visit.visitDemandId;
  return (
    <>
      {(plan.status === 'publicerad' || plan.status === 'ersatt') && (
        <Text c="var(--rr-text-quiet)">{texts.week.visit.published}</Text>
      )}
      <Group gap="sm">
        <Button
          variant="default"
          disabled={isBusy}
          onClick={() => actions.onToggleLock(demand)}
          aria-keyshortcuts="l"
          title={words.lockHint}
        >
          <Sign kind="locked" /> {visit.pinned ? texts.week.visit.unpin : texts.week.visit.pin}
        </Button>
        <Button
          variant="default"
          disabled={isBusy || visit.pinned}
          onClick={() => actions.onSwapFrom(demand)}
          aria-keyshortcuts="s"
        >
          {words.swap}
        </Button>
        <Button
          variant="default"
          disabled={isBusy || visit.pinned}
          onClick={() => actions.onUnassign(demand)}
          aria-keyshortcuts="Delete"
        >
          {words.unassign}
        </Button>
      </Group>
    </>
  );
}
