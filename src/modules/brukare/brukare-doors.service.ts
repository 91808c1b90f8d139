import { Injectable } from '@nestjs/common';
import type { TravelPlace } from '@hemtjanst/domain';
import { assertUnit, type Caller } from '../../http/caller.js';
import { mayKnowIdentity } from './brukare-access.js';
import { brukareToPlace } from './brukare.mapper.js';
import { BrukareRepository } from './brukare.repository.js';

/** The address of a brukare as a place on a route, and what may be done with it. */
export interface BrukareDoor {
  readonly brukareId: string;
  readonly version: number;
  readonly place: TravelPlace;
  /** A protected identity: its address is on no map. */
  readonly isProtected: boolean;
  /** False: a protected address; what is known of it is neither shown to this caller nor changed by them. */
  readonly isOpenToCaller: boolean;
}

/** Doors of a unit's addresses, for whoever computes with travel times. */
@Injectable()
export class BrukareDoors {
  constructor(private readonly brukare: BrukareRepository) {}

  /** By brukare. Whoever shows one of them leaves the audit line. */
  async load(caller: Caller, unitId: string): Promise<ReadonlyMap<string, BrukareDoor>> {
    assertUnit(caller, unitId);
    const rows = await this.brukare.findAll(unitId);
    return new Map(
      rows.map((row) => [
        row.id,
        {
          brukareId: row.id,
          version: row.version,
          place: brukareToPlace(row),
          isProtected: row.isProtected,
          isOpenToCaller: mayKnowIdentity(caller, row),
        },
      ]),
    );
  }
}
