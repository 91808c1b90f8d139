import type { ReplanQuestion, WeeklyPlanAnswer } from '@hemtjanst/contracts';
import { Button, Checkbox, NativeSelect, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Scope } from '../../app/scope.js';
import { dayReplanningTexts } from '../../text/pages/day-replanning.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useShifts } from '../employees/api.js';
import { usePlannedVisits } from '../weekly-plans/api.js';
import type { Names } from './alternative-card.js';
import { visitsByTime } from './api.js';
import styles from './day-replanning.module.css';

export type WhatHappened = Pick<ReplanQuestion, 'event' | 'budget' | 'seconds'>;
type EventKind = ReplanQuestion['event']['kind'];

interface EventFormProps {
  readonly scope: Scope;
  readonly plan: WeeklyPlanAnswer;
  readonly day: string;
  readonly names: Names;
  /** Who was chosen in the feed; empty: nobody. */
  readonly illId: string;
  readonly isBusy: boolean;
  readonly onAsk: (happened: WhatHappened) => void;
}

/** What happened, and what may change because of it. */
export function EventForm({ scope, plan, day, names, illId, isBusy, onAsk }: EventFormProps) {
  const words = useTextsOf(dayReplanningTexts);
  const [kind, setKind] = useState<EventKind>('sick');
  const [employeeId, setEmployeeId] = useState(illId);
  const [hours, setHours] = useState({ from: '', to: '' });
  const [visitDemandId, setVisitDemandId] = useState('');
  const [maxMoved, setMaxMoved] = useState('');
  const [kept, setKept] = useState<readonly string[]>([]);
  const [keptVisits, setKeptVisits] = useState<readonly string[]>([]);
  const [seconds, setSeconds] = useState<number | null>(null);
  const [isMissing, setMissing] = useState(false);
  const staff = useStaff(scope, day, names);
  const visits = useVisitChoices(scope, plan.id, day, names);
  const isNumber = maxMoved.trim() === '' || (/^\d{1,4}$/.test(maxMoved.trim()) && Number(maxMoved) <= 1000);

  const ask = (submitted: FormEvent): void => {
    submitted.preventDefault();
    const isChosen = (kind === 'sick' ? employeeId : visitDemandId) !== '';
    setMissing(!isChosen);
    if (!isChosen || !isNumber) return;
    onAsk({
      event:
        kind === 'sick'
          ? { kind, employeeId, fromTime: hours.from || '00:00', toTime: hours.to || '24:00' }
          : { kind, visitDemandId },
      budget: {
        maxMovedVisits: maxMoved.trim() === '' ? null : Number(maxMoved),
        keepEmployeeIds: kept.filter((id) => kind !== 'sick' || id !== employeeId),
        keepVisitDemandIds: keptVisits.filter((id) => kind !== 'cancelled' || id !== visitDemandId),
      },
      seconds,
    });
  };
  return (
    <form className={styles.form} onSubmit={ask} noValidate>
      <fieldset className={styles.set}>
        <legend>{words.event}</legend>
        <SegmentedControl
          aria-label={words.event}
          mb="sm"
          value={kind}
          onChange={(value) => setKind(value === 'sick' ? 'sick' : 'cancelled')}
          data={[
            { value: 'sick', label: words.kinds.sick },
            { value: 'cancelled', label: words.kinds.cancelled },
          ]}
        />
        {kind === 'sick' ? (
          <div className={styles.fields}>
            <Choice
              label={words.who}
              empty={words.nobodyAtWork}
              value={employeeId}
              choices={staff}
              isMissing={isMissing}
              onChoose={setEmployeeId}
            />
            <TextInput
              type="time"
              label={words.from}
              value={hours.from}
              onChange={({ currentTarget }) => setHours({ ...hours, from: currentTarget.value })}
            />
            <TextInput
              type="time"
              label={words.to}
              value={hours.to}
              onChange={({ currentTarget }) => setHours({ ...hours, to: currentTarget.value })}
            />
          </div>
        ) : (
          <Choice
            label={words.visit}
            empty={words.noVisits}
            value={visitDemandId}
            choices={visits}
            isMissing={isMissing}
            onChoose={setVisitDemandId}
          />
        )}
      </fieldset>
      <fieldset className={styles.set}>
        <legend>{words.budget}</legend>
        <TextInput
          label={words.maxMoved}
          description={words.maxMovedHint}
          inputMode="numeric"
          maw={320}
          value={maxMoved}
          error={isNumber ? undefined : words.maxMovedWrong}
          onChange={({ currentTarget }) => setMaxMoved(currentTarget.value)}
        />
        <Kept label={words.keep} choices={staff} chosen={kept} onChoose={setKept} />
        <Kept label={words.keepVisits} choices={visits} chosen={keptVisits} onChoose={setKeptVisits} />
        <NativeSelect
          label={words.effort}
          maw={320}
          mt="sm"
          value={seconds ?? ''}
          onChange={({ currentTarget: { value } }) => setSeconds(value === '' ? null : Number(value))}
          data={[{ value: '', label: words.someSeconds }, ...LONGER.map((value) => secondsChoice(value, words))]}
        />
      </fieldset>
      <div>
        <Button type="submit" loading={isBusy}>
          {words.ask}
        </Button>
      </div>
    </form>
  );
}

/** For who has the time: another plan may be found that nobody has to be phoned about. */
const LONGER = [30, 60, 120] as const;

const secondsChoice = (seconds: number, words: { readonly seconds: (count: number) => string }) => ({
  value: String(seconds),
  label: words.seconds(seconds),
});

interface KeptProps {
  readonly label: string;
  readonly choices: readonly ChoiceOption[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** Those who must not be moved; folded away, since mostly nobody is. */
function Kept({ label, choices, chosen, onChoose }: KeptProps) {
  if (choices.length === 0) return null;
  return (
    <details>
      <summary>{label}</summary>
      <Checkbox.Group value={[...chosen]} onChange={onChoose} aria-label={label}>
        <div className={styles.keep}>
          {choices.map(({ value, label: name }) => (
            <Checkbox key={value} value={value} label={name} />
          ))}
        </div>
      </Checkbox.Group>
    </details>
  );
}

interface ChoiceOption {
  readonly value: string;
  readonly label: string;
}

interface ChoiceProps {
  readonly label: string;
  /** Said where there is nothing to choose. */
  readonly empty: string;
  readonly value: string;
  readonly choices: readonly ChoiceOption[];
  readonly isMissing: boolean;
  readonly onChoose: (value: string) => void;
}

function Choice({ label, empty, value, choices, isMissing, onChoose }: ChoiceProps) {
  const words = useTextsOf(dayReplanningTexts);
  if (choices.length === 0) return <Text>{empty}</Text>;
  return (
    <NativeSelect
      label={label}
      maw={420}
      value={value}
      error={isMissing && value === '' ? words.missing : undefined}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      data={[{ value: '', label: words.choose }, ...choices]}
    />
  );
}

/** Who has a shift that day, in the group that is looked at. */
function useStaff({ unitId, workGroupId }: Scope, day: string, names: Names): readonly ChoiceOption[] {
  const shifts = useShifts(unitId, { from: day, to: day });
  const ofGroup = (shifts.data ?? []).filter((shift) => workGroupId === null || shift.workGroupId === workGroupId);
  return [...new Set(ofGroup.map((shift) => shift.employeeId))]
    .map((id) => ({ value: id, label: names.employee(id) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'sv'));
}

function useVisitChoices(scope: Scope, planId: string, day: string, names: Names): readonly ChoiceOption[] {
  const { formats } = useWording();
  const visits = usePlannedVisits(scope, planId, day);
  return visitsByTime(visits.data ?? []).map(({ visitDemandId, startsAt, brukareId, employeeIds }) => ({
    value: visitDemandId,
    label: `${formats.clock(startsAt)} ${names.brukare(brukareId)} · ${employeeIds.map(names.employee).join(', ')}`,
  }));
}
