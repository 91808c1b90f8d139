import type { PlannedVisitAnswer, StrandedVisitAnswer, WeeklyPlanAnswer } from '@hemtjanst/contracts';
import type { LocalDate } from '@hemtjanst/domain';
import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Scope } from '../../app/scope.js';
import { useCurrentAccount } from '../../app/session.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { mayPlan } from '../../lib/access.js';
import { routeLook, type RouteLook } from '../map/route-looks.js';
import { ResizableColumns } from '../../components/resizable-columns.js';
import { boardTexts } from '../../text/pages/board.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import {
  useBrukare,
  useDayRoutes,
  useEmployees,
  usePlannedVisits,
  useStaffMeetings,
  useUnassigned,
  useVisitDemands,
} from './api.js';
import { boardRows, boardSpan, withMeetings, type BoardRow } from './board-layout.js';
import { DayBoard } from './day-board.js';
import { DayTabs, type DayChoice } from './day-tabs.js';
import { BoardDrag } from './drag/board-drag.js';
import { EditBar } from './edit-bar.js';
import { useStrandedVisits } from './editing-api.js';
import { KeysDialog } from './keys-dialog.js';
import { PlanMapPanel } from './plan-map-panel.js';
import { StrandedNotice } from './stranded-notice.js';
import { UnplacedTray } from './unplaced-tray.js';
import { useMapChoice } from './use-map-choice.js';
import { useBoardActions } from './use-board-actions.js';
import { useEditKeys } from './use-board-keys.js';
import { useEditSession } from './use-edit-session.js';
import { VisitPanel } from './visit-panel.js';
import { WeekBoard } from './week-board.js';

interface ShownPlanProps {
  readonly scope: Scope;
  readonly plan: WeeklyPlanAnswer;
  readonly dates: readonly LocalDate[];
  readonly onShowPlan: (planId: string) => void;
}

/** The board of the chosen day or of the whole week, with the chosen visit and what is left over beside it. */
export function ShownPlan({ scope, plan, dates, onShowPlan }: ShownPlanProps) {
  const { texts } = useWording();
  const words = useTextsOf(boardTexts);
  const { roles } = useCurrentAccount();
  const [day, setDay] = useChosenDay(dates);
  const routes = useDayRoutes(scope, plan.id, dates);
  const unassigned = useUnassigned(scope.unitId, plan.id);
  const date = day === 'week' ? null : day;
  const visits = usePlannedVisits(scope, plan.id, date);
  const people = usePeople(scope);
  const meetings = useStaffMeetings(scope.unitId, dates);
  const stranded = useStrandedVisits({ unitId: scope.unitId, planId: plan.id });
  const session = useEditSession(scope, plan, onShowPlan);
  const [chosen, setChosen] = useState<string | null>(null);
  const [showsKeys, setShowsKeys] = useState(false);

  const ofDay = routes[dates.findIndex((one) => one === date)]?.data;
  const rows = useMemo(
    () => (ofDay === undefined ? null : withMeetings(boardRows(ofDay), meetings)),
    [ofDay, meetings],
  );
  const looks = useMemo(() => looksOf(rows ?? []), [rows]);
  const map = useMapChoice();
  const axis = useMemo(() => boardSpan(rows ?? []), [rows]);
  const visitById = useMemo(() => byId(visits.data ?? []), [visits.data]);
  const left = useMemo(() => unassigned.data ?? [], [unassigned.data]);
  const shown = useMemo(
    () => ({ visits: visitById, unassigned: left, people, unknownName: texts.week.board.unknownBrukare }),
    [visitById, left, people, texts],
  );
  // A version that is published stays as it is: editing it makes a draft.
  const mayEdit = mayPlan(roles) && plan.status !== 'ersatt';
  const showKeys = useCallback(() => setShowsKeys(true), []);
  const actions = useBoardActions({ visits: visitById, session, mayEdit, choose: setChosen, showKeys });
  useEditKeys(actions);
  const failed = [...routes, unassigned, ...(date === null ? [] : [visits])].find(({ isError }) => isError);
  const chosenVisit = visits.data?.find(({ visitDemandId }) => visitDemandId === chosen) ?? null;
  const chooseDay = (choice: DayChoice): void => {
    setChosen(null);
    setDay(choice);
  };

  if (failed !== undefined) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  return (
    <>
      <DayTabs
        dates={dates}
        chosen={day}
        routes={routes.map(({ data }) => data)}
        unassigned={left}
        onChoose={chooseDay}
      />
      {mayEdit && (
        <EditBar session={session} isDraft={plan.status === 'utkast'} onShowKeys={showKeys} onShowPlan={onShowPlan} />
      )}
      <StrandedNotice
        stranded={stranded.data ?? NO_VISITS}
        dates={dates}
        employees={people.employees}
        session={session}
        mayEdit={mayEdit}
        onOpenDay={chooseDay}
      />
      {actions.swapFrom !== null && (
        <p role="alert" className="rr-toast">
          {words.drag.swapWith(nameOf(actions.swapFrom, visits.data ?? [], people))}
        </p>
      )}
      {showsKeys && <KeysDialog onClose={() => setShowsKeys(false)} />}
      <BoardDrag
        place={{ unitId: scope.unitId, planId: plan.id }}
        date={date ?? dates[0] ?? ''}
        axis={axis}
        shown={shown}
        session={session}
        isAllowed={mayEdit && date !== null}
      >
        <ResizableColumns
          label={words.resize}
          keptAs="ramrutt.side"
          sideWidth={map.isShown && date !== null ? 460 : 320}
          main={
            <>
              {day === 'week' && (
                <WeekBoard
                  dates={dates}
                  routes={routes.map(({ data }) => data)}
                  employees={people.employees}
                  onOpenDay={chooseDay}
                />
              )}
              {day !== 'week' && (rows === null || visits.isPending) && <LoadingState rows={12} />}
              {day !== 'week' && rows !== null && !visits.isPending && (
                <DayBoard
                  date={day}
                  rows={rows}
                  axis={axis}
                  visits={visitById}
                  people={people}
                  chosen={chosen}
                  actions={actions}
                  looks={map.isShown ? looks : NO_LOOKS}
                />
              )}
            </>
          }
          side={
            <>
              {date !== null && (
                <PlanMapPanel
                  scope={scope}
                  plan={plan}
                  date={date}
                  visits={visitById}
                  people={people}
                  looks={looks}
                  isShown={map.isShown}
                  onToggle={map.toggle}
                  chosenVisitId={chosenVisit?.id ?? null}
                  onChoose={setChosen}
                />
              )}
              {day !== 'week' && (
                <VisitPanel
                  scope={scope}
                  plan={plan}
                  visit={chosenVisit}
                  rows={rows ?? []}
                  people={people}
                  session={session}
                  actions={actions}
                />
              )}
              <UnplacedTray
                date={date}
                unassigned={unassigned.data}
                brukare={people.brukare}
                demands={people.demands}
                place={{ unitId: scope.unitId, planId: plan.id }}
                version={plan.version}
                employees={people.employees}
                session={session}
                mayEdit={mayEdit}
                mayAsk={mayPlan(roles)}
              />
            </>
          }
        />
      </BoardDrag>
    </>
  );
}

const NO_VISITS: readonly StrandedVisitAnswer[] = [];
const NO_LOOKS: ReadonlyMap<string, RouteLook> = new Map<string, RouteLook>();

/** Each row has its line on the map: the same colour and dash in both. */
const looksOf = (rows: readonly BoardRow[]): ReadonlyMap<string, RouteLook> =>
  new Map(rows.map(({ route }, number) => [route.shiftId, routeLook(number)]));

/** One object as long as nobody in it changes: rows are drawn again only when it is another. */
function usePeople(scope: Scope) {
  const employees = useEmployees(scope.unitId);
  const brukare = useBrukare(scope);
  const demands = useVisitDemands(scope);
  return useMemo(() => ({ employees, brukare, demands }), [employees, brukare, demands]);
}

/** The day stands in the address; the first day of the week where none does. */
function useChosenDay(dates: readonly LocalDate[]): readonly [DayChoice, (choice: DayChoice) => void] {
  const [parameters, setParameters] = useSearchParams();
  const wanted = parameters.get('dag');
  const setDay = (choice: DayChoice): void =>
    setParameters(
      (before) => {
        const after = new URLSearchParams(before);
        after.set('dag', choice === 'week' ? 'alla' : choice);
        return after;
      },
      { replace: true },
    );
  const found = dates.find((date) => date === wanted);
  const monday = dates[0];
  return [wanted === 'alla' || monday === undefined ? 'week' : (found ?? monday), setDay];
}

const byId = (visits: readonly PlannedVisitAnswer[]): ReadonlyMap<string, PlannedVisitAnswer> =>
  new Map(visits.map((visit) => [visit.id, visit]));

function nameOf(
  demand: string,
  visits: readonly PlannedVisitAnswer[],
  { brukare }: ReturnType<typeof usePeople>,
): string {
  const visit = visits.find(({ visitDemandId }) => visitDemandId === demand);
  return brukare.get(visit?.brukareId ?? '')?.name ?? '';
}
