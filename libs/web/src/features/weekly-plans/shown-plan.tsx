import type { PlannedVisitAnswer, WeeklyPlanAnswer } from '@hemtjanst/contracts';
import type { LocalDate } from '@hemtjanst/domain';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Scope } from '../../app/scope.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { useBrukare, useDayRoutes, useEmployees, usePlannedVisits, useUnassigned, useVisitDemands } from './api.js';
import { boardRows } from './board-layout.js';
import { DayBoard } from './day-board.js';
import { DayTabs, type DayChoice } from './day-tabs.js';
import { UnplacedTray } from './unplaced-tray.js';
import { VisitPanel } from './visit-panel.js';
import { WeekBoard } from './week-board.js';
import styles from './week.module.css';

interface ShownPlanProps {
  readonly scope: Scope;
  readonly plan: WeeklyPlanAnswer;
  readonly dates: readonly LocalDate[];
}

/** The board of the chosen day or of the whole week, with the chosen visit and what is left over beside it. */
export function ShownPlan({ scope, plan, dates }: ShownPlanProps) {
  const [day, setDay] = useChosenDay(dates);
  const routes = useDayRoutes(scope, plan.id, dates);
  const unassigned = useUnassigned(scope.unitId, plan.id);
  const date = day === 'week' ? null : day;
  const visits = usePlannedVisits(scope, plan.id, date);
  const employees = useEmployees(scope.unitId);
  const brukare = useBrukare(scope);
  const demands = useVisitDemands(scope);
  const [chosenId, setChosenId] = useState<string | null>(null);

  const ofDay = routes[dates.findIndex((one) => one === date)]?.data;
  const rows = useMemo(() => (ofDay === undefined ? null : boardRows(ofDay)), [ofDay]);
  const visitById = useMemo(() => byId(visits.data ?? []), [visits.data]);
  const failed = [...routes, unassigned, ...(date === null ? [] : [visits])].find(({ isError }) => isError);
  const chosen = chosenId === null ? null : (visitById.get(chosenId) ?? null);
  const left = unassigned.data ?? [];
  const chooseDay = (choice: DayChoice): void => {
    setChosenId(null);
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
      <div className={styles.columns}>
        <div className={styles.main}>
          {day === 'week' && (
            <WeekBoard
              dates={dates}
              routes={routes.map(({ data }) => data)}
              employees={employees}
              onOpenDay={chooseDay}
            />
          )}
          {day !== 'week' && (rows === null || visits.isPending) && <LoadingState rows={12} />}
          {day !== 'week' && rows !== null && !visits.isPending && (
            <DayBoard
              date={day}
              rows={rows}
              visits={visitById}
              people={{ employees, brukare, demands }}
              chosenId={chosenId}
              onChoose={setChosenId}
            />
          )}
        </div>
        <aside className={styles.side}>
          {day !== 'week' && (
            <VisitPanel
              scope={scope}
              plan={plan}
              visit={chosen}
              rows={rows ?? []}
              people={{ employees, brukare, demands }}
              onClose={() => setChosenId(null)}
            />
          )}
          <UnplacedTray date={date} unassigned={unassigned.data} brukare={brukare} demands={demands} />
        </aside>
      </div>
    </>
  );
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
