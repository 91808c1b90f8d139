import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  exportedFile,
  exportedTable,
  unitExportQuery,
  type ExportedFile,
  type ExportedTable,
  type UnitExportQuery,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodParam, ZodQuery } from '../../http/contract.js';
import type { ListFile } from '../../http/list-file.js';
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';
import { UnitExportsService } from './unit-exports.service.js';

@ApiTags('Import')
@Controller('units/:unitId/exports')
@Access({ roles: ['samordnare', 'enhetschef'] })
export class UnitExportsController {
  constructor(private readonly exports: UnitExportsService) {}

  @Get(':file')
  @ZodAnswer(exportedTable)
  @ListsAlsoAsFile((table: ListFile) => table)
  async write(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodParam('file', exportedFile) file: ExportedFile,
    @ZodQuery(unitExportQuery) _query: UnitExportQuery,
  ): Promise<ExportedTable> {
    const { name, columns, rows } = await this.exports.write(caller, unitId, file);
    return { name, columns: [...columns], rows: rows.map((row) => [...row]) };
  }
}
