import { z } from 'zod';
import { id, insats, localDate, travelMode } from './fields.js';
import { answeredInstant } from './instant.js';
import { travelLegAnswer } from './travel-legs.js';

export const ownVisitListQuery = z.strictObject({ date: localDate.optional().describe('Utelämnad: i dag') });
export type OwnVisitListQuery = z.infer<typeof ownVisitListQuery>;

export const visitListQuery = z.strictObject({ date: localDate, employeeId: id });
export type VisitListQuery = z.infer<typeof visitListQuery>;

const ride = z.strictObject({
  mode: travelMode,
  travelSeconds: z.int().min(0),
  handlingSeconds: z.int().min(0),
  travelMeters: z.int().min(0),
  isEstimated: z.boolean(),
  handlingParts: z
    .array(travelLegAnswer.shape.parts.element)
    .describe('Vad hanteringen består av; tomt där det inte är känt eller röjer en skyddad adress'),
});

export const visitListStopAnswer = z.strictObject({
  kind: z.enum(['visit', 'break', 'premises', 'kringtid', 'meeting']),
  startsAt: answeredInstant,
  endsAt: answeredInstant,
  plannedVisitId: id.nullable(),
  brukareId: id.nullable(),
  title: z.string().describe('Vem eller vad: namn, alias, Rast, APT, lokalens namn'),
  address: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  keyKind: z.enum(['nyckelfri', 'portkod', 'metall']).nullable().describe('Bara för den som har besöket'),
  doorCodeFrom: answeredInstant
    .nullable()
    .describe('Från då kan den som har besöket visa portkoden; null: ingen kod, eller inte den egna listan'),
  insatser: z.array(insats),
  isNewFace: z.boolean().describe('Har inte varit hos brukaren de senaste 14 dagarna'),
  withEmployeeId: id.nullable().describe('Den andra i ett besök för två'),
  notes: z.array(z.string()),
  nextRide: ride.nullable(),
});

/** One employee's day as it is published. */
export const visitListAnswer = z.strictObject({
  employeeId: id,
  date: localDate,
  planId: id.nullable().describe('Null: inget är publicerat för dagen'),
  planVersion: z.int().nullable(),
  shiftStartsAt: answeredInstant.nullable(),
  shiftEndsAt: answeredInstant.nullable(),
  stops: z.array(visitListStopAnswer),
});
export type VisitListAnswer = z.infer<typeof visitListAnswer>;
export type VisitListStopAnswer = z.infer<typeof visitListStopAnswer>;
