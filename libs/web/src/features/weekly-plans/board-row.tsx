import type { PlannedVisitAnswer } from '@hemtjanst/contracts';
import { memo } from 'react';
import type { RouteLook } from '../map/route-looks.js';
import { RouteSwatch } from '../map/route-swatch.js';
import type { Texts } from '../../text/sv.js';
import { boardTexts, type BoardTexts } from '../../text/pages/board.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { placeOn, type BoardRow as RowLayout, type Span } from './board-layout.js';
import { BoardRide } from './board-ride.js';
import { BoardVisit } from './board-visit.js';
import styles from './board.module.css';
import { RowDragging } from './drag/row-dragging.js';
import type { PlanPeople } from './people.js';
import { Sign } from '../../components/sign.js';

interface BoardRowProps {
  readonly row: RowLayout;
  readonly axis: Span;
  readonly hourCount: number;
  readonly visits: ReadonlyMap<string, PlannedVisitAnswer>;
  readonly people: PlanPeople;
  /** The chosen visit's demand where it lies in this row, else null. */
  readonly chosen: string | null;
  /** The visit of this row that Tab goes to, if it is in this row. */
  readonly entryVisitId: string | null;
  readonly onChoose: (visitDemandId: string) => void;
  /** How its route looks on the map, where the map is shown. */
  readonly look: RouteLook | null;
}

/** One shift's day. Drawn again only when something in it has changed. */
export const BoardRow = memo(function BoardRow(props: BoardRowProps) {
  const { row, axis, hourCount, visits, people, chosen, entryVisitId, onChoose, look } = props;
  const { texts, formats } = useWording();
  const { meetings } = useTextsOf(boardTexts);
  const { route } = row;
  const employee = people.employees.get(route.employeeId)?.name ?? texts.week.board.unknownEmployee;
  const workSeconds = (row.toMinute - row.fromMinute) * 60 - route.sums.breakSeconds;
  const share = formats.percent(workSeconds === 0 ? 0 : route.sums.visitSeconds / workSeconds);
  return (
    <li className={styles.row} aria-label={employee} data-shift={route.shiftId}>
      <div className={styles.person}>
        <div className={styles.name}>
          <strong>{employee}</strong>
          {look !== null && <RouteSwatch look={look} />}
        </div>
        <span>{texts.week.board.rowSummary(route.sums.visits, share, formats.distance(route.sums.travelMeters))}</span>
      </div>
      <div className={styles.track} style={{ '--hours': hourCount }} data-track>
        <div className={styles.shift} style={placeOn(axis, row)} />
        {row.others.map((other) => (
          <div
            key={`${other.kind} ${other.fromMinute}`}
            className={styles[other.kind]}
            style={placeOn(axis, other)}
            title={otherTitle(other, texts, meetings)}
          >
            {other.kind === 'break' && <Sign kind="rast" />}
            {other.meeting !== null && (
              <>
                <Sign kind="meeting" /> {meetings[other.meeting]}
              </>
            )}
          </div>
        ))}
        {row.rides.map((ride) => (
          <BoardRide key={ride.fromMinute} ride={ride} axis={axis} demand={demandOf(ride.toVisitId, visits, people)} />
        ))}
        {row.visits.map((block) => {
          const visit = visits.get(block.plannedVisitId);
          return (
            <BoardVisit
              key={block.plannedVisitId}
              block={block}
              axis={axis}
              visit={visit}
              shiftId={route.shiftId}
              employeeId={route.employeeId}
              employee={employee}
              people={people}
              isChosen={visit !== undefined && visit.visitDemandId === chosen}
              isEntry={entryVisitId === block.plannedVisitId}
              onChoose={onChoose}
            />
          );
        })}
        <RowDragging shiftId={route.shiftId} axis={axis} />
      </div>
    </li>
  );
}, isSameRow);

/** The maps are new after every edit: a row asks only about its own visits in them. */
function isSameRow(before: BoardRowProps, after: BoardRowProps): boolean {
  return (
    before.row === after.row &&
    before.axis.fromMinute === after.axis.fromMinute &&
    before.axis.toMinute === after.axis.toMinute &&
    before.people === after.people &&
    before.chosen === after.chosen &&
    before.entryVisitId === after.entryVisitId &&
    before.onChoose === after.onChoose &&
    before.look === after.look &&
    after.row.visits.every(
      ({ plannedVisitId }) => before.visits.get(plannedVisitId) === after.visits.get(plannedVisitId),
    )
  );
}

function demandOf(visitId: string | null, visits: ReadonlyMap<string, PlannedVisitAnswer>, { demands }: PlanPeople) {
  const visit = visitId === null ? undefined : visits.get(visitId);
  return visit === undefined ? undefined : demands.get(visit.visitDemandId);
}

function otherTitle(
  { kind, meeting, fromMinute, toMinute }: RowLayout['others'][number],
  texts: Texts,
  meetings: BoardTexts['meetings'],
): string {
  const minutes = Math.round(toMinute - fromMinute);
  switch (kind) {
    case 'break':
      return `${texts.week.board.rast} ${texts.units.minutes(minutes)}`;
    case 'kringtid':
      return `${texts.week.board.kringtid} ${texts.units.minutes(minutes)}`;
    case 'meeting':
      return `${meeting === null ? '' : meetings[meeting]} ${texts.units.minutes(minutes)}`;
    case 'wait':
      return texts.week.board.waiting(minutes);
  }
}
