import { Injectable } from '@nestjs/common';
import {
  registeredEvent,
  type RegisteredEvent as SentEvent,
  type RegisteredEventAnswer,
  type RegisteredEventBatch,
  type RegisteredEventBatchAnswer,
} from '@hemtjanst/contracts';
import { Database } from '../../database/database.js';
import type { Caller } from '../../http/caller.js';
import { conflict, forbidden, notFound } from '../../http/problems.js';
import { Problem } from '../../http/problem.js';
import { AuditLog } from '../audit-log/audit-log.js';
import type { PublishedVisit } from '../weekly-plans/published-visit.js';
import { PublishedPlansService } from '../weekly-plans/published-plans.service.js';
import { clockFlags } from './judge-event.js';
import { RegisteredTimeRepository, type NewRegisteredEvent } from './registered-time.repository.js';

/** What employees register on their phones, one by one or a whole pocketful after hours without coverage. */
@Injectable()
export class ReceiveEventsService {
  constructor(
    private readonly database: Database,
    private readonly events: RegisteredTimeRepository,
    private readonly publishedPlans: PublishedPlansService,
    private readonly auditLog: AuditLog,
  ) {}

  /**
   * Keeps one event. The same event twice is kept once and answered the same way.
   *
   * @throws Problem 404 for a visit that is not in a published plan of the caller's units, 403 for a colleague's visit,
   * 409 when the id was used for another event
   */
  receive(caller: Caller, event: SentEvent): Promise<RegisteredEventAnswer> {
    return this.database.runInTransaction(async () => {
      const visit = await this.ownVisit(caller, event.plannedVisitId);
      const kept = newEvent(caller, visit, event, new Date());
      if (!(await this.events.insert(kept))) return this.alreadyReceived(kept);
      await this.auditLog.record({
        caller,
        action: 'registrera',
        recordKind: 'registered-time',
        recordId: kept.id,
        brukareId: visit.brukareId,
        unitId: visit.unitId,
      });
      return answer(kept.id, kept.flags.length === 0 ? 'ok' : 'flaggad', kept.flags);
    });
  }

  /** Each event is judged and kept for itself: one bad event never holds up the others. */
  async receiveBatch(caller: Caller, batch: RegisteredEventBatch): Promise<RegisteredEventBatchAnswer> {
    const answers: RegisteredEventAnswer[] = [];
    for (const sent of batch.events) answers.push(await this.receiveOrExplain(caller, sent));
    return { events: answers };
  }

  private async receiveOrExplain(caller: Caller, sent: unknown): Promise<RegisteredEventAnswer> {
    const parsed = registeredEvent.safeParse(sent);
    if (!parsed.success) return refused(idOf(sent), 'ogiltig-handelse', 'Händelsen har fält som saknas eller är fel.');
    try {
      return await this.receive(caller, parsed.data);
    } catch (error) {
      // A database that is away is not the event's fault: the whole batch fails and the phone sends it again.
      if (!(error instanceof Problem)) throw error;
      return refused(parsed.data.id, error.code, error.detail ?? error.title);
    }
  }

  private async ownVisit(caller: Caller, visitId: string): Promise<PublishedVisit> {
    const visit = await this.publishedPlans.findVisit(caller.unitIds, visitId);
    if (visit === null) throw notFound('Besöket finns inte i någon publicerad plan.');
    if (caller.employeeId === null || !visit.employeeIds.includes(caller.employeeId)) {
      throw forbidden('Besöket är en annan medarbetares.');
    }
    return visit;
  }

  private async alreadyReceived(sent: NewRegisteredEvent): Promise<RegisteredEventAnswer> {
    const first = await this.events.find(sent.id);
    const isSame =
      first !== null &&
      first.kind === sent.kind &&
      first.employeeId === sent.employeeId &&
      first.plannedVisitId === sent.plannedVisitId &&
      first.occurredAt.getTime() === sent.occurredAt.getTime();
    if (!isSame) throw conflict('handelse.annat-innehall', 'Samma id har redan använts för en annan händelse.');
    return answer(sent.id, 'redan-mottagen', first.flags);
  }
}

function newEvent(caller: Caller, visit: PublishedVisit, event: SentEvent, receivedAt: Date): NewRegisteredEvent {
  const occurredAt = new Date(event.occurredAt);
  return {
    id: event.id,
    unitId: visit.unitId,
    code: null,
    employeeId: caller.employeeId ?? '',
    brukareId: visit.brukareId,
    plannedVisitId: visit.id,
    kind: event.kind,
    occurredAt,
    endedAt: null,
    flags: clockFlags(occurredAt, receivedAt),
    receivedAt,
    recordedBy: caller.accountId,
  };
}

const answer = (
  id: string,
  outcome: RegisteredEventAnswer['outcome'],
  flags: readonly RegisteredEventAnswer['flags'][number][],
): RegisteredEventAnswer => ({ id, outcome, flags: [...flags], code: null, detail: null });

const refused = (id: string, code: string, detail: string): RegisteredEventAnswer => ({
  id,
  outcome: 'fel',
  flags: [],
  code,
  detail,
});

/** So that the phone knows which of its events the answer is about, even where nothing else in it is right. */
function idOf(sent: unknown): string {
  if (typeof sent !== 'object' || sent === null || !('id' in sent)) return '';
  return typeof sent.id === 'string' ? sent.id.slice(0, 100) : '';
}
