import type { RouteLineAnswer } from '@hemtjanst/contracts';
import { useMemo, useState } from 'react';
import { ErrorState } from '../../components/page-state.js';
import { useTextsOf } from '../../text/texts.js';
import { mapTexts } from '../../text/pages/map.js';
import { useRouteLines } from './api.js';
import { mapPlaces, mapRoute, type MapPlace } from './map-route.js';
import { routeLook, type RouteLook } from './route-looks.js';
import { RouteLegend } from './route-legend.js';
import { RouteMap } from './route-map.js';
import styles from './map.module.css';

interface PlanRouteMapProps {
  readonly unitId: string;
  /** Its version counts every edit up. */
  readonly plan: { readonly id: string; readonly version: number };
  /** Null: the whole unit. */
  readonly workGroupId: string | null;
  readonly date: string;
  /** By shift, as the board marks its rows; a shift that is not among them has a look of its own. */
  readonly looks: ReadonlyMap<string, RouteLook>;
  readonly employeeName: (employeeId: string) => string;
  /** Who is visited; `undefined` while it is being fetched. */
  readonly visitName: (visitId: string) => string | undefined;
  readonly chosenVisitId: string | null;
  readonly onChoose: (visitId: string) => void;
}

/** The routes of one day of a plan on streets, beside the board: what is chosen in one is chosen in the other. */
export function PlanRouteMap(props: PlanRouteMapProps) {
  const words = useTextsOf(mapTexts);
  const { unitId, plan, date, workGroupId, looks, employeeName, visitName, chosenVisitId, onChoose } = props;
  const lines = useRouteLines(unitId, plan, date, workGroupId);
  const [onlyShiftId, setOnlyShiftId] = useState<string | null>(null);
  const drawn = useMemo(() => {
    const numbered = (lines.data ?? []).map((answer, number) => ({
      answer,
      look: looks.get(answer.shiftId) ?? routeLook(looks.size + number),
    }));
    return numbered.map(({ answer, look }) => ({
      answer,
      route: mapRoute(answer, firstName(employeeName(answer.employeeId)), look),
      places: mapPlaces(answer, (visitId, number) => labelOf(words, visitId, number, visitName)),
    }));
  }, [lines.data, looks, employeeName, visitName, words]);
  // Another day has other shifts: there everybody is shown again.
  const onlyKey = drawn.some(({ route }) => route.key === onlyShiftId) ? onlyShiftId : null;
  const shown = useMemo(
    () => drawn.filter((one) => onlyKey === null || one.route.key === onlyKey || visits(one.places, chosenVisitId)),
    [drawn, onlyKey, chosenVisitId],
  );
  const routes = useMemo(() => shown.map(({ route }) => route), [shown]);
  const places = useMemo(() => shown.flatMap((one) => one.places), [shown]);

  const chosenPlace = places.find(({ visitId }) => visitId !== null && visitId === chosenVisitId);

  if (lines.isError) return <ErrorState error={lines.error} onRetry={() => void lines.refetch()} />;
  return (
    <section className={styles.plan} aria-label={words.label}>
      <p className={`${styles.help} ${styles.mapHelp}`}>{words.help}</p>
      <div className={styles.planMap}>
        <RouteMap routes={routes} places={places} chosenVisitId={chosenVisitId} onChoose={onChoose} />
      </div>
      <p role="status" className={styles.help}>
        {chosenPlace !== undefined && words.chosen(chosenPlace.label)}
        {chosenPlace === undefined && chosenVisitId !== null && lines.isSuccess && words.chosenHidden}
      </p>
      <RouteLegend
        entries={drawn.map(({ answer, route }) => ({ route, name: employeeName(answer.employeeId) }))}
        onlyKey={onlyKey}
        onOnly={setOnlyShiftId}
        hiddenStops={hiddenOf(shown.map(({ answer }) => answer))}
        isEmpty={lines.isSuccess && drawn.length === 0}
      />
    </section>
  );
}

function labelOf(
  words: (typeof mapTexts)['sv'],
  visitId: string | null,
  number: number,
  visitName: PlanRouteMapProps['visitName'],
): string {
  if (visitId === null) return words.premises;
  return words.visit(number, visitName(visitId) ?? '…');
}

const visits = (places: readonly MapPlace[], visitId: string | null): boolean =>
  visitId !== null && places.some((place) => place.visitId === visitId);

const hiddenOf = (answers: readonly RouteLineAnswer[]): number =>
  answers.reduce((sum, { hiddenStops }) => sum + hiddenStops, 0);

const firstName = (name: string): string => name.split(' ')[0];
