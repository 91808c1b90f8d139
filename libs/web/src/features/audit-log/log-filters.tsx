import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useCurrentAccount } from '../../app/session.js';
import styles from '../../components/records.module.css';
import { hasAny } from '../../lib/access.js';
import { optionsOf } from '../../lib/field-options.js';
import type { FieldOption } from '../../lib/form-values.js';
import { auditLogTexts } from '../../text/pages/audit-log.js';
import { useTextsOf } from '../../text/texts.js';
import { useBrukareList } from '../brukare/api.js';
import { ANYTHING, isInOrder, useAuditReaders, type LogQuestion } from './api.js';

interface LogFiltersProps {
  readonly unitId: string;
  readonly question: LogQuestion;
  readonly onAsk: (question: LogQuestion) => void;
}

/** Who, about whom, what, and which days. */
export function LogFilters({ unitId, question, onAsk }: LogFiltersProps) {
  const words = useTextsOf(auditLogTexts);
  const { roles } = useCurrentAccount();
  const readers = useAuditReaders(unitId);
  const choose = (change: Partial<LogQuestion>): void => onAsk({ ...question, ...change });
  const people = (readers.data ?? []).map(({ accountId, accountName }) => ({ value: accountId, label: accountName }));
  return (
    <div className={styles.fields} role="search">
      <Choice
        label={words.account}
        any={words.anyone}
        value={question.accountId}
        options={people}
        onChoose={(accountId) => choose({ accountId })}
      />
      <Choice
        label={words.action}
        any={words.anything}
        value={question.action}
        options={optionsOf(words.actions)}
        onChoose={(action) => choose({ action })}
      />
      <Choice
        label={words.kind}
        any={words.anyKind}
        value={question.recordKind}
        options={optionsOf(words.kinds)}
        onChoose={(recordKind) => choose({ recordKind })}
      />
      {hasAny(roles, ['enhetschef']) && (
        <BrukareChoice unitId={unitId} value={question.brukareId} onChoose={(brukareId) => choose({ brukareId })} />
      )}
      <TextInput
        type="date"
        label={words.from}
        value={question.from}
        error={isInOrder(question) ? undefined : words.wrongDays}
        onChange={({ currentTarget }) => choose({ from: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={words.to}
        value={question.to}
        onChange={({ currentTarget }) => choose({ to: currentTarget.value })}
      />
      <div>
        <Button variant="default" onClick={() => onAsk(ANYTHING)}>
          {words.clear}
        </Button>
      </div>
    </div>
  );
}

interface BrukareChoiceProps {
  readonly unitId: string;
  readonly value: string;
  readonly onChoose: (brukareId: string) => void;
}

/** Not for an admin, who keeps the service and not people. */
function BrukareChoice({ unitId, value, onChoose }: BrukareChoiceProps) {
  const words = useTextsOf(auditLogTexts);
  const brukare = useBrukareList(unitId, null);
  const options = (brukare.data ?? [])
    .map(({ id, name }) => ({ value: id, label: name }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'sv'));
  return <Choice label={words.brukare} any={words.anyBrukare} value={value} options={options} onChoose={onChoose} />;
}

interface ChoiceProps {
  readonly label: string;
  readonly any: string;
  readonly value: string;
  readonly options: readonly FieldOption[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, any, value, options, onChoose }: ChoiceProps) {
  return (
    <NativeSelect
      label={label}
      value={value}
      data={[{ value: '', label: any }, ...options]}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    />
  );
}
