import type { VisitListAnswer } from '@hemtjanst/contracts';
import { useMemo, useState } from 'react';
import { FullDialog } from '../../components/full-dialog.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { mapTexts } from '../../text/pages/map.js';
import { myDayTexts } from '../../text/pages/my-day.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useOwnRouteLines } from '../map/api.js';
import { mapPlaces, mapRoute } from '../map/map-route.js';
import { routeLook } from '../map/route-looks.js';
import { RouteMap } from '../map/route-map.js';
import styles from './my-day.module.css';

interface DayMapDialogProps {
  readonly list: VisitListAnswer;
  /** Where to go now; null when the day is done. */
  readonly nextVisitId: string | null;
  readonly doneVisitIds: ReadonlySet<string>;
  readonly onClose: () => void;
}

/** The own day on the map: the next door is the big one, what is done is hollow. */
export function DayMapDialog({ list, nextVisitId, doneVisitIds, onClose }: DayMapDialogProps) {
  const { formats } = useWording();
  const words = useTextsOf(myDayTexts);
  const mapWords = useTextsOf(mapTexts);
  const lines = useOwnRouteLines(list.date);
  const [chosenId, setChosenId] = useState(nextVisitId);
  const stopOf = useMemo(() => new Map(list.stops.map((stop) => [stop.plannedVisitId, stop])), [list]);
  const drawn = useMemo(
    () =>
      (lines.data ?? []).map((answer, number) => ({
        route: mapRoute(answer, '', routeLook(number)),
        places: mapPlaces(answer, (visitId) => stopOf.get(visitId)?.title ?? mapWords.premises).map((place) => ({
          ...place,
          isDone: place.visitId !== null && doneVisitIds.has(place.visitId),
        })),
        hiddenStops: answer.hiddenStops,
      })),
    [lines.data, stopOf, doneVisitIds, mapWords],
  );
  const routes = useMemo(() => drawn.map(({ route }) => route), [drawn]);
  const places = useMemo(() => drawn.flatMap((one) => one.places), [drawn]);
  const chosen = chosenId === null ? undefined : stopOf.get(chosenId);
  const hidden = drawn.reduce((sum, { hiddenStops }) => sum + hiddenStops, 0);
  return (
    <FullDialog title={words.mapTitle} closeLabel={words.closeMap} onClose={onClose} isWhole>
      {lines.isPending && <LoadingState rows={3} />}
      {lines.isError && <ErrorState error={lines.error} onRetry={() => void lines.refetch()} />}
      {lines.isSuccess && (
        <>
          <div className={styles.mapOfDay}>
            <RouteMap routes={routes} places={places} chosenVisitId={chosenId} onChoose={setChosenId} canLocate />
          </div>
          <p className={styles.mapLine} aria-live="polite">
            {chosen === undefined
              ? null
              : chosenId === nextVisitId
                ? words.next(formats.clock(chosen.startsAt), chosen.title)
                : `${formats.clock(chosen.startsAt)} ${chosen.title}`}
            {chosen !== undefined && chosen.address !== null && `, ${chosen.address}`}
          </p>
          {hidden > 0 && <p className={styles.mapLine}>{mapWords.hidden(hidden)}</p>}
        </>
      )}
    </FullDialog>
  );
}
