import type { EmployeeAnswer, PlanEdit, PricedPlace } from '@hemtjanst/contracts';
import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { scopeOf } from '../../app/scope.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { boardTexts } from '../../text/pages/board.js';
import { planningRuleTexts } from '../../text/pages/planning-rules.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useExplanation, type PlanPlace } from './editing-api.js';
import { PlaceList } from './place-list.js';
import styles from './week.module.css';

interface WhyHereProps {
  readonly place: PlanPlace;
  readonly version: number;
  readonly visitDemandId: string;
  readonly isPlaced: boolean;
  readonly employees: ReadonlyMap<string, EmployeeAnswer>;
  readonly isBusy: boolean;
  /** Null for who may only read. */
  readonly onEdit: ((edit: PlanEdit) => void) | null;
}

/** "Varför här?" and "Varför inte?": asked only when somebody wants to know. */
export function WhyHere(props: WhyHereProps) {
  const words = useTextsOf(boardTexts).visit;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Stack gap="sm">
      <Button variant="default" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {props.isPlaced ? words.whyHere : words.whyNot}
      </Button>
      {isOpen && <Explanation {...props} />}
    </Stack>
  );
}

function Explanation({ place, version, visitDemandId, isPlaced, employees, isBusy, onEdit }: WhyHereProps) {
  const { language } = useWording();
  const words = useTextsOf(boardTexts).visit;
  const rules = useTextsOf(planningRuleTexts);
  const { search } = useLocation();
  const explanation = useExplanation(place, version, visitDemandId);
  if (explanation.isPending) {
    return (
      <>
        <Text role="status">{words.asks}</Text>
        <LoadingState rows={2} />
      </>
    );
  }
  if (explanation.isError) {
    return <ErrorState error={explanation.error} onRetry={() => void explanation.refetch()} />;
  }
  const { headline, present, alternatives, forbidden } = explanation.data;
  return (
    <Stack gap="sm">
      <Text>{headline[language]}</Text>
      {present !== null && (
        <ul className={styles.reasons}>
          {present.lines.map(({ rule, text }, at) => (
            <li key={`${rule} ${at}`}>{text[language]}</li>
          ))}
        </ul>
      )}
      <Text fw={650}>{words.alternatives}</Text>
      {alternatives.length === 0 && <Text>{words.noAlternatives}</Text>}
      <PlaceList
        places={alternatives.map(({ place: offered, text }) => ({
          place: offered,
          text,
          onTake: onEdit === null ? null : () => onEdit(editTo(visitDemandId, offered, isPlaced)),
        }))}
        employees={employees}
        takeWord={isPlaced ? words.moveHere : words.placeHere}
        isBusy={isBusy}
      />
      {forbidden.length > 0 && (
        <details>
          <summary>{words.forbidden}</summary>
          <ul className={styles.reasons}>
            {forbidden.map(({ rule, text, shifts }) => (
              <li key={rule}>
                {text[language]} ({words.shifts(shifts)})
              </li>
            ))}
          </ul>
        </details>
      )}
      <Anchor component={Link} to={`/installningar/regler${scopeOf(search)}`} underline="always">
        {rules.fromWhy}
      </Anchor>
    </Stack>
  );
}

/** The edit that puts the visit in a place that was offered. */
export const editTo = (
  visitDemandId: string,
  { shiftId, startsAt, helper }: PricedPlace,
  isPlaced: boolean,
): PlanEdit => ({
  kind: isPlaced ? 'move' : 'place',
  visitDemandId,
  shiftId,
  startsAt,
  helperShiftId: helper?.shiftId ?? null,
});
