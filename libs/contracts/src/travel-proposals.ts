import { z } from 'zod';
import { id, localDate, version } from './fields.js';
import { answeredInstant } from './instant.js';
import { listFormat } from './list-format.js';
import { pageOf, pageQuery } from './page.js';

const status = z.enum(['foreslagen', 'antagen', 'avbojd']);
const doorMinutes = z.int().min(0).max(60);

/** Medians of registered ways to one address, over all employees together. */
const medians = {
  samples: z.int().min(1).describe('Antal registrerade vägar bakom siffrorna'),
  plannedSeconds: z.int().min(0).describe('Median av det som planeras: resa och hantering'),
  observedSeconds: z.int().min(0).describe('Median av tiden från registrerat slut till registrerad start'),
  differenceSeconds: z.int().describe('Median av skillnaden väg för väg'),
};

/** Minutes at the door of one address, as the registered visits suggest them. Never a figure about an employee. */
export const travelProposalAnswer = z.strictObject({
  id,
  brukareId: id,
  ...medians,
  bands: z
    .array(z.strictObject({ band: z.enum(['morgon', 'dag', 'kvall']), ...medians }))
    .describe('Per del av dagen, där underlaget räcker'),
  doorMinutesBefore: doorMinutes.nullable().describe('Gällande minuter; null: enligt nyckel, våning och hiss'),
  proposedDoorMinutes: doorMinutes.describe('Minuter från entrén till innanför dörren'),
  status,
  proposedAt: answeredInstant,
  decidedBy: id.nullable(),
  decidedAt: answeredInstant.nullable(),
  version,
});
export type TravelProposalAnswer = z.infer<typeof travelProposalAnswer>;
export const travelProposalPageAnswer = pageOf(travelProposalAnswer);

export const travelProposalQuery = pageQuery.extend({ status: status.default('foreslagen'), format: listFormat });
export type TravelProposalQuery = z.infer<typeof travelProposalQuery>;

export const travelProposalRefresh = z.strictObject({
  asOf: localDate.optional().describe('Sista dagen som räknas in; utan värde: i dag'),
});
export type TravelProposalRefresh = z.infer<typeof travelProposalRefresh>;

/** What a refresh did. Doing it twice changes nothing the second time. */
export const travelProposalRefreshAnswer = z.strictObject({
  from: localDate,
  to: localDate,
  legs: z.int().min(0).describe('Registrerade vägar mellan två besök i de publicerade rutterna'),
  proposed: z.int().min(0),
  changed: z.int().min(0),
  withdrawn: z.int().min(0).describe('Förslag som registreringarna inte längre stöder'),
  unchanged: z.int().min(0),
});
export type TravelProposalRefreshAnswer = z.infer<typeof travelProposalRefreshAnswer>;
