import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BrukareModule } from '../brukare/brukare.module.js';
import { RamtidOrderEntity } from './ramtid-order.entity.js';
import { RamtidOrderRepository } from './ramtid-order.repository.js';
import { RamtidOrdersController } from './ramtid-orders.controller.js';
import { RamtidOrdersService } from './ramtid-orders.service.js';

/** Stage 1: the authority's orders. */
@Module({
  imports: [BrukareModule, TypeOrmModule.forFeature([RamtidOrderEntity])],
  controllers: [RamtidOrdersController],
  providers: [RamtidOrderRepository, RamtidOrdersService],
  exports: [RamtidOrdersService],
})
export class RamtidOrdersModule {}
