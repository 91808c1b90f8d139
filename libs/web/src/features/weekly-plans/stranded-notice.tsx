import type { EmployeeAnswer, StrandedVisitAnswer } from '@hemtjanst/contracts';
import type { LocalDate } from '@hemtjanst/domain';
import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { scopeOf } from '../../app/scope.js';
import { boardTexts } from '../../text/pages/board.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import type { EditSession } from './use-edit-session.js';
import { Sign } from '../../components/sign.js';

interface StrandedNoticeProps {
  readonly stranded: readonly StrandedVisitAnswer[];
  readonly dates: readonly LocalDate[];
  readonly employees: ReadonlyMap<string, EmployeeAnswer>;
  readonly session: EditSession;
  readonly mayEdit: boolean;
  readonly onOpenDay: (date: LocalDate) => void;
}

/**
 * Somebody was marked absent after the plan was made: whose visits nobody will do, before an edit takes them out, and what
 * the last edit has taken out.
 */
export function StrandedNotice({ stranded, dates, employees, session, mayEdit, onOpenDay }: StrandedNoticeProps) {
  const { texts, formats } = useWording();
  const words = useTextsOf(boardTexts).absent;
  const { search } = useLocation();
  if (stranded.length === 0 && session.released === 0) return null;
  if (stranded.length === 0) {
    return (
      <Alert
        color="yellow"
        variant="outline"
        role="status"
        withCloseButton
        closeButtonLabel={texts.common.close}
        onClose={session.dismiss}
      >
        <Sign kind="warns" /> {words.released(session.released)}
      </Alert>
    );
  }
  return (
    <Alert color="yellow" variant="outline" role="status">
      <Text fw={650}>
        <Sign kind="warns" /> {words.title(stranded.length)}
      </Text>
      <ul>
        {daysOf(stranded).map(({ employeeId, date, visits }) => {
          const day = dates.find((one) => one === date);
          const name = employees.get(employeeId)?.name ?? texts.week.board.unknownEmployee;
          return (
            <li key={`${employeeId} ${date}`}>
              {day === undefined ? (
                formats.longDay(date)
              ) : (
                <Anchor component="button" type="button" onClick={() => onOpenDay(day)}>
                  {name}, {formats.longDay(date)}
                </Anchor>
              )}
              : {words.visits(visits)}
            </li>
          );
        })}
      </ul>
      {mayEdit && (
        <>
          <Text size="sm" my="sm">
            {words.hint}
          </Text>
          <Group gap="sm">
            <Button size="compact-md" loading={session.isBusy} onClick={() => void releaseAll(stranded, session)}>
              {words.release}
            </Button>
            <Button size="compact-md" variant="default" component={Link} to={`/dag${dayIn(search, stranded[0]?.date)}`}>
              {words.replan}
            </Button>
          </Group>
        </>
      )}
    </Alert>
  );
}

/** The day page with what is looked at, opened at the first day that somebody is missing. */
function dayIn(search: string, date: string | undefined): string {
  const parameters = new URLSearchParams(scopeOf(search));
  if (date !== undefined) parameters.set('dag', date);
  return `?${parameters}`;
}

/** One edit a group: each takes out all that the group has with somebody who is absent. */
async function releaseAll(stranded: readonly StrandedVisitAnswer[], session: EditSession): Promise<void> {
  const firstOfGroup = new Map([...stranded].reverse().map((visit) => [visit.workGroupId, visit]));
  for (const { visitDemandId } of firstOfGroup.values()) await session.apply({ kind: 'release', visitDemandId });
}

interface AbsentDay {
  readonly employeeId: string;
  readonly date: string;
  readonly visits: number;
}

function daysOf(stranded: readonly StrandedVisitAnswer[]): readonly AbsentDay[] {
  const days = new Map<string, AbsentDay>();
  for (const { employeeIds, date } of stranded) {
    for (const employeeId of employeeIds) {
      const key = `${employeeId} ${date}`;
      days.set(key, { employeeId, date, visits: (days.get(key)?.visits ?? 0) + 1 });
    }
  }
  return [...days.values()];
}
