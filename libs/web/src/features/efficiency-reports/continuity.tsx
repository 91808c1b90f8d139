import type { ContinuityAnswer } from '@hemtjanst/contracts';
import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { scopeOf } from '../../app/scope.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { Sign } from '../../components/sign.js';
import { followUpTexts } from '../../text/pages/follow-up.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useBrukareNames } from '../brukare/api.js';
import { useContinuity } from '../follow-up/api.js';
import { FaceHistogram } from './face-histogram.js';

interface ContinuityProps {
  readonly unitId: string;
  readonly workGroupId: string | null;
  /** The last of the 14 days. */
  readonly to: string;
}

/** How many faces a brukare meets in 14 days: the official measure and that of all brukare, never put together. */
export function Continuity({ unitId, workGroupId, to }: ContinuityProps) {
  const { formats } = useWording();
  const words = useTextsOf(followUpTexts).continuity;
  const continuity = useContinuity(unitId, workGroupId, to);
  return (
    <section>
      <Title order={2}>{words.title}</Title>
      {continuity.isPending && <LoadingState rows={3} />}
      {continuity.isError && <ErrorState error={continuity.error} onRetry={() => void continuity.refetch()} />}
      {continuity.isSuccess && (
        <Stack gap="md">
          <Text c="var(--rr-text-quiet)">
            {words.period(continuity.data.from, continuity.data.to)}
            {continuity.data.plannedFrom !== null && `, ${words.planned(continuity.data.plannedFrom)}`}
            {continuity.data.kontaktmanShare !== null &&
              `. ${words.contact(formats.percent(continuity.data.kontaktmanShare))}`}
          </Text>
          <Measure
            title={words.official}
            note={words.officialText}
            measure={continuity.data.official}
            goal={continuity.data.goal}
          />
          <Measure
            title={words.wider}
            note={words.widerText}
            measure={continuity.data.wider}
            goal={continuity.data.goal}
          />
          <AboveGoal unitId={unitId} continuity={continuity.data} />
        </Stack>
      )}
    </section>
  );
}

interface MeasureProps {
  readonly title: string;
  readonly note: string;
  readonly measure: ContinuityAnswer['official'];
  readonly goal: number;
}

function Measure({ title, note, measure: { figures, histogram, byGender }, goal }: MeasureProps) {
  const { formats } = useWording();
  const words = useTextsOf(followUpTexts).continuity;
  return (
    <div>
      <Title order={3}>{title}</Title>
      <Text c="var(--rr-text-quiet)">{note}</Text>
      {figures.brukareCount === 0 ? (
        <Text>{words.none}</Text>
      ) : (
        <>
          <FaceHistogram title={title} histogram={histogram} goal={goal} />
          <Text>
            {words.facts(
              formats.whole(figures.brukareCount),
              formats.decimal(figures.mean),
              formats.decimal(figures.median),
              formats.whole(figures.max),
            )}{' '}
            <Sign kind={figures.shareAbove10 > 0 ? 'warns' : 'holds'} />{' '}
            {words.shares(formats.percent(figures.shareAbove10), formats.percent(figures.shareAbove20))}
          </Text>
          <Text>
            {byGender === null
              ? words.hidden
              : (['K', 'M'] as const)
                  .map((gender) =>
                    words.byGender(
                      words.gender[gender],
                      formats.decimal(byGender[gender].mean),
                      formats.percent(byGender[gender].shareAbove10),
                    ),
                  )
                  .join('; ')}
          </Text>
        </>
      )}
    </div>
  );
}

function AboveGoal({ unitId, continuity }: { readonly unitId: string; readonly continuity: ContinuityAnswer }) {
  const words = useTextsOf(followUpTexts).continuity;
  const { search } = useLocation();
  const nameOf = useBrukareNames(unitId);
  if (continuity.aboveGoal.length === 0) return null;
  return (
    <details>
      <summary>{words.above(continuity.aboveGoal.length, continuity.goal)}</summary>
      <ul>
        {continuity.aboveGoal.map(({ brukareId, employees }) => (
          <li key={brukareId}>
            <Anchor component={Link} to={`/register/brukare/${brukareId}${scopeOf(search)}`} underline="always">
              {nameOf(brukareId)}
            </Anchor>
            : {employees} {words.employees}
          </li>
        ))}
      </ul>
    </details>
  );
}
