import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PlaceChangesService } from './place-changes.service.js';
import { PlaceRepository } from './place.repository.js';
import { PlacesController } from './places.controller.js';
import { PlacesService } from './places.service.js';
import { PremisesEntity } from './premises.entity.js';
import { UnitEntity } from './unit.entity.js';
import { UnitRepository } from './unit.repository.js';
import { UnitsController } from './units.controller.js';
import { UnitsService } from './units.service.js';
import { WorkGroupEntity } from './work-group.entity.js';

/** Units, their settings, premises and work groups. */
@Module({
  imports: [TypeOrmModule.forFeature([UnitEntity, PremisesEntity, WorkGroupEntity])],
  controllers: [UnitsController, PlacesController],
  providers: [UnitRepository, PlaceRepository, UnitsService, PlacesService, PlaceChangesService],
  exports: [UnitsService, PlacesService],
})
export class UnitsModule {}
