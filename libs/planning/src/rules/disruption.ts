import type { SoftRule } from './planning-rule.js';

/** One step of disruption: ten minutes of travel. */
const STEP_SECONDS = 600;
const CHANGED_EMPLOYEE_STEPS = 3;
const MOVED_START_STEPS = 1;
/** Somebody who waits for a visit that does not come: worse than any other face. */
const LEFT_OUT_STEPS = 12;
/** Who has been told is disturbed twice as much. */
const NOTIFIED_FACTOR = 2;
/** A visit that comes so much sooner or later than told is still on time. */
export const MOVED_START_SECONDS = 15 * 60;

export interface Disturbance {
  readonly hasOtherEmployee: boolean;
  readonly movedSeconds: number;
  readonly isNotified: boolean;
}

/** Seconds-equivalents of a change against the plan that people know. */
export function disruptionCost({ hasOtherEmployee, movedSeconds, isNotified }: Disturbance): number {
  const steps =
    (hasOtherEmployee ? CHANGED_EMPLOYEE_STEPS : 0) +
    (Math.abs(movedSeconds) > MOVED_START_SECONDS ? MOVED_START_STEPS : 0);
  return steps * STEP_SECONDS * (isNotified ? NOTIFIED_FACTOR : 1);
}

/** Seconds-equivalents of leaving out a visit that people know of, beside what leaving out any visit costs. */
export const leftOutDisruptionCost = (isNotified: boolean): number =>
  LEFT_OUT_STEPS * STEP_SECONDS * (isNotified ? NOTIFIED_FACTOR : 1);

export const disruptionRule: SoftRule<{ readonly employees: number; readonly starts: number }> = {
  kind: 'soft',
  id: 'disruption',
  name: { sv: 'Ändring av känd plan', en: 'Change of a known plan' },
  why: {
    sv: 'Brukare och medarbetare har fått besked; varje ändring är ett samtal och en oro.',
    en: 'Brukare and employees have been told; each change is a call and a worry.',
  },
  unit: { sv: 'ändrade besök', en: 'changed visits' },
  weight: () => disruptionCost({ hasOtherEmployee: true, movedSeconds: 0, isNotified: false }),
  weightReason: {
    sv: 'Uppmätt på sjukanmälningar: en halvtimme per ändrad medarbetare håller ändringarna vid 10–15 % av övriga besök.',
    en: 'Measured on sick calls: half an hour a changed employee keeps the changes at 10–15 % of the other visits.',
  },
  explain: ({ employees, starts }) => ({
    sv: `${signed(employees)} besök med annan medarbetare än meddelat, ${signed(starts)} med start flyttad mer än 15 min`,
    en: `${signed(employees)} visits with another employee than told, ${signed(starts)} moved more than 15 min`,
  }),
};

const signed = (count: number): string => (count > 0 ? `+${count}` : count < 0 ? `−${-count}` : '±0');
