import { DEFAULT_UNIT_SETTINGS as settings, aShift, clock, localDate } from '@hemtjanst/domain';
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
import { describeRules } from './planning-rules.js';
import { rastRule } from './rast.js';
import { smokeRule } from './smoke.js';
import { timeWindowRule } from './time-window.js';
import { travelRule } from './travel.js';
import { unassignedRule } from './unassigned.js';
import { waitingRule } from './waiting.js';
import { workGroupRule } from './work-group.js';
import { workingTimeRule } from './working-time.js';

const shift = { ...aShift(), meetings: [] };
const window = { earliest: clock('07:00'), latest: clock('10:00') };

/** What each rule says of a place that it stands against, or of the change it prices, on both sides of its edge. */
const SENTENCES: Readonly<Record<RuleId, readonly Sentence[]>> = {
  competence: [competenceRule.explain({ missing: ['insulin'] })],
  'banned-employee': [bannedEmployeeRule.explain()],
  'gender-wish': [genderWishRule.explain()],
  'gender-wish-soft': [genderWishSoftRule.explain()],
  animals: [animalsRule.explain({ pets: ['hund', 'katt'] })],
  smoke: [smokeRule.explain()],
  'work-group': [workGroupRule.explain()],
  day: [dayRule.explain({ allowedDates: [localDate('2026-03-02'), localDate('2026-03-04')] })],
  'time-window': [true, false].map((isOutside) => timeWindowRule.explain({ window, isOutside })),
  'working-time': [true, false].map((isFull) => workingTimeRule.explain({ shift, settings, isFull })),
  rast: [rastRule.explain({ shift, settings })],
  'double-staffing': [doubleStaffingRule.explain()],
  gap: [gapRule.explain()],
  'days-between': [daysBetweenRule.explain({ minDaysBetween: 2 })],
  locked: [lockedRule.explain()],
  unassigned: [1, -1].map((visits) => unassignedRule.explain({ visits, priority: 2 })),
  continuity: [
    continuityRule.explain({ before: 10, after: 11, goal: 10 }),
    continuityRule.explain({ before: 5, after: 3, goal: 10 }),
  ],
  kontaktman: [1, -1].map((visits) => kontaktmanRule.explain({ visits })),
  travel: [240, -180].map((seconds) => travelRule.explain({ seconds })),
  'key-and-door': [240, -180].map((seconds) => keyAndDoorRule.explain({ seconds })),
  language: [1, -1].map((visits) => languageRule.explain({ visits })),
  disruption: [
    disruptionRule.explain({ employees: 2, starts: -1 }),
    disruptionRule.explain({ employees: 0, starts: 3 }),
  ],
  waiting: [480, -60].map((seconds) => waitingRule.explain({ seconds })),
};

const numbersIn = (text: string): readonly string[] => text.match(/\d+/g) ?? [];

describe('what a rule says', () => {
  it.each(Object.entries(SENTENCES))(
    'is a sentence of its own in each language, with the same figures: %s',
    (_, told) => {
      for (const { sv, en } of told) {
        expect(Math.min(sv.length, en.length)).toBeGreaterThan(10);
        expect(sv).not.toBe(en);
        expect(numbersIn(en)).toEqual(numbersIn(sv));
        expect(`${sv} ${en}`).not.toMatch(/undefined|null|NaN|\[object/);
      }
      expect(new Set(told.map(({ sv }) => sv)).size).toBe(told.length);
    },
  );

  it('is said by every rule that planning follows', () => {
    const followed = (['hard', 'soft'] as const).flatMap((genderWish) => describeRules({ ...settings, genderWish }));
    expect(Object.keys(SENTENCES).sort()).toEqual([...new Set(followed.map(({ id }) => id))].sort());
  });
});
