import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Scope } from '../../app/scope.js';
import { ErrorState } from '../../components/page-state.js';
import { ApiProblem } from '../../lib/api-client.js';
import { dayReplanningTexts } from '../../text/pages/day-replanning.js';
import { useTextsOf } from '../../text/texts.js';
import { useAcceptDay, type ProposedDay } from './api.js';
import { ProblemLine } from '../../components/problem-line.js';

interface AcceptDayProps {
  readonly scope: Scope;
  readonly proposed: ProposedDay;
  readonly alternativeId: string;
}

/** Opens the way as a draft on the board; says so where a colleague has a draft of the plan already. */
export function AcceptDay({ scope, proposed, alternativeId }: AcceptDayProps) {
  const words = useTextsOf(dayReplanningTexts);
  const { onDate, event, answer } = proposed;
  const accept = useAcceptDay(scope, proposed);
  const navigate = useNavigate();
  const [recordAbsence, setRecordAbsence] = useState(true);
  const open = (draftId: string): void => {
    const { unitId, workGroupId, week } = scope;
    const address = { enhet: unitId, grupp: workGroupId ?? 'alla', vecka: week, plan: draftId, dag: onDate };
    void navigate(`/vecka?${new URLSearchParams(address)}`);
  };
  const choose = (own: boolean): void =>
    accept.mutate(
      { choice: { alternativeId, own, recordAbsence }, seenVersion: answer.version },
      { onSuccess: ({ id }) => open(id) },
    );
  const { error } = accept;
  const draftId = error instanceof ApiProblem && error.code === 'utkast.finns' ? error.members['draftId'] : null;
  return (
    <Stack gap="sm" align="flex-start">
      {event?.kind === 'sick' && (
        <Checkbox
          label={words.recordAbsence}
          checked={recordAbsence}
          onChange={({ currentTarget }) => setRecordAbsence(currentTarget.checked)}
        />
      )}
      <Button loading={accept.isPending} onClick={() => choose(false)}>
        {words.open}
      </Button>
      {typeof draftId === 'string' && (
        <Alert variant="outline" role="alert" title={words.draftExists}>
          <Text mb="sm">
            <ProblemLine error={error} />
          </Text>
          <Group gap="sm">
            <Button variant="default" onClick={() => open(draftId)}>
              {words.openDraft}
            </Button>
            <Button variant="default" onClick={() => choose(true)}>
              {words.ownDraft}
            </Button>
          </Group>
        </Alert>
      )}
      {error !== null && typeof draftId !== 'string' && <ErrorState error={error} />}
    </Stack>
  );
}
