import { Injectable } from '@nestjs/common';
import type { PremisesAnswer, WorkGroupAnswer, WorkGroupAreaAnswer } from '@hemtjanst/contracts';
import type { Premises, WorkGroup, WorkGroupArea } from '@hemtjanst/domain';
import { CodeIndex } from '../../database/code-index.js';
import type { ImportedTable } from '../../database/imported-table.js';
import { assertUnit, type Caller } from '../../http/caller.js';
import {
  areaToContract,
  areaToDomain,
  premisesToContract,
  premisesToDomain,
  workGroupToContract,
  workGroupToDomain,
} from './place.mapper.js';
import { PlaceRepository } from './place.repository.js';

export interface UnitPlaces {
  readonly premises: readonly Premises[];
  readonly workGroups: readonly WorkGroup[];
  readonly areas: readonly WorkGroupArea[];
}

/** Both names of the places that other records refer to. */
export interface PlaceCodes {
  readonly premises: CodeIndex;
  readonly workGroups: CodeIndex;
}

/** Premises and work groups. */
@Injectable()
export class PlacesService {
  constructor(private readonly places: PlaceRepository) {}

  async listPremises(caller: Caller, unitId: string): Promise<readonly PremisesAnswer[]> {
    assertUnit(caller, unitId);
    return (await this.places.findPremises(unitId)).map(premisesToContract);
  }

  async listWorkGroups(caller: Caller, unitId: string): Promise<readonly WorkGroupAnswer[]> {
    assertUnit(caller, unitId);
    return (await this.places.findWorkGroups(unitId)).map(workGroupToContract);
  }

  /** Where the groups' areas are drawn, those without one too. They say nothing of anybody who lives there. */
  async listAreas(caller: Caller, unitId: string): Promise<readonly WorkGroupAreaAnswer[]> {
    assertUnit(caller, unitId);
    return (await this.places.findWorkGroups(unitId)).map(areaToContract);
  }

  /** Everything about places the domain computes with. */
  async loadPlaces(unitId: string): Promise<UnitPlaces & { readonly codes: PlaceCodes }> {
    const premises = await this.places.findPremises(unitId);
    const workGroups = await this.places.findWorkGroups(unitId);
    const codes = {
      premises: new CodeIndex('premises', premises),
      workGroups: new CodeIndex('work group', workGroups),
    };
    return {
      premises: premises.map(premisesToDomain),
      workGroups: workGroups.map((row) => workGroupToDomain(row, codes.premises)),
      areas: workGroups.map(areaToDomain).filter((area) => area !== null),
      codes,
    };
  }

  async loadCodes(unitId: string): Promise<PlaceCodes> {
    return (await this.loadPlaces(unitId)).codes;
  }

  /** Part of an import: the caller has opened the transaction. */
  async importPlaces(
    unitId: string,
    { premises, workGroups, areas }: UnitPlaces,
  ): Promise<{ readonly tables: readonly ImportedTable[]; readonly codes: PlaceCodes }> {
    const premisesTable = await this.places.importPremises(unitId, premises);
    const premisesCodes = new CodeIndex('premises', await this.places.findPremises(unitId));
    const groupTable = await this.places.importWorkGroups(unitId, workGroups, areas, premisesCodes);
    return { tables: [premisesTable, groupTable], codes: await this.loadCodes(unitId) };
  }
}
