import type { PlanningRuleAnswer } from '@hemtjanst/contracts';
import type { ListFile } from '../../http/list-file.js';

/** The rules with what they weigh, in Swedish as everything in the files is. */
export const planningRulesFile = ({ items }: { readonly items: readonly PlanningRuleAnswer[] }): ListFile => ({
  name: 'planeringsregler',
  columns: ['regel', 'slag', 'vikt_sekunder', 'per', 'skal_for_vikten', 'varfor'],
  rows: items.map(({ name, kind, why, price }) => [
    name.sv,
    kind === 'hard' ? 'bryts aldrig' : 'har ett pris',
    price?.secondsPerUnit ?? null,
    price?.unit.sv ?? null,
    price?.reason.sv ?? null,
    why.sv,
  ]),
});
