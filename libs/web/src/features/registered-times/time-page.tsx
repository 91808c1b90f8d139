import type { RegisteredTimeAnswer } from '@hemtjanst/contracts';
import { Anchor, Button, Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import { scopeOf, useScope } from '../../app/scope.js';
import { DayStepper, useDay } from '../../components/day-stepper.js';
import { Downloads } from '../../components/downloads.js';
import { PageHead } from '../../components/page-head.js';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordTable, type Column } from '../../components/record-table.js';
import { Sign } from '../../components/sign.js';
import { firstDayOf, isMonth, lastDayOf } from '../../lib/months.js';
import { timeTexts } from '../../text/pages/time.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useBrukareList, useBrukareNames } from '../brukare/api.js';
import { useEmployeeNames } from '../employees/api.js';
import { CorrectionDialog } from './correction-dialog.js';
import { needsLook, shownTime } from './shown-time.js';
import { useRegisteredTimes } from './time-api.js';
import { TimeTabs } from './time-tabs.js';

/** What was registered at the doors: a day of everybody, or a month of one brukare. */
export function TimePage() {
  const { formats } = useWording();
  const words = useTextsOf(timeTexts);
  const { search } = useLocation();
  const [scope] = useScope();
  const unitId = scope?.unitId ?? '';
  const [day, setDay] = useDay();
  const [parameters] = useSearchParams();
  const brukareId = parameters.get('brukare');
  const month = parameters.get('manad') ?? '';
  const ofOne = brukareId !== null && isMonth(month);
  const range = ofOne ? { from: firstDayOf(month), to: lastDayOf(month) } : { from: day, to: day };
  const times = useRegisteredTimes(unitId, range);
  const inGroup = useGroupFilter(unitId, scope?.workGroupId ?? null);
  const nameOf = useBrukareNames(unitId);
  const rows = (times.data ?? []).filter((time) => (ofOne ? time.brukareId === brukareId : inGroup(time.brukareId)));
  return (
    <Stack gap="lg">
      <PageHead title={words.title}>
        {ofOne ? (
          <>
            <Text>{words.ofBrukare(nameOf(brukareId), formats.month(range.from))}</Text>
            <Anchor component={Link} to={`/tid/registreringar${scopeOf(search)}`} underline="always">
              {words.allBrukare}
            </Anchor>
          </>
        ) : (
          <DayStepper day={day} onDay={setDay} />
        )}
        {!ofOne && scope?.workGroupId === null && (
          <Downloads what={words.title} path={`/units/${unitId}/registered-times`} query={range} />
        )}
      </PageHead>
      <TimeTabs />
      {times.isPending && <LoadingState rows={10} />}
      {times.isError && <ErrorState error={times.error} onRetry={() => void times.refetch()} />}
      {times.isSuccess && <TimeTable unitId={unitId} rows={rows} />}
    </Stack>
  );
}

/** Is the brukare of the group that is looked at? Everybody is, where it is the whole unit. */
function useGroupFilter(unitId: string, workGroupId: string | null): (brukareId: string) => boolean {
  const { data } = useBrukareList(unitId, null);
  const members = new Set((data ?? []).filter((one) => one.workGroupId === workGroupId).map(({ id }) => id));
  return (brukareId) => workGroupId === null || members.has(brukareId);
}

interface TimeTableProps {
  readonly unitId: string;
  readonly rows: readonly RegisteredTimeAnswer[];
}

function TimeTable({ unitId, rows }: TimeTableProps) {
  const { formats } = useWording();
  const words = useTextsOf(timeTexts);
  const [onlyOdd, setOnlyOdd] = useState(false);
  const [corrected, setCorrected] = useState<RegisteredTimeAnswer | null>(null);
  const columns = useColumns(unitId, setCorrected);
  const odd = rows.filter(needsLook);
  return (
    <>
      <Text>{words.summary(formats.whole(rows.length), formats.whole(odd.length))}</Text>
      <Checkbox
        label={words.onlyOdd}
        checked={onlyOdd}
        onChange={({ currentTarget }) => setOnlyOdd(currentTarget.checked)}
      />
      <RecordTable
        label={words.tabs.registered}
        columns={columns}
        rows={(onlyOdd ? odd : rows).toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))}
        rowKey={({ id }) => id}
        empty={<Text>{onlyOdd ? words.noneOdd : words.none}</Text>}
      />
      {corrected !== null && <CorrectionDialog unitId={unitId} time={corrected} onClose={() => setCorrected(null)} />}
    </>
  );
}

function useColumns(
  unitId: string,
  onCorrect: (time: RegisteredTimeAnswer) => void,
): readonly Column<RegisteredTimeAnswer>[] {
  const { formats } = useWording();
  const words = useTextsOf(timeTexts);
  const { search } = useLocation();
  const brukareName = useBrukareNames(unitId);
  const employeeName = useEmployeeNames(unitId);
  return [
    {
      key: 'start',
      title: words.start,
      sortBy: (time) => shownTime(time).startsAt,
      cell: (time) => formats.moment(shownTime(time).startsAt),
    },
    {
      key: 'end',
      title: words.end,
      cell: (time) => {
        const { endsAt } = shownTime(time);
        return endsAt === null ? '–' : formats.clock(endsAt);
      },
    },
    {
      key: 'minutes',
      title: words.minutes,
      isNumber: true,
      cell: (time) => {
        const { startsAt, endsAt } = shownTime(time);
        return endsAt === null ? '–' : formats.whole((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
      },
    },
    {
      key: 'brukare',
      title: words.brukare,
      sortBy: ({ brukareId }) => brukareName(brukareId),
      cell: ({ brukareId }) => (
        <Anchor component={Link} to={`/register/brukare/${brukareId}${scopeOf(search)}`} underline="always">
          {brukareName(brukareId)}
        </Anchor>
      ),
    },
    {
      key: 'employee',
      title: words.employee,
      sortBy: ({ employeeId }) => employeeName(employeeId),
      cell: ({ employeeId }) => employeeName(employeeId),
    },
    { key: 'kind', title: words.kind, sortBy: ({ kind }) => kind, cell: ({ kind }) => words.kinds[kind] },
    { key: 'state', title: words.state, cell: (time) => <TimeState time={time} /> },
    {
      key: 'act',
      title: '',
      cell: (time) => (
        <Button
          variant="default"
          size="compact-md"
          aria-label={words.correctOf(brukareName(time.brukareId), formats.clock(shownTime(time).startsAt))}
          onClick={() => onCorrect(time)}
        >
          {words.correct}
        </Button>
      ),
    },
  ];
}

function TimeState({ time }: { readonly time: RegisteredTimeAnswer }) {
  const words = useTextsOf(timeTexts);
  const isOpen = shownTime(time).endsAt === null && (time.kind === 'besok' || time.kind === 'larm');
  const parts = [
    words.match[time.match],
    ...(isOpen ? [words.noEnd] : []),
    ...time.flags.map((flag) => words.flags[flag]),
    ...(time.corrections.length === 0 ? [] : [words.corrected(time.corrections.length)]),
  ];
  return (
    <>
      <Sign kind={needsLook(time) ? 'warns' : 'holds'} /> {parts.join(', ')}
    </>
  );
}
