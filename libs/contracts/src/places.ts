import { z } from 'zod';
import { code, coordinate, id, text } from './fields.js';
import { workGroupAnswer } from './work-groups.js';

const premises = z.strictObject({ name: text(200), address: text(300).nullable(), coordinate });

/** Where shifts begin and end. */
export const newPremises = premises.extend({ code, address: premises.shape.address.default(null) });
export type NewPremises = z.infer<typeof newPremises>;

/** The fields to change; the number never changes. */
export const premisesChange = premises.partial();
export type PremisesChange = z.infer<typeof premisesChange>;

const workGroup = z.strictObject({ name: text(200), kind: workGroupAnswer.shape.kind, premisesId: id });

export const newWorkGroup = workGroup.extend({ code, kind: workGroup.shape.kind.default('ordinarie') });
export type NewWorkGroup = z.infer<typeof newWorkGroup>;

/** The fields to change; the number never changes, and a drawn area stays. */
export const workGroupChange = workGroup.partial();
export type WorkGroupChange = z.infer<typeof workGroupChange>;
