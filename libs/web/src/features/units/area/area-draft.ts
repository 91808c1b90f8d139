import type { AreaGeometry } from '@hemtjanst/contracts';
import { isInSweden } from '@hemtjanst/domain';
import { kinks } from '@turf/kinks';

export type Corner = readonly [lon: number, lat: number];

/** One border that is drawn: open, the last corner is joined to the first. A hole belongs to the border before it. */
export interface AreaRing {
  readonly corners: readonly Corner[];
  readonly isHole: boolean;
}

/** The area of a group while it is drawn. */
export interface AreaDraft {
  readonly rings: readonly AreaRing[];
  /** The border that the next corner goes to. */
  readonly active: number;
}

export type AreaFault =
  | { readonly kind: 'too-few'; readonly ring: number }
  | { readonly kind: 'abroad'; readonly ring: number; readonly corner: number }
  | { readonly kind: 'crosses'; readonly ring: number; readonly at: Corner };

const EMPTY_RING: AreaRing = { corners: [], isHole: false };
export const EMPTY_DRAFT: AreaDraft = { rings: [EMPTY_RING], active: 0 };

export function draftOf(area: AreaGeometry | null): AreaDraft {
  if (area === null) return EMPTY_DRAFT;
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  const rings = polygons.flatMap((polygon) =>
    polygon.map((ring, at): AreaRing => ({ corners: ring.slice(0, -1), isHole: at > 0 })),
  );
  return { rings, active: 0 };
}

/** Null where nothing is drawn: the group has no area. Ask {@link faultsOf} first. */
export function geometryOf({ rings }: AreaDraft): AreaGeometry | null {
  const drawn = rings.filter(({ corners }) => corners.length > 0);
  const polygons: [number, number][][][] = [];
  for (const { corners, isHole } of drawn) {
    const closed = [...corners, ...corners.slice(0, 1)].map(([lon, lat]): [number, number] => [lon, lat]);
    const polygon = polygons.at(-1);
    if (isHole && polygon !== undefined) polygon.push(closed);
    else polygons.push([closed]);
  }
  const [first] = polygons;
  if (first === undefined) return null;
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: polygons };
}

/** What stands against saving; the service asks the same. An empty border is left out and is no fault. */
export function faultsOf({ rings }: AreaDraft): readonly AreaFault[] {
  return rings.flatMap(({ corners }, ring): readonly AreaFault[] => {
    if (corners.length === 0) return [];
    if (corners.length < 3) return [{ kind: 'too-few', ring }];
    const abroad = corners.findIndex(([lon, lat]) => !isInSweden({ lat, lon }));
    if (abroad >= 0) return [{ kind: 'abroad', ring, corner: abroad }];
    const crossing = crossingOf(corners);
    return crossing === null ? [] : [{ kind: 'crosses', ring, at: crossing }];
  });
}

function crossingOf(corners: readonly Corner[]): Corner | null {
  const closed = [...corners, ...corners.slice(0, 1)].map(([lon, lat]) => [lon, lat]);
  const [found] = kinks({ type: 'Polygon', coordinates: [closed] }).features;
  const [lon, lat] = found?.geometry.coordinates ?? [];
  return lon === undefined || lat === undefined ? null : [lon, lat];
}

export type AreaEdit =
  /** Behind the last corner of the active border, or before the corner of that number. */
  | { readonly kind: 'add-corner'; readonly at: Corner; readonly ring?: number; readonly before?: number }
  | { readonly kind: 'move-corner'; readonly ring: number; readonly corner: number; readonly to: Corner }
  | { readonly kind: 'remove-corner'; readonly ring: number; readonly corner: number }
  | { readonly kind: 'add-part' }
  | { readonly kind: 'remove-ring'; readonly ring: number }
  | { readonly kind: 'choose-ring'; readonly ring: number }
  | { readonly kind: 'clear' };

export function edited(draft: AreaDraft, edit: AreaEdit): AreaDraft {
  switch (edit.kind) {
    case 'add-corner': {
      const ring = edit.ring ?? draft.active;
      return withCorners({ ...draft, active: ring }, ring, (corners) =>
        corners.toSpliced(edit.before ?? corners.length, 0, edit.at),
      );
    }
    case 'move-corner':
      return withCorners(draft, edit.ring, (corners) => corners.with(edit.corner, edit.to));
    case 'remove-corner':
      return withCorners(draft, edit.ring, (corners) => corners.toSpliced(edit.corner, 1));
    case 'add-part':
      return { rings: [...draft.rings, EMPTY_RING], active: draft.rings.length };
    case 'remove-ring':
      return withoutRing(draft, edit.ring);
    case 'choose-ring':
      return { ...draft, active: edit.ring };
    case 'clear':
      return EMPTY_DRAFT;
  }
}

function withCorners(
  draft: AreaDraft,
  number: number,
  change: (corners: readonly Corner[]) => readonly Corner[],
): AreaDraft {
  const rings = draft.rings.map((ring, at) => (at === number ? { ...ring, corners: change(ring.corners) } : ring));
  return { ...draft, rings };
}

/** The holes in a part go with it. */
function withoutRing({ rings }: AreaDraft, number: number): AreaDraft {
  const nextPart = rings.findIndex(({ isHole }, at) => at > number && !isHole);
  const end = rings[number]?.isHole === true ? number + 1 : nextPart < 0 ? rings.length : nextPart;
  const left = rings.toSpliced(number, end - number);
  return left.length === 0 ? EMPTY_DRAFT : { rings: left, active: Math.min(number, left.length - 1) };
}

/** Halfway to the next corner: where a new one is put between two. */
export function middleAfter(corners: readonly Corner[], at: number): Corner | null {
  const [one, next] = [corners[at], corners[(at + 1) % corners.length]];
  if (one === undefined || next === undefined || corners.length < 2) return null;
  return [rounded((one[0] + next[0]) / 2), rounded((one[1] + next[1]) / 2)];
}

/** Five decimals are a metre: more say nothing on a map drawn by hand. */
export const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
