import type { PlannedVisitAnswer } from '@hemtjanst/contracts';
import { Button, Group, Text } from '@mantine/core';
import { useCallback, useRef, useState } from 'react';
import type { RouteLook } from '../map/route-looks.js';
import { boardTexts } from '../../text/pages/board.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import type { BoardRow as RowLayout, Span } from './board-layout.js';
import { BoardLegend } from './board-legend.js';
import { BoardRow } from './board-row.js';
import styles from './board.module.css';
import { Ghost } from './drag/ghost.js';
import type { PlanPeople } from './people.js';
import { useBoardKeys, type BoardActions } from './use-board-keys.js';

interface DayBoardProps {
  readonly date: string;
  readonly rows: readonly RowLayout[];
  readonly axis: Span;
  readonly visits: ReadonlyMap<string, PlannedVisitAnswer>;
  readonly people: PlanPeople;
  /** Demand of the chosen visit. */
  readonly chosen: string | null;
  readonly actions: BoardActions;
  /** How the routes look on the map, by shift; empty where the map is not shown. */
  readonly looks: ReadonlyMap<string, RouteLook>;
}

/** One row per shift, time across. One visit at a time is in the tab order; arrows go between them. */
export function DayBoard({ date, rows, axis, visits, people, chosen, actions, looks }: DayBoardProps) {
  const { texts, formats } = useWording();
  const words = useTextsOf(boardTexts);
  const board = useRef<HTMLDivElement>(null);
  const [entryId, setEntryId] = useState<string | null>(null);
  const [isWide, setIsWide] = useState(false);
  const hours = Array.from({ length: (axis.toMinute - axis.fromMinute) / 60 }, (_, at) => axis.fromMinute + at * 60);
  const firstVisitId = rows.find(({ visits: blocks }) => blocks.length > 0)?.visits[0]?.plannedVisitId ?? null;
  const isThere = entryId !== null && rows.some((row) => row.visits.some((block) => block.plannedVisitId === entryId));
  const entry = isThere ? entryId : firstVisitId;
  const entryRow = rows.find((row) => row.visits.some(({ plannedVisitId }) => plannedVisitId === entry));
  const chosenOf = (row: RowLayout): string | null =>
    row.visits.some(({ plannedVisitId }) => visits.get(plannedVisitId)?.visitDemandId === chosen) ? chosen : null;
  const onKeyDown = useBoardKeys(board, actions);
  const { onChoose: choose } = actions;
  const onChoose = useCallback((demand: string) => choose(demand), [choose]);

  if (rows.length === 0) return <Text py="lg">{texts.week.noRoutes}</Text>;
  return (
    <section aria-label={texts.week.board.label(formats.longDay(date))}>
      <Group gap="sm" mb="sm" className="rr-no-print">
        <Button
          variant={isWide ? 'filled' : 'default'}
          size="compact-md"
          aria-pressed={isWide}
          onClick={() => setIsWide(!isWide)}
        >
          {texts.week.board.widen}
        </Button>
        {actions.mayEdit && (
          <Text size="sm" c="var(--rr-text-quiet)">
            {words.drag.hint}
          </Text>
        )}
      </Group>
      {/* Where no visit can take the focus, the board itself does: it can be scrolled by keyboard all the same. */}
      <div
        className={styles.scroll}
        {...(entry === null && {
          tabIndex: 0,
          role: 'group',
          'aria-label': texts.week.board.label(formats.longDay(date)),
        })}
      >
        <div
          className={styles.board}
          data-board
          data-wide={isWide || undefined}
          data-editable={actions.mayEdit || undefined}
          data-swapping={actions.swapFrom !== null || undefined}
          ref={board}
          onKeyDown={onKeyDown}
          onFocus={({ target }) => setEntryId(target.dataset['visit'] ?? entryId)}
        >
          <div className={styles.head} aria-hidden>
            <div className={styles.person}>{texts.week.board.staff}</div>
            <div className={styles.axis}>
              {hours.map((minute) => (
                <span key={minute} style={{ left: `${((minute - axis.fromMinute) / (hours.length * 60)) * 100}%` }}>
                  {String((minute / 60) % 24).padStart(2, '0')}
                </span>
              ))}
            </div>
          </div>
          <ul className={styles.rows}>
            {rows.map((row) => (
              <BoardRow
                key={row.route.shiftId}
                row={row}
                axis={axis}
                hourCount={hours.length}
                visits={visits}
                people={people}
                chosen={chosenOf(row)}
                entryVisitId={row === entryRow ? entry : null}
                onChoose={onChoose}
                look={looks.get(row.route.shiftId) ?? null}
              />
            ))}
          </ul>
          <Ghost />
        </div>
      </div>
      <BoardLegend />
    </section>
  );
}
