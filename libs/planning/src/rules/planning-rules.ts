import type { UnitSettings } from '@hemtjanst/domain';
import { animalsRule } from './animals.js';
import { bannedEmployeeRule } from './banned-employee.js';
import { competenceRule } from './competence.js';
import { continuityRule } from './continuity.js';
import { dayRule } from './day.js';
import { daysBetweenRule } from './days-between.js';
import { disruptionRule } from './disruption.js';
import { doubleStaffingRule } from './double-staffing.js';
import { gapRule } from './gap.js';
import { genderWishRule, genderWishSoftRule } from './gender-wish.js';
import { keyAndDoorRule } from './key-and-door.js';
import { kontaktmanRule } from './kontaktman.js';
import { languageRule } from './language.js';
import { lockedRule } from './locked.js';
import type { RuleId, Sentence } from './planning-rule.js';
import { rastRule } from './rast.js';
import { smokeRule } from './smoke.js';
import { timeWindowRule } from './time-window.js';
import { travelRule } from './travel.js';
import { unassignedRule } from './unassigned.js';
import { waitingRule } from './waiting.js';
import { workGroupRule } from './work-group.js';
import { workingTimeRule } from './working-time.js';

const HARD_RULES = [
  competenceRule,
  bannedEmployeeRule,
  genderWishRule,
  animalsRule,
  smokeRule,
  workGroupRule,
  dayRule,
  timeWindowRule,
  workingTimeRule,
  rastRule,
  doubleStaffingRule,
  gapRule,
  daysBetweenRule,
  lockedRule,
] as const;

const SOFT_RULES = [
  unassignedRule,
  continuityRule,
  kontaktmanRule,
  travelRule,
  keyAndDoorRule,
  genderWishSoftRule,
  languageRule,
  disruptionRule,
  waitingRule,
] as const;

/** A rule as a page shows it. */
export interface RuleDescription {
  readonly id: RuleId;
  readonly kind: 'hard' | 'soft';
  readonly name: Sentence;
  readonly why: Sentence;
  /** Null for hard rules: they are never broken. */
  readonly price: { readonly secondsPerUnit: number; readonly unit: Sentence; readonly reason: Sentence } | null;
}

/** Every rule that planning follows under a unit's settings, hard ones first. */
export function describeRules(settings: UnitSettings): readonly RuleDescription[] {
  const inForce = settings.genderWish === 'hard' ? 'gender-wish-soft' : 'gender-wish';
  const hard = HARD_RULES.map(({ id, kind, name, why }): RuleDescription => ({ id, kind, name, why, price: null }));
  const soft = SOFT_RULES.map(({ id, kind, name, why, unit, weight, weightReason }): RuleDescription => {
    return { id, kind, name, why, price: { secondsPerUnit: weight(settings), unit, reason: weightReason } };
  });
  return [...hard, ...soft].filter(({ id }) => id !== inForce);
}
