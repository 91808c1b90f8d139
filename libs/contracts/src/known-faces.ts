import { z } from 'zod';
import { code, id, localDate } from './fields.js';
import { listFormat } from './list-format.js';

export const knownFacesQuery = z.strictObject({
  date: localDate,
  employeeId: id.optional().describe('Den som är sjuk; utelämnad: alla med publicerade besök den dagen'),
  workGroupId: id.optional(),
  format: listFormat,
});
export type KnownFacesQuery = z.infer<typeof knownFacesQuery>;

const facesOfVisit = z.strictObject({
  plannedVisitId: id,
  brukareId: id,
  brukareCode: code,
  startsAt: z.iso.datetime({ offset: true }),
  endsAt: z.iso.datetime({ offset: true }),
  knownEmployees: z.int().describe('Andra medarbetare som varit hos brukaren de senaste 14 dagarna'),
  atWorkEmployeeIds: z.array(id).describe('De av dem som arbetar då'),
  availableEmployeeIds: z.array(id).describe('De av dem som inte har ett annat besök samtidigt'),
});

/** Known faces if one is ill: who else the day's brukare know, and who of them is at work. */
export const knownFacesAnswer = z.strictObject({
  date: localDate,
  items: z.array(
    z.strictObject({
      employeeId: id,
      employeeCode: code,
      workGroupId: id,
      visits: z.array(facesOfVisit),
      visitsWithoutKnownFace: z.int().describe('Besök där ingen känd medarbetare är ledig'),
    }),
  ),
  definition: z.string(),
});
export type KnownFacesAnswer = z.infer<typeof knownFacesAnswer>;
