import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CalendarFeedAnswer, OwnCalendarQuery } from '@hemtjanst/contracts';
import { addDays, instantOfDate, localDate, localOf, type LocalDate } from '@hemtjanst/domain';
import { Database } from '../../database/database.js';
import type { Caller } from '../../http/caller.js';
import { notFound } from '../../http/problems.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { CalendarFeedRepository, type FeedOwner } from './calendar-feed.repository.js';
import { ownCalendar } from './own-calendar.js';
import { VisitListRepository } from './visit-list.repository.js';

/** As many bits as nobody guesses; the address is as secret as a password, which is why it ends and can be taken back. */
const SECRET_BYTES = 32;
const VALID_DAYS = 180;
const DAYS_BACK = 7;
const DAYS_AHEAD = 28;

/** The employee's own shifts and visits in a calendar: downloaded, or read by a calendar program at a secret address. */
@Injectable()
export class CalendarFeedsService {
  constructor(
    private readonly database: Database,
    private readonly feeds: CalendarFeedRepository,
    private readonly lists: VisitListRepository,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws Problem 404 when the account belongs to no employee of the caller's units */
  download(caller: Caller, query: OwnCalendarQuery): Promise<string> {
    return this.database.readSnapshot(async () => {
      const owner = await this.ownerOf(caller);
      const from = query.from === undefined ? today() : localDate(query.from);
      return this.calendarOf(owner, from, query.to === undefined ? addDays(from, DAYS_AHEAD) : localDate(query.to));
    });
  }

  /** A new secret address; the one before stops working. */
  open(caller: Caller): Promise<CalendarFeedAnswer> {
    return this.database.runInTransaction(async () => {
      const owner = await this.ownerOf(caller);
      const secret = randomBytes(SECRET_BYTES).toString('base64url');
      const expiresOn = addDays(today(), VALID_DAYS);
      await this.feeds.replace(caller.accountId, owner, hashOf(secret), expiresOn);
      await this.recordChange(caller, owner, 'skapa');
      return { address: `/api/calendar-feeds/${secret}`, expiresOn };
    });
  }

  revoke(caller: Caller): Promise<void> {
    return this.database.runInTransaction(async () => {
      const owner = await this.ownerOf(caller);
      await this.feeds.remove(caller.accountId);
      await this.recordChange(caller, owner, 'ta-bort');
    });
  }

  /** @throws Problem 404 for a secret that is not known, has been revoked or has expired */
  read(secret: string): Promise<string> {
    return this.database.readSnapshot(async () => {
      const owner = await this.feeds.findOwner(hashOf(secret), today());
      if (owner === null) throw notFound();
      return this.calendarOf(owner, addDays(today(), -DAYS_BACK), addDays(today(), DAYS_AHEAD));
    });
  }

  private async calendarOf(owner: FeedOwner, from: LocalDate, to: LocalDate): Promise<string> {
    const shifts = await this.feeds.findShifts(owner, from, to);
    return ownCalendar(shifts, await this.feeds.findVisits(owner, from, to));
  }

  private async ownerOf({ employeeId, unitIds }: Caller): Promise<FeedOwner> {
    const unitId = employeeId === null ? null : await this.lists.findUnitOf(employeeId, unitIds);
    if (employeeId === null || unitId === null) throw notFound('Kontot hör inte till någon medarbetare.');
    return { unitId, employeeId };
  }

  private recordChange(caller: Caller, { unitId, employeeId }: FeedOwner, action: string): Promise<void> {
    return this.auditLog.record({ caller, action, recordKind: 'calendar-feed', recordId: employeeId, unitId });
  }
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

const today = (): LocalDate => localOf(instantOfDate(new Date())).date;
