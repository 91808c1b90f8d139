import type { PlannedVisitAnswer, WeeklyPlanAnswer } from '@hemtjanst/contracts';
import { Button } from '@mantine/core';
import { useCallback } from 'react';
import type { Scope } from '../../app/scope.js';
import { mapTexts } from '../../text/pages/map.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { PlanRouteMap } from '../map/plan-route-map.js';
import type { RouteLook } from '../map/route-looks.js';
import type { PlanPeople } from './people.js';

interface PlanMapPanelProps {
  readonly scope: Scope;
  readonly plan: WeeklyPlanAnswer;
  readonly date: string;
  readonly visits: ReadonlyMap<string, PlannedVisitAnswer>;
  readonly people: PlanPeople;
  /** How the rows of the board are marked, by shift. */
  readonly looks: ReadonlyMap<string, RouteLook>;
  readonly isShown: boolean;
  readonly onToggle: () => void;
  readonly chosenVisitId: string | null;
  /** Named by its demand, as on the board. */
  readonly onChoose: (visitDemandId: string) => void;
}

/** The day's routes on streets beside the board, for those who want them. */
export function PlanMapPanel(props: PlanMapPanelProps) {
  const { scope, plan, date, visits, people, looks, isShown, onToggle, chosenVisitId, onChoose } = props;
  const { texts } = useWording();
  const words = useTextsOf(mapTexts);
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
      <Button variant="default" style={{ alignSelf: 'flex-start' }} aria-expanded={isShown} onClick={onToggle}>
        {isShown ? words.hide : words.show}
      </Button>
      {isShown && (
        <PlanRouteMap
          unitId={scope.unitId}
          plan={plan}
          workGroupId={scope.workGroupId}
          date={date}
          looks={looks}
          employeeName={employeeName}
          visitName={visitName}
          chosenVisitId={chosenVisitId}
          onChoose={choose}
        />
      )}
    </>
  );
}
