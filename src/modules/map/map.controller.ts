import { gunzipSync } from 'node:zlib';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ROLES, mapAnswer, mapTileQuery, tileNumber, type MapAnswer, type MapTileQuery } from '@hemtjanst/contracts';
import type { Request, Response } from 'express';
import { Access } from '../../http/access.js';
import { ZodAnswer, ZodParam, ZodQuery } from '../../http/contract.js';
import { notFound } from '../../http/problems.js';
import { Produces } from '../../http/produces.interceptor.js';
import { MapTiles } from './map-tiles.service.js';

const ATTRIBUTION = '© OpenStreetMap contributors';
const A_YEAR_SECONDS = 31_536_000;

/** The map that pages draw on. It holds streets and no people; a login is asked for because nobody else needs it. */
@ApiTags('Karta')
@Controller('map')
export class MapController {
  constructor(private readonly tiles: MapTiles) {}

  @Get()
  @Access({ roles: ROLES })
  @ZodAnswer(mapAnswer)
  async show(): Promise<MapAnswer> {
    const facts = (await this.tiles.archive())?.facts;
    if (facts === undefined) {
      return { mapVersion: null, tiles: null, bounds: null, minZoom: 0, maxZoom: 0, attribution: ATTRIBUTION };
    }
    const { version, bounds, minZoom, maxZoom } = facts;
    const tiles = `/api/map/tiles/{z}/{x}/{y}?map=${version}`;
    return { mapVersion: version, tiles, bounds: [...bounds], minZoom, maxZoom, attribution: ATTRIBUTION };
  }

  /** A Mapbox Vector Tile; 204 where nothing is drawn. */
  @Get('tiles/:z/:x/:y')
  @Access({ roles: ROLES })
  @Produces('application/vnd.mapbox-vector-tile')
  async tile(
    @ZodParam('z', tileNumber) z: number,
    @ZodParam('x', tileNumber) x: number,
    @ZodParam('y', tileNumber) y: number,
    @ZodQuery(mapTileQuery) { map }: MapTileQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const archive = await this.tiles.archive();
    if (archive === null) throw notFound('Tjänsten har ingen karta.');
    const { version } = archive.facts;
    const isAddressedByVersion = map === version;
    response.setHeader('ETag', `"${version}"`);
    // Only whoever is logged in may keep it; a tile that is addressed by its map never changes.
    response.setHeader(
      'Cache-Control',
      isAddressedByVersion ? `private, max-age=${A_YEAR_SECONDS}, immutable` : 'no-cache',
    );
    response.setHeader('Vary', 'Accept-Encoding');
    if (request.headers['if-none-match'] === `"${version}"`) {
      response.status(304).end();
      return;
    }
    sendTile(request, response, await archive.read(z, x, y));
  }
}

/** Tiles are kept packed; whoever cannot unpack gets them unpacked. */
function sendTile(request: Request, response: Response, packed: Buffer | null): void {
  if (packed === null) {
    response.status(204).end();
    return;
  }
  const unpacks = request.acceptsEncodings('gzip') === 'gzip';
  if (unpacks) response.setHeader('Content-Encoding', 'gzip');
  response.type('application/vnd.mapbox-vector-tile').end(unpacks ? packed : gunzipSync(packed));
}
