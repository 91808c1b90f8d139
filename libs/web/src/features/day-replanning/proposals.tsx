import { Stack, Text, Title } from '@mantine/core';
import type { Ref } from 'react';
import type { Scope } from '../../app/scope.js';
import { dayReplanningTexts } from '../../text/pages/day-replanning.js';
import { useTextsOf } from '../../text/texts.js';
import { AlternativeCard, type Names } from './alternative-card.js';
import type { ProposedDay } from './api.js';
import { Sign } from '../../components/sign.js';
import styles from './day-replanning.module.css';

interface ProposalsProps {
  readonly scope: Scope;
  readonly proposed: ProposedDay;
  readonly names: Names;
  readonly headingRef: Ref<HTMLHeadingElement>;
}

/** The ways to plan the day, side by side. */
export function Proposals({ scope, proposed, names, headingRef }: ProposalsProps) {
  const words = useTextsOf(dayReplanningTexts);
  const { event, answer } = proposed;
  const { alternatives } = answer;
  const about = event?.kind === 'sick' ? words.aboutSick(names.employee(event.employeeId)) : words.aboutCancelled;
  return (
    <Stack gap="sm">
      <div role="status">
        <Title order={2} ref={headingRef} tabIndex={-1}>
          {words.answers(alternatives.length)}
        </Title>
      </div>
      {event !== null && <Text>{about}</Text>}
      {alternatives.length === 0 && (
        <Text>
          <Sign kind="warns" /> {words.none}
        </Text>
      )}
      <div className={styles.answers}>
        {alternatives.map((alternative) => (
          <AlternativeCard
            key={alternative.alternativeId}
            scope={scope}
            proposed={proposed}
            alternative={alternative}
            names={names}
          />
        ))}
      </div>
    </Stack>
  );
}
