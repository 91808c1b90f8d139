import { Checkbox, NativeSelect, PasswordInput, Stack, Textarea, TextInput } from '@mantine/core';
import type { Draft, FormField } from '../lib/form-values.js';
import { recordTexts } from '../text/pages/records.js';
import { useTextsOf } from '../text/texts.js';
import styles from './records.module.css';

interface FormFieldBoxProps {
  readonly field: FormField;
  readonly box: Draft[string];
  readonly error: string | null;
  readonly onChange: (box: Draft[string]) => void;
}

/** One field of a form, with its label, hint and fault. */
export function FormFieldBox({ field, box, error, onChange }: FormFieldBoxProps) {
  const words = useTextsOf(recordTexts);
  const typed = typeof box === 'string' ? box : '';
  const shared = {
    label: field.label,
    description: field.hint,
    error,
    withAsterisk: field.isRequired === true,
    name: field.name,
  };
  const onText = ({ currentTarget }: { readonly currentTarget: { readonly value: string } }): void =>
    onChange(currentTarget.value);
  switch (field.kind) {
    case 'text':
      return field.lines === undefined ? (
        <TextInput {...shared} value={typed} onChange={onText} />
      ) : (
        <Textarea {...shared} rows={field.lines} value={typed} onChange={onText} />
      );
    case 'password':
      return <PasswordInput {...shared} autoComplete="new-password" value={typed} onChange={onText} />;
    case 'number':
      return (
        <TextInput
          {...shared}
          inputMode="decimal"
          value={typed}
          onChange={onText}
          rightSection={field.unit}
          rightSectionWidth={field.unit === undefined ? 0 : 72}
        />
      );
    case 'date':
    case 'time':
      return <TextInput {...shared} type={field.kind} value={typed} onChange={onText} />;
    case 'choice':
      return (
        <NativeSelect
          {...shared}
          value={typed}
          onChange={onText}
          data={[{ value: '', label: field.isRequired === true ? words.chooseOne : words.none }, ...field.options]}
        />
      );
    case 'check':
      return (
        <Checkbox
          label={field.label}
          description={field.hint}
          error={error}
          name={field.name}
          checked={box === true}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
      );
    case 'many':
      return (
        <Checkbox.Group {...shared} value={typeof box === 'object' ? [...box] : []} onChange={onChange}>
          <Stack gap="xs" mt="xs" className={styles.ticks}>
            {field.options.map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </Stack>
        </Checkbox.Group>
      );
  }
}
