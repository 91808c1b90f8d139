import { Injectable } from '@nestjs/common';
import { Env } from '../../config/env.js';
import { Database } from '../../database/database.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import { conflict, forbidden, notFound, tooMany } from '../../http/problems.js';
import { AuditLog } from '../audit-log/audit-log.js';
import { mayKnowIdentity } from './brukare-access.js';
import { BrukareRepository } from './brukare.repository.js';
import { DoorCodeRepository } from './door-code.repository.js';
import { doorCodeKey, openDoorCode, sealDoorCode } from './seal-door-code.js';

/** An employee opens some twelve doors a day; more in an hour is somebody collecting codes. */
const MOST_PER_HOUR = 15;
const HOUR_SECONDS = 3600;

/** Door codes: written by the office, shown one at a time to the one at the door, each time with a line in the log. */
@Injectable()
export class DoorCodesService {
  private readonly key: Buffer | null;

  constructor(
    private readonly database: Database,
    private readonly brukare: BrukareRepository,
    private readonly codes: DoorCodeRepository,
    private readonly auditLog: AuditLog,
    env: Env,
  ) {
    this.key = env.doorCodeSecret === null ? null : doorCodeKey(env.doorCodeSecret);
  }

  /**
   * Keeps a new code, or removes it.
   *
   * @throws Problem 404 outside the caller's units, 403 for a protected identity the caller may not know, 409 without a key
   */
  change(caller: Caller, unitId: string, brukareId: string, code: string | null): Promise<void> {
    assertUnit(caller, unitId);
    return this.database.runInTransaction(async () => {
      const row = await this.brukare.findOne(unitId, brukareId);
      if (row === null) throw notFound();
      if (!mayKnowIdentity(caller, row)) throw forbidden('Skyddade personuppgifter ändras av enhetschefen.');
      if (code === null) await this.codes.remove(unitId, brukareId);
      else await this.codes.keep(unitId, brukareId, sealDoorCode(this.usableKey(), brukareId, code));
      await this.record(caller, code === null ? 'ta-bort' : 'andra', unitId, brukareId);
    });
  }

  /** Which of these have a code that can be shown. */
  findWithCode(unitId: string, brukareIds: readonly string[]): Promise<ReadonlySet<string>> {
    return this.key === null ? Promise.resolve(new Set()) : this.codes.findWithCode(unitId, brukareIds);
  }

  /**
   * The code, for a caller whose right to be at that door now has been checked.
   *
   * @throws Problem 404 without a code, 429 after too many within an hour
   */
  async show(caller: Caller, unitId: string, brukareId: string): Promise<string> {
    assertUnit(caller, unitId);
    // Noted in a transaction of its own: a refusal does not take the note back.
    const showings = await this.database.apart(() => this.codes.noteShowing(caller.accountId));
    return this.database.runInTransaction(async () => {
      if (showings > MOST_PER_HOUR) {
        throw tooMany(
          'portkod.for-manga',
          `Högst ${MOST_PER_HOUR} portkoder i timmen visas för en person.`,
          HOUR_SECONDS,
        );
      }
      const row = await this.brukare.findOne(unitId, brukareId);
      if (row === null || !mayKnowIdentity(caller, row)) throw notFound();
      const sealed = await this.codes.find(unitId, brukareId);
      const code = sealed === null ? null : openDoorCode(this.usableKey(), brukareId, sealed);
      if (code === null) throw notFound('Det finns ingen portkod sparad för besöket.');
      await this.record(caller, 'visa', unitId, brukareId);
      return code;
    });
  }

  private usableKey(): Buffer {
    if (this.key !== null) return this.key;
    throw conflict('portkod.nyckel-saknas', 'Portkoder kan inte sparas: tjänsten har ingen nyckel (DOOR_CODE_SECRET).');
  }

  private record(caller: Caller, action: string, unitId: string, brukareId: string): Promise<void> {
    return this.auditLog.record({ caller, action, recordKind: 'door-code', recordId: brukareId, brukareId, unitId });
  }
}
