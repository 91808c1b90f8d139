import { Injectable } from '@nestjs/common';
import { datesBetween, weekOf } from '@hemtjanst/domain';
import type { PlacedGroupRow } from './efficiency-rows.js';
import { EfficiencyRepository } from './efficiency.repository.js';
import type { ReportPeriod } from './report-period.js';

export interface Ceiling {
  readonly attainableEfficiency: number | null;
  readonly attainableText: string;
}

/** How high the planned efficiency can get with these orders and shifts, so that a red figure is an honest one. */
@Injectable()
export class AttainableEfficiency {
  constructor(private readonly efficiency: EfficiencyRepository) {}

  /** The ceilings of the published plans, each weighed by its staff hours. */
  async compute(unitId: string, period: ReportPeriod, groups: readonly PlacedGroupRow[]): Promise<Ceiling> {
    const weeks = [...new Set(datesBetween(period.from, period.to).map(weekOf))];
    const plans = (await this.efficiency.findCeilings(unitId, weeks)).filter(
      ({ work_group_id }) => work_group_id === null || groups.some(({ id }) => id === work_group_id),
    );
    const bounded = plans.filter(
      (plan): plan is typeof plan & { readonly attainable_efficiency: number } => plan.attainable_efficiency !== null,
    );
    const staffMinutes = bounded.reduce((sum, plan) => sum + plan.staff_minutes, 0);
    if (staffMinutes === 0) {
      const why = plans.length === 0 ? 'ingen plan är publicerad för perioden' : 'planerna är gjorda utan tak';
      return { attainableEfficiency: null, attainableText: `Taket är inte beräknat: ${why}.` };
    }
    const weighed = bounded.reduce((sum, plan) => sum + plan.attainable_efficiency * plan.staff_minutes, 0);
    return {
      attainableEfficiency: Math.round((weighed / staffMinutes) * 10_000) / 10_000,
      attainableText:
        'Taket är vad periodens publicerade planer högst kan nå med dessa beställningar och pass: ' +
        `kortast möjliga restid och det som måste göras däremellan. Räknat på ${bounded.length} av ${plans.length} planer.`,
    };
  }
}
