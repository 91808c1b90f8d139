import { Module } from '@nestjs/common';
import { PlanningRunsController } from './planning-runs.controller.js';
import { PlanningRunsService } from './planning-runs.service.js';

/** One solve: its state, its progress as it happens, and how to stop it. */
@Module({ controllers: [PlanningRunsController], providers: [PlanningRunsService], exports: [PlanningRunsService] })
export class PlanningRunsModule {}
