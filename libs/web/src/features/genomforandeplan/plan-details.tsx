import type { GenomforandeplanAnswer } from '@hemtjanst/contracts';
import { Stack, Text, Title } from '@mantine/core';
import { Facts } from '../../components/page-head.js';
import { Sign } from '../../components/sign.js';
import { planTexts } from '../../text/pages/genomforandeplan.js';
import { useTextsOf } from '../../text/texts.js';
import { useEmployeeNames } from '../employees/api.js';

interface PlanDetailsProps {
  readonly unitId: string;
  readonly plan: GenomforandeplanAnswer;
}

/** The plan's goals, each with the goal of the order it comes from, its contacts, wishes and dates. */
export function PlanDetails({ unitId, plan }: PlanDetailsProps) {
  const words = useTextsOf(planTexts);
  const nameOf = useEmployeeNames(unitId);
  const { fastOmsorgskontakt: fast } = plan;
  return (
    <Stack gap="sm">
      <div>
        <Title order={3}>{words.goals}</Title>
        <ul>
          {plan.goals.map(({ text, orderGoal }) => (
            <li key={text}>
              {text} ({orderGoal === null ? words.ownGoal : words.fromOrder})
            </li>
          ))}
        </ul>
        {plan.isOrderGoalMissing && plan.orderGoal !== null && (
          <Text>
            <Sign kind="warns" /> {words.goalMissing} {plan.orderGoal}
          </Text>
        )}
      </div>
      <Facts
        facts={[
          [words.kontaktman, plan.kontaktmanId === null ? null : nameOf(plan.kontaktmanId)],
          [
            words.fast,
            fast === null
              ? null
              : fast.employeeId === null
                ? words.fastStatus[fast.status]
                : `${nameOf(fast.employeeId)}, ${words.fastStatus[fast.status]}`,
          ],
          [words.wishes, plan.wishes],
          [words.followUpOn, plan.followUpOn],
          [words.agreeBy, plan.agreeBy],
        ]}
      />
    </Stack>
  );
}
