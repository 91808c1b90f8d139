import type { RamtidOrderAnswer } from '@hemtjanst/contracts';
import { optionsOf } from '../../lib/field-options.js';
import type { FieldOption, FormField, FormValues } from '../../lib/form-values.js';
import { todayInSweden } from '../../lib/format.js';
import type { orderTexts } from '../../text/pages/orders.js';
import type { termTexts } from '../../text/pages/terms.js';

type OrderWords = (typeof orderTexts)['sv'];
type Terms = (typeof termTexts)['sv'];

/** What may be changed in an order that exists. */
export function orderFields({ fields }: OrderWords, terms: Terms): readonly FormField[] {
  return [
    { kind: 'date', name: 'from', label: fields.from, isRequired: true },
    { kind: 'date', name: 'to', label: fields.to, hint: fields.toHint },
    {
      kind: 'number',
      name: 'hoursPerMonth',
      label: fields.hoursPerMonth,
      unit: fields.hoursUnit,
      hint: fields.hoursHint,
      isRequired: true,
    },
    { kind: 'choice', name: 'kind', label: fields.kind, options: optionsOf(terms.orderKind), isRequired: true },
    { kind: 'date', name: 'receivedOn', label: fields.receivedOn, hint: fields.receivedHint },
    { kind: 'check', name: 'doubleStaffing', label: fields.doubleStaffing },
    { kind: 'many', name: 'insatser', label: fields.insatser, options: optionsOf(terms.insats), isRequired: true },
    { kind: 'text', name: 'goal', label: fields.goal, lines: 4 },
  ];
}

/** A new order also says whose it is and which number the authority gave it. */
export const newOrderFields = (
  words: OrderWords,
  terms: Terms,
  brukare: readonly FieldOption[],
): readonly FormField[] => [
  { kind: 'text', name: 'code', label: words.fields.code, isRequired: true },
  { kind: 'choice', name: 'brukareId', label: words.fields.brukareId, options: brukare, isRequired: true },
  ...orderFields(words, terms),
];

export const orderValues = (order: RamtidOrderAnswer): FormValues => ({
  from: order.from,
  to: order.to,
  hoursPerMonth: order.hoursPerMonth,
  kind: order.kind,
  receivedOn: order.receivedOn,
  doubleStaffing: order.doubleStaffing,
  insatser: order.insatser,
  goal: order.goal,
});

export const newOrderValues = (brukareId: string | null): FormValues => ({
  code: null,
  brukareId,
  from: todayInSweden(),
  to: null,
  hoursPerMonth: null,
  kind: 'hemtjanst',
  receivedOn: todayInSweden(),
  doubleStaffing: false,
  insatser: [],
  goal: null,
});
