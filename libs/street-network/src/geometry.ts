const { PI, atan2, cos, hypot } = Math;

/** Mean earth radius, metres. */
const earthRadiusMeters = 6_371_008.8;
const radians = PI / 180;

/** Metres per degree of latitude; a degree of longitude is this times the cosine of the latitude. */
export const metersPerDegree = earthRadiusMeters * radians;

/** Length of a short line. On the scale of a municipality the flat formula is right to a few millimetres. */
export function metersBetween(lonA: number, latA: number, lonB: number, latB: number): number {
  const east = (lonB - lonA) * cos(((latA + latB) / 2) * radians);
  return hypot(east, latB - latA) * metersPerDegree;
}

/** Compass direction from A to B, 0…360, 0 is north and 90 east. */
export function bearingDegrees(lonA: number, latA: number, lonB: number, latB: number): number {
  const east = (lonB - lonA) * cos(((latA + latB) / 2) * radians);
  return (atan2(east, latB - latA) / radians + 360) % 360;
}

/** Change of direction, −180…180, positive to the right. */
export function turnDegrees(bearingIn: number, bearingOut: number): number {
  const change = (((bearingOut - bearingIn) % 360) + 360) % 360;
  return change > 180 ? change - 360 : change;
}
