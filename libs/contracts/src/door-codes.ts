import { z } from 'zod';
import { text } from './fields.js';

/** A new door code; null removes it. It is never given out to the office again: only to the one at the door. */
export const doorCodeChange = z.strictObject({ code: text(40).nullable().describe('Null: ta bort') });
export type DoorCodeChange = z.infer<typeof doorCodeChange>;

export const doorCodeAnswer = z.strictObject({ code: z.string() });
export type DoorCodeAnswer = z.infer<typeof doorCodeAnswer>;
