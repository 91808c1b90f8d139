import { datesOfWeek, weekOf, type LocalDate } from '@hemtjanst/domain';
import type { ShiftAnswer, WhatIfAnswer, WhatIfChange } from '@hemtjanst/contracts';
import { Button, NativeSelect, Progress, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { RecordTable } from '../../components/record-table.js';
import styles from '../../components/records.module.css';
import { Sign } from '../../components/sign.js';
import { whatIfTexts } from '../../text/pages/what-if.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useWorkGroups } from '../accounts/api.js';
import { useBrukareNames } from '../brukare/api.js';
import { useEmployeeNames, useShifts } from '../employees/api.js';
import type { ReportQuestion } from './api.js';
import { useAskWhatIf, useWhatIf } from './what-if-api.js';

/** The week of the page with one shift fewer, or one lent to another group: what it would cost in visits and faces. */
export function WhatIf({ question }: { readonly question: ReportQuestion }) {
  const words = useTextsOf(whatIfTexts);
  const week = weekOf(question.date as LocalDate);
  const ask = useAskWhatIf(question.unitId);
  const answer = useWhatIf(question.unitId, ask.data?.id);
  return (
    <section>
      <Title order={2}>{words.title}</Title>
      <Stack gap="md">
        <Text>{words.text}</Text>
        <Question
          question={question}
          week={week}
          isPending={ask.isPending}
          onAsk={(change) => ask.mutate({ week, change, idempotencyKey: crypto.randomUUID() })}
        />
        {ask.isError && <ErrorState error={ask.error} />}
        {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
        {answer.data !== undefined && <Answer unitId={question.unitId} answer={answer.data} />}
      </Stack>
    </section>
  );
}

interface QuestionProps {
  readonly question: ReportQuestion;
  readonly week: string;
  readonly isPending: boolean;
  readonly onAsk: (change: WhatIfChange) => void;
}

function Question({ question: { unitId, workGroupId }, week, isPending, onAsk }: QuestionProps) {
  const { formats } = useWording();
  const words = useTextsOf(whatIfTexts);
  const dates = datesOfWeek(week as Parameters<typeof datesOfWeek>[0]);
  const shifts = useShifts(unitId, { from: dates[0], to: dates[6] });
  const groups = useWorkGroups(unitId);
  const nameOf = useEmployeeNames(unitId);
  const [kind, setKind] = useState<WhatIfChange['kind']>('fewer-shifts');
  const [shiftId, setShiftId] = useState('');
  const [toGroup, setToGroup] = useState('');
  if (shifts.isError) return <ErrorState error={shifts.error} onRetry={() => void shifts.refetch()} />;
  if (shifts.data === undefined || groups.data === undefined) return <LoadingState rows={1} />;
  const choices = shifts.data
    .filter((shift) => workGroupId === null || shift.workGroupId === workGroupId)
    .toSorted((a, b) => a.onDate.localeCompare(b.onDate) || a.startsAt.localeCompare(b.startsAt));
  const shift = choices.find(({ id }) => id === shiftId) ?? choices[0];
  if (shift === undefined) return <Text>{words.noShifts}</Text>;
  const others = groups.data.filter(({ id }) => id !== shift.workGroupId);
  const toWorkGroupId = others.find(({ id }) => id === toGroup)?.id ?? others[0]?.id;
  const label = ({ employeeId, onDate, startsAt, endsAt }: ShiftAnswer): string =>
    words.shiftText(nameOf(employeeId), formats.day(onDate), `${startsAt}–${endsAt}`);
  const ask = (): void => {
    if (kind === 'fewer-shifts') onAsk({ kind, shiftIds: [shift.id] });
    else if (toWorkGroupId !== undefined) onAsk({ kind, shiftIds: [shift.id], toWorkGroupId });
  };
  return (
    <div className={styles.filters}>
      <NativeSelect
        label={words.change}
        value={kind}
        onChange={({ currentTarget: { value } }) => setKind(value === 'lend' ? 'lend' : 'fewer-shifts')}
        data={(['fewer-shifts', 'lend'] as const).map((one) => ({ value: one, label: words.kinds[one] }))}
      />
      <NativeSelect
        label={words.shift}
        value={shift.id}
        onChange={({ currentTarget }) => setShiftId(currentTarget.value)}
        data={choices.map((one) => ({ value: one.id, label: label(one) }))}
      />
      {kind === 'lend' && (
        <NativeSelect
          label={words.toGroup}
          value={toWorkGroupId ?? ''}
          onChange={({ currentTarget }) => setToGroup(currentTarget.value)}
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Button loading={isPending} onClick={ask}>
        {words.ask}
      </Button>
    </div>
  );
}

function Answer({ unitId, answer }: { readonly unitId: string; readonly answer: WhatIfAnswer }) {
  const { formats } = useWording();
  const words = useTextsOf(whatIfTexts);
  const nameOf = useBrukareNames(unitId);
  if (answer.result === null) {
    const hasEnded = answer.status === 'failed' || answer.status === 'cancelled';
    return (
      <div role="status">
        <Text>
          {hasEnded ? <Sign kind="breaks" /> : words.running} {answer.statusText}
        </Text>
        {!hasEnded && <Progress value={100} animated aria-label={words.running} />}
      </div>
    );
  }
  const { before, after, leftOut, nowPlaced } = answer.result;
  const rows: readonly (readonly [keyof typeof words.measures, (value: number) => string])[] = [
    ['plannedVisits', formats.whole],
    ['unassignedVisits', formats.whole],
    ['staffHours', formats.hours],
    ['travelHours', formats.hours],
    ['plannedEfficiency', formats.percent],
    ['meanEmployeesPer14Days', formats.decimal],
    ['kontaktmanShare', formats.percent],
  ];
  return (
    <div role="status">
      <RecordTable
        label={words.title}
        rows={rows}
        rowKey={([name]) => name}
        columns={[
          { key: 'measure', title: words.measure, cell: ([name]) => words.measures[name] },
          { key: 'before', title: words.before, isNumber: true, cell: ([name, text]) => text(before[name]) },
          { key: 'after', title: words.after, isNumber: true, cell: ([name, text]) => text(after[name]) },
        ]}
      />
      <Text mt="sm">
        <Sign kind={leftOut.length === 0 ? 'holds' : 'warns'} /> {words.leftOut(leftOut.length)}
      </Text>
      <ul>
        {leftOut.map(({ brukareId, date, serviceMinutes }, at) => (
          <li key={`${brukareId} ${date} ${at}`}>
            {words.leftOutLine(nameOf(brukareId), formats.day(date), serviceMinutes)}
          </li>
        ))}
      </ul>
      {nowPlaced > 0 && <Text>{words.nowPlaced(nowPlaced)}</Text>}
    </div>
  );
}
