import type { MovePriceAnswer, PlacesAnswer } from '@hemtjanst/contracts';
import { DragStore, forbiddenIn, type DraggedVisit } from './drag-store.js';

const visit: DraggedVisit = {
  visitDemandId: 'T1:2026-W10:1',
  name: 'Märta S.',
  minutes: 30,
  from: { shiftId: 'a', minute: 480 },
  main: null,
  gripMinutes: 5,
};
const price: MovePriceAnswer = { version: 1, place: null, refusals: [] };
const places: PlacesAnswer = {
  version: 1,
  places: [],
  forbidden: [{ shiftId: 'b', rule: 'competence', text: { sv: 'Saknar delegering.', en: 'Has no delegation.' } }],
};

describe('the drag store', () => {
  it('begins where the visit lies, and tells its listeners of every new target once', () => {
    const store = new DragStore();
    let told = 0;
    store.subscribe(() => (told += 1));
    store.begin(visit, false);
    expect(store.read().target).toEqual({ shiftId: 'a', minute: 480 });
    expect(store.aim({ shiftId: 'a', minute: 485 })).toBe(true);
    expect(store.aim({ shiftId: 'a', minute: 485 })).toBe(false);
    expect(told).toBe(2);
  });

  it('lets a second employee change person but not time', () => {
    const store = new DragStore();
    store.begin({ ...visit, main: { shiftId: 'm', startsAt: '2026-03-02T08:00:00+01:00' } }, false);
    store.aim({ shiftId: 'b', minute: 600 });
    expect(store.read().target).toEqual({ shiftId: 'b', minute: 480 });
  });

  it('shows a price only for the target it was asked for', () => {
    const store = new DragStore();
    store.begin(visit, false);
    store.aim({ shiftId: 'b', minute: 500 });
    store.tellPrice({ shiftId: 'a', minute: 480 }, price);
    expect(store.read().price).toBeNull();
    store.tellPrice({ shiftId: 'b', minute: 500 }, price);
    expect(store.read().price).toBe(price);
    store.aim({ shiftId: 'b', minute: 505 });
    expect(store.read().price).toBeNull();
  });

  it('knows which shifts are forbidden, and forgets everything when the drag ends', () => {
    const store = new DragStore();
    store.begin(visit, true);
    store.tellPlaces('T9:2026-W10:1', places);
    expect(forbiddenIn(store.read(), 'b')).toBeNull();
    store.tellPlaces(visit.visitDemandId, places);
    expect(forbiddenIn(store.read(), 'b')?.sv).toBe('Saknar delegering.');
    expect(forbiddenIn(store.read(), 'a')).toBeNull();
    store.end();
    expect(store.read().dragged).toBeNull();
  });
});
