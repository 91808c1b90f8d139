import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BrukareModule } from '../brukare/brukare.module.js';
import { RamtidOrdersModule } from '../ramtid-orders/ramtid-orders.module.js';
import { UnitsModule } from '../units/units.module.js';
import { GenomforandeplanController } from './genomforandeplan.controller.js';
import { GenomforandeplanEntity } from './genomforandeplan.entity.js';
import { GenomforandeplanRepository } from './genomforandeplan.repository.js';
import { GenomforandeplanService } from './genomforandeplan.service.js';
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
  controllers: [GenomforandeplanController],
  providers: [GenomforandeplanRepository, GenomforandeplanService, TemplateImportService],
  exports: [TemplateImportService],
})
export class GenomforandeplanModule {}
