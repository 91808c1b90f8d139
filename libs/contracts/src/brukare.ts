import { z } from 'zod';
import { code, coordinate, gender, id, localDate, text, timeOfDay, version } from './fields.js';
import { pageOf, pageQuery } from './page.js';

const birthYear = z.int().min(1900).max(2100);
const keyKind = z.enum(['nyckelfri', 'portkod', 'metall']);
const pets = z.array(z.enum(['hund', 'katt'])).max(2);
const floor = z.int().min(-5).max(60);
const doorMinutes = z
  .int()
  .min(0)
  .max(60)
  .nullable()
  .describe('Uppmätta minuter från entrén till innanför dörren; null: enligt nyckel, våning och hiss');

/** A brukare as those who plan see it. A protected identity shows its alias, no address and no coordinate. */
export const brukareAnswer = z.strictObject({
  id,
  code,
  name: text(200).describe('Namn, eller alias för den som har skyddade personuppgifter'),
  birthYear: birthYear.nullable().describe('Null när uppgiften är skyddad'),
  gender: gender.nullable(),
  address: text(300).nullable().describe('Null när uppgiften är skyddad'),
  coordinate: coordinate.nullable(),
  workGroupId: id,
  kontaktmanId: id.nullable(),
  fastOmsorgskontaktId: id.nullable(),
  keyKind,
  floor: floor.nullable(),
  hasLift: z.boolean(),
  doorMinutes,
  isProtected: z.boolean(),
  wishedGender: gender.nullable(),
  bannedEmployeeIds: z.array(id),
  pets,
  isSmoker: z.boolean(),
  language: text(40).nullable(),
  version,
});
export const brukarePageAnswer = pageOf(brukareAnswer);
export type BrukareAnswer = z.infer<typeof brukareAnswer>;

export const brukareQuery = pageQuery.extend({
  workGroupId: id.optional(),
  search: text(100)
    .refine((value) => value.length >= 3, { error: 'Skriv minst 3 tecken.', params: { code: 'sokning.for-kort' } })
    .optional()
    .describe('Minst 3 tecken av namn eller kundnummer; högst 20 träffar, skyddade personer söks inte på namn'),
});
export type BrukareQuery = z.infer<typeof brukareQuery>;

export const newBrukare = z.strictObject({
  code,
  name: text(200),
  birthYear,
  gender: gender.nullable().default(null),
  address: text(300),
  coordinate: coordinate.nullable(),
  workGroupId: id,
  kontaktmanId: id.nullable().default(null),
  fastOmsorgskontaktId: id.nullable().default(null),
  keyKind: keyKind.default('nyckelfri'),
  floor: floor.default(0),
  hasLift: z.boolean().default(false),
  doorMinutes: doorMinutes.default(null),
  isProtected: z.boolean().default(false),
  wishedGender: gender.nullable().default(null),
  bannedEmployeeIds: z.array(id).max(50).default([]),
  pets: pets.default([]),
  isSmoker: z.boolean().default(false),
  language: text(40).nullable().default(null),
});
export type NewBrukare = z.infer<typeof newBrukare>;

/** The fields to change; the kundnummer never changes. */
export const brukareChange = z
  .strictObject({
    name: text(200),
    birthYear,
    gender: gender.nullable(),
    address: text(300),
    coordinate: coordinate.nullable(),
    workGroupId: id,
    kontaktmanId: id.nullable(),
    fastOmsorgskontaktId: id.nullable(),
    keyKind,
    floor,
    hasLift: z.boolean(),
    doorMinutes,
    isProtected: z.boolean(),
    wishedGender: gender.nullable(),
    bannedEmployeeIds: z.array(id).max(50),
    pets,
    isSmoker: z.boolean(),
    language: text(40).nullable(),
  })
  .partial();
export type BrukareChange = z.infer<typeof brukareChange>;

/** Somebody is away from one local date and time to another, half-open. */
export const newAbsence = z
  .strictObject({
    fromDate: localDate,
    fromTime: timeOfDay.default('00:00'),
    toDate: localDate,
    toTime: timeOfDay,
    reason: text(200).nullable().default(null),
  })
  .refine((absence) => `${absence.fromDate}T${absence.fromTime}` < `${absence.toDate}T${absence.toTime}`, {
    error: 'Frånvaron måste sluta efter att den har börjat.',
    params: { code: 'tid.bakvand' },
    path: ['toDate'],
  });
export type NewAbsence = z.infer<typeof newAbsence>;

export const absenceAnswer = z.strictObject({
  id,
  personId: id.describe('Medarbetaren eller brukaren som är borta'),
  fromDate: localDate,
  fromTime: timeOfDay,
  toDate: localDate,
  toTime: timeOfDay,
  reason: text(200).nullable(),
  version,
});
export const absenceListAnswer = z.strictObject({ items: z.array(absenceAnswer) });
export type AbsenceAnswer = z.infer<typeof absenceAnswer>;
