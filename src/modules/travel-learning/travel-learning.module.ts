import { Module } from '@nestjs/common';
import { BrukareModule } from '../brukare/brukare.module.js';
import { UnitsModule } from '../units/units.module.js';
import { RegisteredLegRepository } from './registered-leg.repository.js';
import { TravelLearningService } from './travel-learning.service.js';
import { TravelProposalRepository } from './travel-proposal.repository.js';
import { TravelProposalsController } from './travel-proposals.controller.js';
import { TravelProposalsService } from './travel-proposals.service.js';

/** After stage 6 of the flow: what registered visits say of the way to a door, proposed to those who plan. */
@Module({
  imports: [UnitsModule, BrukareModule],
  controllers: [TravelProposalsController],
  providers: [RegisteredLegRepository, TravelProposalRepository, TravelLearningService, TravelProposalsService],
})
export class TravelLearningModule {}
