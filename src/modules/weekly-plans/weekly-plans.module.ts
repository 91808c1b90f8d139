import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PlanPartsRepository } from './plan-parts.repository.js';
import { PublishedPlansRepository } from './published-plans.repository.js';
import { PublishedPlansService } from './published-plans.service.js';
import { WeeklyPlanEntity } from './weekly-plan.entity.js';
import { WeeklyPlanRepository } from './weekly-plan.repository.js';
import { WeeklyPlansController } from './weekly-plans.controller.js';
import { WeeklyPlansService } from './weekly-plans.service.js';

/** Stage 3 of the flow: a week calculated, compared, pinned and published. */
@Module({
  imports: [TypeOrmModule.forFeature([WeeklyPlanEntity])],
  controllers: [WeeklyPlansController],
  providers: [
    WeeklyPlanRepository,
    PlanPartsRepository,
    PublishedPlansRepository,
    WeeklyPlansService,
    PublishedPlansService,
  ],
  exports: [PublishedPlansService],
})
export class WeeklyPlansModule {}
