import { z } from 'zod';
import { code, id, isoWeek, localDate } from './fields.js';

const change = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('fewer-shifts'),
    shiftIds: z.array(id).min(1).max(20).describe('Pass som inte finns'),
  }),
  z.strictObject({
    kind: z.literal('lend'),
    shiftIds: z.array(id).min(1).max(20).describe('Pass som görs i en annan grupp'),
    toWorkGroupId: id,
  }),
]);

/** The same week with other staff: nothing of it is saved as a plan. */
export const newWhatIf = z.strictObject({ week: isoWeek, change });
export type NewWhatIf = z.infer<typeof newWhatIf>;
export type WhatIfChange = z.infer<typeof change>;

const side = z.strictObject({
  plannedVisits: z.int(),
  unassignedVisits: z.int(),
  visitHours: z.number(),
  travelHours: z.number(),
  staffHours: z.number(),
  plannedEfficiency: z.number(),
  meanEmployeesPer14Days: z.number(),
  kontaktmanShare: z.number(),
});

const leftOut = z.strictObject({
  brukareId: id,
  brukareCode: code,
  date: localDate,
  serviceMinutes: z.int(),
  priority: z.int(),
  reason: z.string(),
});

export const whatIfAnswer = z.strictObject({
  id,
  week: isoWeek,
  change,
  status: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  statusText: z.string(),
  createdAt: z.iso.datetime({ offset: true }),
  result: z
    .strictObject({
      workGroupIds: z.array(id).describe('Grupperna som räknats'),
      before: side,
      after: side,
      leftOut: z.array(leftOut).describe('Besök som ryms före men inte efter'),
      nowPlaced: z.int().describe('Besök som ryms efter men inte före'),
    })
    .nullable(),
});
export type WhatIfAnswer = z.infer<typeof whatIfAnswer>;
export const whatIfListAnswer = z.strictObject({ items: z.array(whatIfAnswer) });
