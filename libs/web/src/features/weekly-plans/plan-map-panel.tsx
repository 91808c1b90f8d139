import type { PlannedVisitAnswer, WeeklyPlanAnswer } from '@hemtjanst/contracts';
import { Button } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { Scope } from '../../app/scope.js';
import { mapTexts } from '../../text/pages/map.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { PlanRouteMap } from '../map/plan-route-map.js';
import type { PlanPeople } from './people.js';

interface PlanMapPanelProps {
  readonly scope: Scope;
  readonly plan: WeeklyPlanAnswer;
  readonly date: string;
  readonly visits: ReadonlyMap<string, PlannedVisitAnswer>;
  readonly people: PlanPeople;
  readonly chosenVisitId: string | null;
  /** Named by its demand, as on the board. */
  readonly onChoose: (visitDemandId: string) => void;
}

const KEPT_AS = 'ramrutt.map';

/** The day's routes on streets under the board, for those who want them; the choice is kept in this browser. */
export function PlanMapPanel(props: PlanMapPanelProps) {
  const { scope, plan, date, visits, people, chosenVisitId, onChoose } = props;
  const { texts } = useWording();
  const words = useTextsOf(mapTexts);
  const [isShown, setIsShown] = useState(() => localStorage.getItem(KEPT_AS) === 'shown');
  const toggle = (): void => {
    localStorage.setItem(KEPT_AS, isShown ? 'hidden' : 'shown');
    setIsShown(!isShown);
  };
  const { unknownEmployee } = texts.week.board;
  const employeeName = useCallback(
    (employeeId: string) => people.employees.get(employeeId)?.name ?? unknownEmployee,
    [people, unknownEmployee],
  );
  const visitName = useCallback(
    (visitId: string) => people.brukare.get(visits.get(visitId)?.brukareId ?? '')?.name,
    [people, visits],
  );
  const choose = useCallback(
    (visitId: string) => {
      const visit = visits.get(visitId);
      if (visit !== undefined) onChoose(visit.visitDemandId);
    },
    [visits, onChoose],
  );
  return (
    <>
      <Button variant="default" my="sm" style={{ alignSelf: 'flex-start' }} aria-expanded={isShown} onClick={toggle}>
        {isShown ? words.hide : words.show}
      </Button>
      {isShown && (
        <PlanRouteMap
          unitId={scope.unitId}
          plan={plan}
          workGroupId={scope.workGroupId}
          date={date}
          employeeName={employeeName}
          visitName={visitName}
          chosenVisitId={chosenVisitId}
          onChoose={choose}
        />
      )}
    </>
  );
}
