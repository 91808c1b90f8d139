import { Injectable } from '@nestjs/common';
import type { BrukareAnswer, PremisesAnswer, TravelLegAnswer, TravelLegQuery } from '@hemtjanst/contracts';
import { legParts, localDate, type Coordinate, type TravelPlace } from '@hemtjanst/domain';
import type { Caller } from '../../http/caller.js';
import { forbidden } from '../../http/problems.js';
import { BrukareService } from '../brukare/brukare.service.js';
import { PlacesService } from '../units/places.service.js';
import { UnitsService } from '../units/units.service.js';
import { TravelTimes } from './travel-times.service.js';

type Ride = Pick<TravelLegAnswer, 'source' | 'isEstimated' | 'travelMeters'> & { readonly seconds: number };

/** Shows where the minutes of a leg go, by the same rules and the same travel times as a plan. */
@Injectable()
export class TravelLegsService {
  constructor(
    private readonly units: UnitsService,
    private readonly places: PlacesService,
    private readonly brukare: BrukareService,
    private readonly travelTimes: TravelTimes,
  ) {}

  async show(caller: Caller, unitId: string, query: TravelLegQuery): Promise<TravelLegAnswer> {
    const premises = await this.places.listPremises(caller, unitId);
    const from = await this.placeOf(caller, unitId, query.fromId, premises);
    const to = await this.placeOf(caller, unitId, query.toId, premises);
    const { settings } = await this.units.loadSettings(unitId);
    const { seconds, ...ride } = await this.ride(query, from.coordinate, to.coordinate);
    const leg = { from, to, mode: query.mode, onDate: localDate(query.onDate), rideSeconds: seconds };
    const parts = legParts(leg, settings);
    const doorToDoorSeconds = parts.reduce((sum, part) => sum + part.seconds, 0);
    return { ...query, ...ride, doorToDoorSeconds, parts };
  }

  private async placeOf(
    caller: Caller,
    unitId: string,
    placeId: string,
    premises: readonly PremisesAnswer[],
  ): Promise<TravelPlace> {
    const office = premises.find(({ id }) => id === placeId);
    if (office !== undefined) return officePlace(office);
    // Looking at a brukare's address leaves its line in the audit log.
    return brukarePlace(await this.brukare.show(caller, unitId, placeId));
  }

  private async ride({ mode }: TravelLegQuery, from: Coordinate | null, to: Coordinate | null): Promise<Ride> {
    if (from === null || to === null) return { source: 'manual', isEstimated: false, travelMeters: 0, seconds: 0 };
    const table = await this.travelTimes.source.table(mode, [from, to]);
    const [, seconds] = table.seconds;
    const [, meters] = table.meters;
    return { source: table.source, isEstimated: table.estimated[1] === 1, travelMeters: meters, seconds };
  }
}

const officePlace = ({ coordinate }: PremisesAnswer): TravelPlace => ({
  kind: 'premises',
  coordinate,
  keyKind: 'nyckelfri',
  floor: 0,
  hasLift: false,
  doorMinutes: null,
});

/** Times to a hidden address would tell where it is to whoever asks from enough places. */
function brukarePlace({ coordinate, keyKind, floor, hasLift, doorMinutes, address }: BrukareAnswer): TravelPlace {
  if (address === null) throw forbidden('Restiden till en skyddad adress visas bara för den som får se adressen.');
  return { kind: 'brukare', coordinate, keyKind, floor: floor ?? 0, hasLift, doorMinutes };
}
