import type { DayRouteAnswer, EmployeeAnswer } from '@hemtjanst/contracts';
import type { LocalDate } from '@hemtjanst/domain';
import { LoadingState } from '../../components/page-state.js';
import { useWording } from '../../text/texts.js';
import { shiftsByEmployee } from './week-rows.js';
import styles from './week.module.css';

interface WeekBoardProps {
  readonly dates: readonly LocalDate[];
  readonly routes: readonly (readonly DayRouteAnswer[] | undefined)[];
  readonly employees: ReadonlyMap<string, EmployeeAnswer>;
  readonly onOpenDay: (date: LocalDate) => void;
}

/** One row per employee, one column per day: who works when, and how full the day is. A cell opens its day. */
export function WeekBoard({ dates, routes, employees, onOpenDay }: WeekBoardProps) {
  const { texts, formats } = useWording();
  if (routes.some((ofDay) => ofDay === undefined)) return <LoadingState rows={12} />;
  const nameOf = (id: string): string => employees.get(id)?.name ?? texts.week.board.unknownEmployee;
  const rows = shiftsByEmployee(routes.map((ofDay) => ofDay ?? []));
  rows.sort((a, b) => nameOf(a.employeeId).localeCompare(nameOf(b.employeeId), 'sv'));
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={texts.week.wholeWeek}>
      <table className={styles.weekTable}>
        <thead>
          <tr>
            <th scope="col">{texts.week.board.staff}</th>
            {dates.map((date) => (
              <th key={date} scope="col">
                {formats.day(date)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ employeeId, days }) => (
            <tr key={employeeId}>
              <th scope="row">{nameOf(employeeId)}</th>
              {dates.map((date, at) => (
                <td key={date}>
                  {(days[at] ?? []).map((shift) => (
                    <button
                      key={shift.routeId}
                      type="button"
                      className={styles.cell}
                      title={texts.week.board.openDay(nameOf(employeeId), formats.day(date))}
                      onClick={() => onOpenDay(date)}
                    >
                      <span>
                        {formats.clock(shift.startsAt)}–{formats.clock(shift.endsAt)}
                      </span>
                      <span>
                        {texts.week.board.cellVisits(shift.visits)} · {formats.percent(shift.visitShare)}
                      </span>
                      <span className={styles.fill} style={{ width: `${Math.min(100, shift.visitShare * 100)}%` }} />
                    </button>
                  ))}
                  {(days[at] ?? []).length === 0 && <span className={styles.free}>{texts.week.board.free}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
