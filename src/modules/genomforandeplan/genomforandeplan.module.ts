import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BrukareModule } from '../brukare/brukare.module.js';
import { RamtidOrdersModule } from '../ramtid-orders/ramtid-orders.module.js';
import { UnitsModule } from '../units/units.module.js';
import { FollowUpRepository } from './follow-up.repository.js';
import { GenomforandeplanController } from './genomforandeplan.controller.js';
import { GenomforandeplanEntity } from './genomforandeplan.entity.js';
import { GenomforandeplanRepository } from './genomforandeplan.repository.js';
import { GenomforandeplanService } from './genomforandeplan.service.js';
import { OpenPlan } from './open-plan.service.js';
import { PlanHistoryController } from './plan-history.controller.js';
import { PlanHistoryService } from './plan-history.service.js';
import { PlanProposals } from './plan-proposals.service.js';
import { PlanVersions } from './plan-versions.service.js';
import { TemplateImportService } from './template-import.service.js';
import { VisitTemplateEntity } from './visit-template.entity.js';

/** Stage 2, first half: the agreed visits of each order, in versions. */
@Module({
  imports: [
    UnitsModule,
    BrukareModule,
    RamtidOrdersModule,
    TypeOrmModule.forFeature([GenomforandeplanEntity, VisitTemplateEntity]),
  ],
  controllers: [GenomforandeplanController, PlanHistoryController],
  providers: [
    GenomforandeplanRepository,
    FollowUpRepository,
    OpenPlan,
    PlanVersions,
    PlanProposals,
    GenomforandeplanService,
    PlanHistoryService,
    TemplateImportService,
  ],
  exports: [TemplateImportService, PlanProposals],
})
export class GenomforandeplanModule {}
