import { Module } from '@nestjs/common';
import { MapTiles } from './map-tiles.service.js';
import { MapController } from './map.controller.js';

/** The map that pages draw on, made of the same OpenStreetMap file as the travel times. */
@Module({ controllers: [MapController], providers: [MapTiles] })
export class MapModule {}
