import { aCareUnit, aRamtidOrder } from '../testing/builders.js';
import { clock } from '../time/minute-of-day.js';
import { isoWeek } from '../time/iso-week.js';
import { localDate } from '../time/local-date.js';
import { minuteOfDay, minutes } from '../time/units.js';
import { DEFAULT_UNIT_SETTINGS } from '../unit/unit-settings.js';
import { deriveVisitDemands } from './derive-visit-demands.js';
import { extraDemandId, isExtraDemand, type ExtraVisit } from './extra-visit.js';

// 3 March 2026 is the Tuesday of week 10.
const extra: ExtraVisit = {
  id: 'e1',
  orderId: 'O1',
  onDate: localDate('2026-03-03'),
  window: { earliest: clock('13:00'), latest: clock('15:00') },
  serviceMinutes: minutes(30),
  helper: null,
  insatser: ['tillsyn'],
  competences: [],
  isTimeCritical: false,
};
const order = aRamtidOrder({ id: 'O1', from: localDate('2026-01-01') });
const derive = (unit: Parameters<typeof aCareUnit>[0], week = '2026-W10') =>
  deriveVisitDemands({
    unit: aCareUnit({ orders: [order], templates: [], extraVisits: [extra], ...unit }),
    week: isoWeek(week),
    settings: DEFAULT_UNIT_SETTINGS,
  });
const extrasOf = ({ demands }: ReturnType<typeof derive>) => demands.filter(({ id }) => isExtraDemand(id));

describe('an extra visit', () => {
  it('is demanded once, on its day, with its own window and minutes', () => {
    expect(extrasOf(derive({}))).toMatchObject([
      {
        id: extraDemandId(extra),
        orderId: 'O1',
        brukareId: order.brukareId,
        allowedDates: ['2026-03-03'],
        window: { earliest: 780, latest: 900 },
        serviceMinutes: 30,
        isProposed: false,
      },
    ]);
  });

  it('is not demanded in the week before or after', () => {
    expect(extrasOf(derive({}, '2026-W09'))).toEqual([]);
    expect(extrasOf(derive({}, '2026-W11'))).toEqual([]);
  });

  it('falls away when its order has ended the day before', () => {
    const derived = derive({ orders: [{ ...order, to: localDate('2026-03-02') }] });
    expect(extrasOf(derived)).toEqual([]);
    expect(derived.dropped.filter(({ templateId }) => isExtraDemand(templateId))).toMatchObject([
      { onDate: '2026-03-03', reason: 'order-not-valid' },
    ]);
    expect(extrasOf(derive({ orders: [{ ...order, to: localDate('2026-03-03') }] }))).toHaveLength(1);
  });

  it('falls away when nobody is home in its window, and keeps to the part in which somebody is', () => {
    const away = (toMinute: number) => ({
      absences: [
        {
          person: { kind: 'brukare' as const, id: order.brukareId },
          fromDate: extra.onDate,
          fromMinute: minuteOfDay(720),
          toDate: extra.onDate,
          toMinute: minuteOfDay(toMinute),
          reason: null,
        },
      ],
    });
    expect(derive(away(1000)).dropped.filter(({ templateId }) => isExtraDemand(templateId))).toMatchObject([
      { reason: 'brukare-absent' },
    ]);
    // Home again at 14:00 (840).
    expect(extrasOf(derive(away(840)))).toMatchObject([{ window: { earliest: 840, latest: 900 } }]);
  });
});
