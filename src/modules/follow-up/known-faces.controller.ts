import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { knownFacesAnswer, knownFacesQuery, type KnownFacesAnswer, type KnownFacesQuery } from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodParam, ZodQuery } from '../../http/contract.js';
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';
import { KnownFacesService, knownFacesFile } from './known-faces.service.js';

@ApiTags('Uppföljning')
@Controller('units/:unitId/known-faces')
export class KnownFacesController {
  constructor(private readonly knownFaces: KnownFacesService) {}

  @Get()
  @Access({ roles: ['planerare', 'samordnare', 'enhetschef'] })
  @ZodAnswer(knownFacesAnswer)
  @ListsAlsoAsFile(knownFacesFile)
  find(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(knownFacesQuery) query: KnownFacesQuery,
  ): Promise<KnownFacesAnswer> {
    return this.knownFaces.find(caller, unitId, query);
  }
}
