import type { GenomforandeplanVersionListAnswer } from '@hemtjanst/contracts';
import { fileDate, type ListFile } from '../../http/list-file.js';

/** Every version of one order's plan, the newest first. */
export const planVersionsFile = ({ items }: GenomforandeplanVersionListAnswer): ListFile => ({
  name: 'genomforandeplan-versioner',
  columns: ['version', 'status', 'ursprung', 'overenskommen', 'gjord', 'bekraftad', 'ersatt'],
  rows: items.map((plan) => [
    plan.version,
    plan.status === 'bekraftad' ? 'bekräftad' : 'föreslagen',
    plan.source === 'avtalad' ? 'avtalad' : 'förslag',
    plan.agreedOn,
    fileDate(plan.madeAt),
    fileDate(plan.confirmedAt),
    fileDate(plan.replacedAt),
  ]),
});
