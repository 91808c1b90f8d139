import { z } from 'zod';
import { writtenText } from './plan-editing.js';

/** A rule that planning follows, as the solver has it under the unit's settings. */
export const planningRuleAnswer = z.strictObject({
  id: z.string(),
  kind: z.enum(['hard', 'soft']).describe('hard: bryts aldrig. soft: har ett pris'),
  name: writtenText,
  why: writtenText.describe('Varför regeln finns, och var den kommer ifrån'),
  price: z
    .strictObject({
      secondsPerUnit: z.number().describe('Sekundekvivalenter för en enhet: 60 väger som en minuts restid'),
      unit: writtenText.describe('Vad priset räknas per'),
      reason: writtenText.describe('Varför den väger så mycket'),
    })
    .nullable(),
});
export type PlanningRuleAnswer = z.infer<typeof planningRuleAnswer>;

export const planningRuleListAnswer = z.strictObject({ items: z.array(planningRuleAnswer) });
