import { Global, Module } from '@nestjs/common';
import { AuditLogController } from './audit-log.controller.js';
import { AuditLog } from './audit-log.js';
import { AuditLogRepository } from './audit-log.repository.js';

/** Global, because every module that shows or changes something about a brukare leaves a line. */
@Global()
@Module({ controllers: [AuditLogController], providers: [AuditLog, AuditLogRepository], exports: [AuditLog] })
export class AuditLogModule {}
