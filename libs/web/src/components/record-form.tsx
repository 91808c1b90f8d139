import { Alert, Button, Group } from '@mantine/core';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { ApiProblem } from '../lib/api-client.js';
import {
  changedValues,
  collisionsOf,
  draftOf,
  readDraft,
  type FieldFault,
  type FormField,
  type FormValues,
} from '../lib/form-values.js';
import { recordTexts } from '../text/pages/records.js';
import { useTextsOf, useWording } from '../text/texts.js';
import { ConflictNotice } from './conflict-notice.js';
import { FormFieldBox } from './form-field.js';
import styles from './records.module.css';
import { Sign } from './sign.js';
import { ProblemLine } from './problem-line.js';

interface RecordFormProps {
  readonly fields: readonly FormField[];
  /** What is saved now; a new object when somebody else has saved. */
  readonly values: FormValues;
  /** Saves the fields that differ; rejects with an ApiProblem. For a new record `values` are the defaults, all are sent. */
  readonly onSave: (change: FormValues) => Promise<unknown>;
  readonly isNew?: boolean;
  /** Fetches what is saved now, after a refusal because of its version. */
  readonly onReload?: () => Promise<unknown>;
  readonly onCancel?: () => void;
  readonly saveLabel?: string;
  readonly children?: ReactNode;
}

/** A record as a form: all faults at once, and nobody's change lost when two people save. */
export function RecordForm(props: RecordFormProps) {
  const { fields, values, onCancel, saveLabel, children } = props;
  const { texts } = useWording();
  const words = useTextsOf(recordTexts);
  const form = useRef<HTMLFormElement>(null);
  const [begun, setBegun] = useState(values);
  const [draft, setDraft] = useState(() => draftOf(fields, values));
  const [faults, setFaults] = useState<Readonly<Record<string, FieldFault>>>({});
  const [isSaving, setIsSaving] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const isConflict = problem instanceof ApiProblem && problem.status === 412;

  const save = async (): Promise<void> => {
    const read = readDraft(fields, draft);
    setFaults(read.faults);
    if (Object.keys(read.faults).length > 0) {
      focusFirstFault(form.current);
      return;
    }
    setIsSaving(true);
    setProblem(null);
    try {
      await props.onSave(props.isNew === true ? read.values : changedValues(begun, read.values));
    } catch (error) {
      setProblem(error);
      if (error instanceof ApiProblem && error.status === 412) await props.onReload?.();
      focusFirstFault(form.current);
    } finally {
      setIsSaving(false);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save();
  };
  const takeTheirs = (): void => {
    setBegun(values);
    setDraft(draftOf(fields, values));
    setProblem(null);
  };
  const serverFaults = problem instanceof ApiProblem ? problem.errors : [];
  const faultOf = (name: string): string | null => {
    const fault = faults[name];
    if (fault !== undefined) return words[fault];
    return serverFaults.find(({ pointer }) => pointer.split('/')[1] === name)?.detail ?? null;
  };
  const faultCount = Object.keys(faults).length;
  return (
    <form ref={form} onSubmit={submit} noValidate className={styles.form}>
      {faultCount > 0 && (
        <Alert color="red" variant="outline" role="alert">
          <Sign kind="breaks" /> {words.faults(faultCount)}
        </Alert>
      )}
      {isConflict && (
        <ConflictNotice
          fields={fields}
          collisions={collisionsOf(begun, values, readDraft(fields, draft).values)}
          onKeepMine={() => void save()}
          onTakeTheirs={takeTheirs}
        />
      )}
      {problem !== null && !isConflict && (
        <Alert color="red" variant="outline" role="alert">
          <Sign kind="breaks" /> <ProblemLine error={problem} />
        </Alert>
      )}
      <div className={styles.fields}>
        {fields.map((field) => (
          <FormFieldBox
            key={field.name}
            field={field}
            box={draft[field.name] ?? ''}
            error={faultOf(field.name)}
            onChange={(box) => setDraft((before) => ({ ...before, [field.name]: box }))}
          />
        ))}
      </div>
      {children}
      <Group gap="sm">
        <Button type="submit" loading={isSaving}>
          {saveLabel ?? words.save}
        </Button>
        {onCancel !== undefined && (
          <Button variant="default" onClick={onCancel}>
            {texts.common.cancel}
          </Button>
        )}
      </Group>
    </form>
  );
}

/** After the faults have been drawn, so that a keyboard or a screen reader stands where something must be done. */
function focusFirstFault(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
