import type { ExtraVisitAnswer, PricedPlace, WeeklyPlanAnswer } from '@hemtjanst/contracts';
import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Scope } from '../../app/scope.js';
import { ErrorState } from '../../components/page-state.js';
import { dayFeedTexts } from '../../text/pages/day-feed.js';
import { useTextsOf } from '../../text/texts.js';
import { useEmployees } from '../weekly-plans/api.js';
import { PlaceList } from '../weekly-plans/place-list.js';
import type { Names } from './alternative-card.js';
import { usePlaceExtraVisit, usePlaces } from './extra-visit-api.js';
import { Sign } from '../../components/sign.js';

interface FitInProps {
  readonly scope: Scope;
  readonly draft: WeeklyPlanAnswer;
  readonly extraVisit: ExtraVisitAnswer;
  readonly names: Names;
}

const MOST_SHOWN = 6;

/** The best places for a visit with what each costs; the chosen one becomes an edit of the draft. */
export function FitIn({ scope, draft, extraVisit, names }: FitInProps) {
  const words = useTextsOf(dayFeedTexts).extra;
  const heading = useRef<HTMLHeadingElement>(null);
  const navigate = useNavigate();
  const employees = useEmployees(scope.unitId);
  const { visitDemandId, brukareId, onDate } = extraVisit;
  const places = usePlaces(scope.unitId, draft.id, visitDemandId);
  const put = usePlaceExtraVisit(scope, draft.id);
  const board = `/vecka?${new URLSearchParams({
    enhet: scope.unitId,
    grupp: scope.workGroupId ?? 'alla',
    vecka: scope.week,
    plan: draft.id,
    dag: onDate,
  })}`;
  useEffect(() => heading.current?.focus(), []);
  const take = (place: PricedPlace, seenVersion: number): void =>
    put.mutate({ visitDemandId, place, seenVersion }, { onSuccess: () => void navigate(board) });
  return (
    <Stack gap="sm" component="section" aria-label={words.places(names.brukare(brukareId))}>
      <Title order={3} ref={heading} tabIndex={-1}>
        {words.places(names.brukare(brukareId))}
      </Title>
      {places.isPending && <Text role="status">{words.searching}</Text>}
      {places.isError && <ErrorState error={places.error} onRetry={() => void places.refetch()} />}
      {places.isSuccess && places.data.places.length === 0 && (
        <Text role="status">
          <Sign kind="warns" /> {words.noPlaces}
        </Text>
      )}
      {places.isSuccess && (
        <PlaceList
          places={places.data.places.slice(0, MOST_SHOWN).map((place) => ({
            place,
            text: null,
            onTake: () => take(place, places.data.version),
          }))}
          employees={employees}
          takeWord={words.take}
          isBusy={put.isPending}
        />
      )}
      {put.isError && <ErrorState error={put.error} />}
      <Anchor component={Link} to={board} underline="always">
        {words.board}
      </Anchor>
    </Stack>
  );
}
