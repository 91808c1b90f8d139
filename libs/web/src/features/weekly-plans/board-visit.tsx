import type { PlannedVisitAnswer } from '@hemtjanst/contracts';
import { memo, useCallback } from 'react';
import { boardTexts } from '../../text/pages/board.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { placeOn, type Span, type VisitBlock } from './board-layout.js';
import styles from './board.module.css';
import { shortName } from './people-names.js';
import { markWords, marksOf, type PlanPeople } from './people.js';
import { WindowWhiskers } from './window-whiskers.js';
import { Sign } from '../../components/sign.js';

interface BoardVisitProps {
  readonly block: VisitBlock;
  readonly axis: Span;
  readonly visit: PlannedVisitAnswer | undefined;
  readonly shiftId: string;
  readonly employeeId: string;
  readonly employee: string;
  readonly people: PlanPeople;
  readonly isChosen: boolean;
  /** The visit that Tab goes to. */
  readonly isEntry: boolean;
  readonly onChoose: (visitDemandId: string) => void;
}

/** One visit in a row: a button with its marks, as long as it takes. */
export const BoardVisit = memo(function BoardVisit({
  block,
  axis,
  visit,
  shiftId,
  employeeId,
  employee,
  people,
  isChosen,
  isEntry,
  onChoose,
}: BoardVisitProps) {
  const { texts, formats } = useWording();
  const { marks: boardMarks } = useTextsOf(boardTexts);
  const bringIntoView = useCallback((element: HTMLButtonElement | null) => {
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);
  const name = people.brukare.get(block.brukareId)?.name ?? texts.week.board.unknownBrukare;
  if (visit === undefined) return null;
  const marks = marksOf(visit, employeeId, people);
  const words = markWords(marks, { ...texts.week.marks, newFace: boardMarks.newFace }).join(', ');
  const span = `${formats.clock(visit.startsAt)}–${formats.clock(visit.endsAt)}`;
  return (
    <>
      {isChosen && <WindowWhiskers visit={visit} axis={axis} people={people} />}
      <button
        type="button"
        ref={isChosen ? bringIntoView : null}
        data-visit={block.plannedVisitId}
        data-demand={visit.visitDemandId}
        data-visit-shift={shiftId}
        data-from={block.fromMinute}
        data-proposed={marks.isProposed || undefined}
        data-new-face={marks.isNewFace || undefined}
        data-locked={marks.isPinned || undefined}
        className={styles.visit}
        style={placeOn(axis, block)}
        tabIndex={isEntry ? 0 : -1}
        aria-pressed={isChosen}
        title={`${name} ${span}${words === '' ? '' : ` (${words})`}`}
        onClick={() => onChoose(visit.visitDemandId)}
      >
        <span aria-hidden>
          {marks.isPinned && <Sign kind="locked" />}
          {marks.isByContact && <Sign kind="contact" />}
          {marks.isTimeCritical && '!'}
          {marks.isForTwo && <Sign kind="double" />} {shortName(name)}
        </span>
        <span className="rr-sr">{texts.week.board.visitName(name, span, employee, words)}</span>
      </button>
    </>
  );
});
