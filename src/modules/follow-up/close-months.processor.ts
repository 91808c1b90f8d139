import { CLOSE_MONTHS, type CloseMonthsPayload } from '../../jobs/job-catalogue.js';
import { JobHandler, type JobContext, type JobRunner } from '../../jobs/job-handler.js';
import { MonthClosingService } from './month-closing.service.js';

/**
 * Closes a unit's due months, the oldest first, each in a transaction of its own: a month can be closed once only (the table
 * sees to it), so an attempt that was cut off or runs beside another does no harm and nothing twice.
 */
@JobHandler(CLOSE_MONTHS)
export class CloseMonthsProcessor implements JobRunner<CloseMonthsPayload> {
  constructor(private readonly closings: MonthClosingService) {}

  async run({ unitId, signal }: JobContext<CloseMonthsPayload>): Promise<void> {
    for (const month of await this.closings.findDueMonths(unitId)) {
      signal.throwIfAborted();
      await this.closings.closeAutomatically(unitId, month);
    }
  }
}
