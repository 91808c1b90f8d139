import { Controller, Get } from '@nestjs/common';
import {
  auditLineListAnswer,
  auditLineQuery,
  auditReaderListAnswer,
  type AuditLineListAnswer,
  type AuditLineQuery,
  type AuditReaderAnswer,
} from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodParam, ZodQuery } from '../../http/contract.js';
import { AuditLog } from './audit-log.js';
import { auditLinesFile } from './audit-lines.file.js';
import { ListsAlsoAsFile } from '../../http/produces.interceptor.js';

/** The audit log of a unit, for those who answer for it. */
@Controller('units/:unitId/audit-lines')
export class AuditLogController {
  constructor(private readonly auditLog: AuditLog) {}

  @Get()
  @Access({ roles: ['enhetschef', 'admin'] })
  @ZodAnswer(auditLineListAnswer)
  @ListsAlsoAsFile(auditLinesFile)
  async list(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(auditLineQuery) query: AuditLineQuery,
  ): Promise<AuditLineListAnswer> {
    return this.auditLog.list(caller, unitId, query);
  }

  @Get('readers')
  @Access({ roles: ['enhetschef', 'admin'] })
  @ZodAnswer(auditReaderListAnswer)
  async listReaders(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
  ): Promise<{ readonly items: readonly AuditReaderAnswer[] }> {
    return { items: await this.auditLog.listReaders(caller, unitId) };
  }
}
