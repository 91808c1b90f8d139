import { z } from 'zod';
import { coordinate, code, id, insats, text, timeOfDay, travelMode, version } from './fields.js';
import { answeredInstant } from './instant.js';

export const unitAnswer = z.strictObject({ id, code, name: text(200), timeZone: z.string() });
/** A new unit, empty until a unit folder is imported into it. */
export const newUnit = z.strictObject({ code, name: text(200) });
export type NewUnit = z.infer<typeof newUnit>;
export const unitListAnswer = z.strictObject({ items: z.array(unitAnswer) });
export type UnitAnswer = z.infer<typeof unitAnswer>;

export const startWindow = z
  .strictObject({ earliest: timeOfDay, latest: timeOfDay })
  .refine((window) => window.earliest <= window.latest, {
    error: 'Tidigaste start måste ligga före senaste start.',
    params: { code: 'tid.bakvand' },
  });

const hours = z.strictObject({ from: timeOfDay, to: timeOfDay }).refine((span) => span.from < span.to, {
  error: 'Första klockslaget måste ligga före det sista.',
  params: { code: 'tid.bakvand' },
});

const secondsUpTo = (max: number) => z.int().min(0).max(max);
const minutesUpTo = (max: number) => z.int().min(0).max(max);
const weight = z.int().min(0).max(1_000_000);
const share = z.number().min(0).max(1);

/** What a unit decides itself (domain.md section 11); every field has a default. */
export const unitSettings = z.strictObject({
  efficiencyTarget: share.describe('Effektivitetsmål, utförda timmar delat med personaltimmar'),
  windows: z.strictObject({
    morgon: startWindow,
    formiddag: startWindow,
    lunch: startWindow,
    eftermiddag: startWindow,
    middag: startWindow,
    tidig_kvall: startWindow,
    sen_kvall: startWindow,
  }),
  insatsMinutes: z.record(insats, z.int().min(1).max(600)),
  shortestVisitMinutes: z.int().min(1).max(60),
  visitStepMinutes: z.int().min(1).max(30),
  handlingSeconds: z.record(travelMode, secondsUpTo(1800)),
  sameEntranceSeconds: secondsUpTo(1800),
  metalKeySeconds: secondsUpTo(1800),
  portCodeSeconds: secondsUpTo(1800),
  stairsSecondsPerFloor: secondsUpTo(300),
  liftSeconds: secondsUpTo(600),
  minimumDoorToDoorSeconds: secondsUpTo(1800),
  winterFactor: z.number().min(1).max(3),
  winterMonths: z.array(z.int().min(1).max(12)).max(12),
  protectedTravelMinutes: minutesUpTo(120),
  startOfShiftMinutes: minutesUpTo(120),
  endOfShiftMinutes: minutesUpTo(120),
  larmShare: z.number().min(0).max(0.9),
  longestWorkWithoutRastMinutes: z.int().min(60).max(300).describe('Högst 5 timmar (arbetstidslagen)'),
  shortestRastMinutes: z.int().min(15).max(60).describe('En kortare rast är en paus och räknas som arbete'),
  preferredRastHours: z.array(hours).max(6).describe('När rasten helst läggs'),
  serviceHours: hours.describe('När service utförs, vardagar'),
  dygnsvilaMinutes: z.int().min(660).max(1440).describe('Minst 11 timmar'),
  veckovilaMinutes: z.int().min(2160).max(10080).describe('Minst 36 timmar'),
  longestShiftSpanMinutes: z.int().min(60).max(780).describe('Högst 13 timmar'),
  genderWish: z.enum(['hard', 'soft']),
  continuityGoal: z.int().min(1).max(50),
  weights: z.strictObject({
    unassignedBase: z.strictObject({ 1: weight, 2: weight, 3: weight }),
    unassignedPerMinute: weight,
    faceCost: z.array(weight).min(1).max(50),
    kontaktmanBonus: weight,
    languageMismatch: weight,
    softGenderMismatch: weight,
  }),
  serviceInsatser: z.array(insats).max(17),
  doubleStaffingCounts: z.union([z.literal(1), z.literal(2)]),
  ramtidWarning: z
    .strictObject({
      over: z.number().min(0).max(5),
      near: z.number().min(0).max(5),
      under: z.number().min(0).max(5),
    })
    .refine(({ over, near, under }) => under <= near && near <= over, {
      error: 'Gränserna ska ligga i ordning: under, nära, över.',
      params: { code: 'granser.bakvanda' },
    }),
  ramtidPeriod: z.enum(['month', 'week']).describe('Om ramtiden är en ram per kalendermånad eller per vecka'),
  ramtidCarryOverShare: share.describe('Hur stor del av ramen som högst förs över till nästa period; 0: ingen'),
  weekFitsRamtid: z.boolean().describe('Veckoplaneringen anpassar flexibla besök så att ramen hålls'),
  flexibleInsatser: z.array(insats).max(17).describe('Insatser som får läggas till, flyttas eller lämnas ute'),
  manyHoursPerMonth: z.number().min(1).max(744),
  planWithinDays: z.int().min(1).max(90),
  followUpWithinMonths: z.int().min(1).max(24),
  soonDueDays: z.int().min(0).max(365),
  kronorPerHour: z.number().min(0).max(10_000),
  monthClosing: z.strictObject({ day: z.int().min(1).max(28), at: timeOfDay, onRedDayAt: timeOfDay }),
  efficiencyDefinition: z.enum(['performed-per-staff', 'ordered-per-staff', 'performed-per-ordered']),
  smallestCell: z.int().min(2).max(20).describe('Färre personer än så visas inte för sig'),
  avvikelseLimits: z.strictObject({
    startMinutes: z.int().min(5).max(480),
    shortShare: share,
    longShare: z.number().min(1).max(10),
    durationMinutes: minutesUpTo(240),
    openMinutes: minutesUpTo(480),
  }),
  learningSamples: z.int().min(5).max(500).describe('Registrerade vägar innan andra dörrminuter föreslås'),
  leastRouteSlackMinutes: z
    .int()
    .min(0)
    .max(120)
    .describe('Rutter med mindre väntan och ledig tid än så varnas i restidsrapporten'),
});
export type UnitSettingsContract = z.infer<typeof unitSettings>;

export const unitSettingsAnswer = z.strictObject({ settings: unitSettings, version });
export type UnitSettingsAnswer = z.infer<typeof unitSettingsAnswer>;

/** One setting with what a person needs to judge it: value, default, and why the default is what it is. */
export const settingsCatalogueAnswer = z.strictObject({
  version,
  items: z.array(
    z.strictObject({
      key: z.string(),
      group: z.enum(['ramtid', 'uppfoljning', 'genomforandeplan', 'besok', 'restid', 'arbetstid', 'planering']),
      label: z.string(),
      unit: z.string().nullable().describe('Minuter, sekunder, andel …; null där värdet inte har någon enhet'),
      value: z.unknown(),
      default: z.unknown(),
      isDefault: z.boolean(),
      reason: z.string(),
      source: z.string(),
      confidence: z
        .enum(['hog', 'medel', 'lag'])
        .describe('hog: källa för Stockholm eller lag; medel: annan källa eller uträknad; lag: produktens antagande'),
    }),
  ),
});
export type SettingsCatalogueAnswer = z.infer<typeof settingsCatalogueAnswer>;

/** Who changed which settings, newest first. */
export const settingsHistoryAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      version: version.describe('Versionen som ändringen gav'),
      changedBy: id,
      changedAt: answeredInstant,
      changes: z.array(z.strictObject({ key: z.string(), from: z.unknown(), to: z.unknown() })),
    }),
  ),
});
export type SettingsHistoryAnswer = z.infer<typeof settingsHistoryAnswer>;

/** The settings to change; those left out keep their value. */
export const unitSettingsChange = unitSettings.partial();
export type UnitSettingsChange = z.infer<typeof unitSettingsChange>;

export const premisesAnswer = z.strictObject({
  id,
  code,
  name: text(200),
  address: text(300).nullable(),
  coordinate,
  version,
});
export const premisesListAnswer = z.strictObject({ items: z.array(premisesAnswer) });
export type PremisesAnswer = z.infer<typeof premisesAnswer>;
