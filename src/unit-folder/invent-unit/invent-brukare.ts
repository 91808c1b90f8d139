import type { Brukare, Gender, KeyKind, Pet } from '@hemtjanst/domain';
import type { InventedAddress } from './invent-places.js';
import { inventName } from './invented-names.js';
import type { Random } from './random.js';

const KEYS: readonly KeyKind[] = ['nyckelfri', 'nyckelfri', 'nyckelfri', 'nyckelfri', 'portkod', 'portkod', 'metall'];
const LANGUAGES = ['finska', 'arabiska', 'spanska', 'persiska', 'polska'] as const;

/** A brukare without contacts and bans: those come when the group's employees are known. */
export function inventBrukare(id: string, place: InventedAddress, workGroupId: string, random: Random): Brukare {
  const gender: Gender = random.chance(0.66) ? 'K' : 'M';
  const floor = random.pick([0, 0, 1, 1, 2, 2, 3, 4]);
  return {
    id,
    name: inventName(gender, random),
    birthYear: random.whole(1926, 1960),
    gender,
    address: place.address,
    coordinate: { lat: place.lat, lon: place.lon },
    workGroupId,
    kontaktmanId: null,
    fastOmsorgskontaktId: null,
    keyKind: random.pick(KEYS),
    floor,
    hasLift: floor > 2 ? random.chance(0.8) : floor > 0 && random.chance(0.4),
    doorMinutes: null,
    isProtected: false,
    wishedGender: random.chance(0.05) ? 'K' : random.chance(0.01) ? 'M' : null,
    bannedEmployeeIds: [],
    pets: inventPets(random),
    isSmoker: random.chance(0.07),
    language: random.chance(0.06) ? random.pick(LANGUAGES) : null,
  };
}

/** A protected identity (domain.md section 9): no name, address or place in the file. */
export const protectedBrukare = (brukare: Brukare): Brukare => ({
  ...brukare,
  name: `Skyddad person ${brukare.id}`,
  address: '',
  coordinate: null,
  isProtected: true,
});

function inventPets(random: Random): Pet[] {
  if (random.chance(0.05)) return ['hund'];
  return random.chance(0.07) ? ['katt'] : [];
}
