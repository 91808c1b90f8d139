import { classifyArea, classifyPlace, classifyWay } from './classify.js';

describe('how a thing of the map is drawn', () => {
  it.each([
    [{ highway: 'primary' }, 'streets', 'main', 10],
    [{ highway: 'residential', name: 'Vasagatan' }, 'streets', 'small', 12],
    [{ highway: 'cycleway' }, 'streets', 'cycle', 13],
    [{ highway: 'steps' }, 'streets', 'steps', 14],
    [{ natural: 'water' }, 'water', 'area', 10],
    [{ waterway: 'canal' }, 'water', 'stream', 12],
    [{ leisure: 'park' }, 'green', 'park', 12],
    [{ landuse: 'forest' }, 'green', 'forest', 10],
    [{ building: 'yes' }, 'buildings', 'building', 14],
    [{ railway: 'tram' }, 'rails', 'rail', 12],
  ])('%j is in %s as %s from zoom %i', (tags, layer, kind, minZoom) => {
    expect(classifyWay(tags)).toMatchObject({ layer, kind, minZoom });
  });

  it('leaves out what nobody rides on and what is under ground, but not a street in a tunnel', () => {
    expect(classifyWay({ highway: 'construction' })).toBeNull();
    expect(classifyWay({ railway: 'rail', tunnel: 'yes' })).toBeNull();
    expect(classifyWay({ power: 'line' })).toBeNull();
    expect(classifyWay({ highway: 'trunk', tunnel: 'yes' })).toMatchObject({ kind: 'large' });
  });

  it('fills areas, not the outlines of streets', () => {
    expect(classifyWay({ natural: 'water' })?.isArea).toBe(true);
    expect(classifyWay({ highway: 'pedestrian', area: 'yes' })?.isArea).toBe(false);
    expect(classifyArea({ highway: 'pedestrian' })).toBeNull();
    expect(classifyArea({ building: 'no' })).toBeNull();
  });

  it('names districts that have a name', () => {
    expect(classifyPlace({ place: 'suburb', name: 'Majorna' })).toMatchObject({ layer: 'places', kind: 'district' });
    expect(classifyPlace({ place: 'suburb' })).toBeNull();
    expect(classifyPlace({ name: 'Kiosken' })).toBeNull();
  });
});
