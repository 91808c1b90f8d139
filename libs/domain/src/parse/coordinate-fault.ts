import { isInSweden, type Coordinate } from '../place/coordinate.js';

interface CoordinateFault {
  readonly code: string;
  readonly message: string;
  readonly expected: string;
}

const EXPECTED = 'WGS 84 i decimalgrader, till exempel lat 59,30 och lon 18,00';

/** Says what went wrong with a coordinate that is not in Sweden: the ways such files go wrong in practice. */
export function coordinateFault({ lat, lon }: Coordinate): CoordinateFault {
  if (lat === 0 && lon === 0) {
    return {
      code: 'koordinat.noll',
      message: 'Koordinaten är 0,0: adressen har inte fått någon plats.',
      expected: EXPECTED,
    };
  }
  if (isInSweden({ lat: lon, lon: lat })) {
    return { code: 'koordinat.omkastad', message: 'Lat och lon är omkastade.', expected: EXPECTED };
  }
  if (isSweref(lat, lon) || isSweref(lon, lat)) {
    return {
      code: 'koordinat.sweref',
      message: 'Koordinaten är i meter (SWEREF 99), inte i grader.',
      expected: EXPECTED,
    };
  }
  return { code: 'koordinat.utanfor-sverige', message: 'Koordinaten ligger inte i Sverige.', expected: EXPECTED };
}

/** SWEREF 99 TM and its local zones: northing 6.1–7.7 million metres, easting 50–950 thousand. */
const isSweref = (north: number, east: number): boolean =>
  north > 6_000_000 && north < 7_800_000 && east > 10_000 && east < 1_000_000;
