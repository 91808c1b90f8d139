import type {
  AreaGeometry,
  NewPremises,
  NewWorkGroup,
  PremisesAnswer,
  PremisesChange,
  WorkGroupAnswer,
  WorkGroupAreaAnswer,
  WorkGroupChange,
} from '@hemtjanst/contracts';
import type { Premises, Ring, WorkGroup, WorkGroupArea } from '@hemtjanst/domain';
import type { CodeIndex } from '../../database/code-index.js';
import type { PremisesEntity } from './premises.entity.js';
import type { WorkGroupEntity } from './work-group.entity.js';

export const premisesToRow = (unitId: string, premises: Premises) => ({
  unitId,
  code: premises.id,
  name: premises.name,
  address: premises.address,
  lat: premises.coordinate.lat,
  lon: premises.coordinate.lon,
});

export const premisesToDomain = (row: PremisesEntity): Premises => ({
  id: row.code,
  name: row.name,
  address: row.address,
  coordinate: { lat: row.lat, lon: row.lon },
});

export const premisesToContract = (row: PremisesEntity): PremisesAnswer => ({
  id: row.id,
  code: row.code,
  name: row.name,
  address: row.address,
  coordinate: { lat: row.lat, lon: row.lon },
  version: row.version,
});

export const newPremisesToRow = (unitId: string, { code, name, address, coordinate }: NewPremises) => ({
  unitId,
  code,
  name,
  address,
  lat: coordinate.lat,
  lon: coordinate.lon,
});

/** The fields a change names; those left out are undefined and stay as they are. */
export const changedPremisesToRow = ({ name, address, coordinate }: PremisesChange) => ({
  name,
  address,
  lat: coordinate?.lat,
  lon: coordinate?.lon,
});

export const newWorkGroupToRow = (unitId: string, { code, name, kind, premisesId }: NewWorkGroup) => ({
  unitId,
  code,
  name,
  kind,
  premisesId,
  area: null,
});

export const changedWorkGroupToRow = ({ name, kind, premisesId }: WorkGroupChange) => ({ name, kind, premisesId });

export const workGroupToRow = (
  unitId: string,
  group: WorkGroup,
  area: WorkGroupArea['geometry'] | null,
  premises: CodeIndex,
) => ({
  unitId,
  code: group.id,
  name: group.name,
  premisesId: premises.idOf(group.premisesId),
  kind: group.kind,
  area,
});

export const workGroupToDomain = (row: WorkGroupEntity, premises: CodeIndex): WorkGroup => ({
  id: row.code,
  name: row.name,
  premisesId: premises.codeOf(row.premisesId),
  kind: row.kind,
});

export const areaToDomain = (row: WorkGroupEntity): WorkGroupArea | null =>
  row.area === null ? null : { workGroupId: row.code, geometry: row.area };

export const areaToContract = (row: WorkGroupEntity): WorkGroupAreaAnswer => ({
  workGroupId: row.id,
  area: row.area === null ? null : geometryToContract(row.area),
  version: row.version,
});

const geometryToContract = (area: WorkGroupArea['geometry']): AreaGeometry =>
  area.type === 'Polygon'
    ? { type: 'Polygon', coordinates: ringsToContract(area.coordinates) }
    : { type: 'MultiPolygon', coordinates: area.coordinates.map(ringsToContract) };

const ringsToContract = (rings: readonly Ring[]): [number, number][][] =>
  rings.map((ring) => ring.map(([lon, lat]): [number, number] => [lon, lat]));

export const workGroupToContract = (row: WorkGroupEntity): WorkGroupAnswer => ({
  id: row.id,
  code: row.code,
  name: row.name,
  kind: row.kind,
  premisesId: row.premisesId,
  hasArea: row.area !== null,
  version: row.version,
});
