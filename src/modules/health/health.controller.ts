import { Controller, Get } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Public } from '../../http/access.js';

/** For supervisors and load balancers: says nothing about anybody. */
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  /** The process answers. */
  @Get()
  @Public()
  alive(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  /** The process can do work: the database answers (else 503). */
  @Get('ready')
  @Public()
  async ready(): Promise<{ readonly status: 'ok' }> {
    await this.database.rows('SELECT 1');
    return { status: 'ok' };
  }
}
