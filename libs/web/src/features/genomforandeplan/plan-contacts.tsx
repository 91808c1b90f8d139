import type { GenomforandeplanAnswer, NewGenomforandeplan } from '@hemtjanst/contracts';
import { NativeSelect } from '@mantine/core';
import { optionsOf } from '../../lib/field-options.js';
import { planTexts } from '../../text/pages/genomforandeplan.js';
import { recordTexts } from '../../text/pages/records.js';
import { useTextsOf } from '../../text/texts.js';
import { useFieldPeople } from '../brukare/field-people.js';

type FastStatus = NonNullable<NewGenomforandeplan['fastOmsorgskontakt']>['status'];

/** Who the plan names; an empty status leaves the fast omsorgskontakt as the brukare has it. */
export interface PlanContacts {
  readonly kontaktmanId: string;
  readonly fastStatus: FastStatus | '';
  readonly fastId: string;
}

export const contactsOf = (agreed: GenomforandeplanAnswer | undefined): PlanContacts => ({
  kontaktmanId: agreed?.kontaktmanId ?? '',
  fastStatus: agreed?.fastOmsorgskontakt?.status ?? '',
  fastId: agreed?.fastOmsorgskontakt?.employeeId ?? '',
});

/** As the plan is saved: what was left alone is left out, so that the brukare keeps whom he or she has. */
export function contactsWish(
  { kontaktmanId, fastStatus, fastId }: PlanContacts,
  before: PlanContacts,
): Pick<NewGenomforandeplan, 'kontaktmanId' | 'fastOmsorgskontakt'> {
  return {
    ...(kontaktmanId === before.kontaktmanId ? {} : { kontaktmanId: kontaktmanId === '' ? null : kontaktmanId }),
    ...(fastStatus === ''
      ? {}
      : { fastOmsorgskontakt: { status: fastStatus, employeeId: fastStatus === 'utsedd' ? fastId : null } }),
  };
}

/** Appointed without a name is not yet something that can be saved. */
export const isWhole = ({ fastStatus, fastId }: PlanContacts): boolean => fastStatus !== 'utsedd' || fastId !== '';

interface PlanContactFieldsProps {
  readonly unitId: string;
  readonly contacts: PlanContacts;
  readonly onChange: (contacts: PlanContacts) => void;
}

/** Kontaktman, and the fast omsorgskontakt by law: an undersköterska, or declined, or obviously not needed. */
export function PlanContactFields({ unitId, contacts, onChange }: PlanContactFieldsProps) {
  const words = useTextsOf(planTexts);
  const records = useTextsOf(recordTexts);
  const people = useFieldPeople(unitId);
  if (people === null) return null;
  const none = { value: '', label: records.none };
  return (
    <>
      <NativeSelect
        label={words.kontaktman}
        maw={420}
        value={contacts.kontaktmanId}
        data={[none, ...people.employees]}
        onChange={({ currentTarget }) => onChange({ ...contacts, kontaktmanId: currentTarget.value })}
      />
      <NativeSelect
        label={words.fast}
        description={words.fastHint}
        maw={420}
        value={contacts.fastStatus}
        data={[{ value: '', label: words.fastUnsaid }, ...optionsOf(words.fastStatus)]}
        onChange={({ currentTarget }) => onChange({ ...contacts, fastStatus: statusOf(currentTarget.value) })}
      />
      {contacts.fastStatus === 'utsedd' && (
        <NativeSelect
          label={words.fastWho}
          maw={420}
          value={contacts.fastId}
          error={isWhole(contacts) ? undefined : words.fastMissing}
          data={[{ value: '', label: records.chooseOne }, ...people.underskoterskor]}
          onChange={({ currentTarget }) => onChange({ ...contacts, fastId: currentTarget.value })}
        />
      )}
    </>
  );
}

const STATUSES: readonly FastStatus[] = ['utsedd', 'avbojd', 'uppenbart-obehovlig', 'erbjuds'];

const statusOf = (value: string): FastStatus | '' => STATUSES.find((status) => status === value) ?? '';
