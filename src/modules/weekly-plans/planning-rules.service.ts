import { Injectable } from '@nestjs/common';
import type { PlanningRuleAnswer } from '@hemtjanst/contracts';
import { describeRules, type RuleDescription } from '@hemtjanst/planning';
import { assertUnit, type Caller } from '../../http/caller.js';
import { UnitsService } from '../units/units.service.js';

/** The rules of planning with the unit's own weights: nobody, no brukare and no plan is in them. */
@Injectable()
export class PlanningRulesService {
  constructor(private readonly units: UnitsService) {}

  async list(caller: Caller, unitId: string): Promise<readonly PlanningRuleAnswer[]> {
    assertUnit(caller, unitId);
    const { settings } = await this.units.loadSettings(unitId);
    return describeRules(settings).map(ruleAnswer);
  }
}

const ruleAnswer = ({ id, kind, name, why, price }: RuleDescription): PlanningRuleAnswer => ({
  id,
  kind,
  name: { ...name },
  why: { ...why },
  price:
    price === null
      ? null
      : { secondsPerUnit: price.secondsPerUnit, unit: { ...price.unit }, reason: { ...price.reason } },
});
