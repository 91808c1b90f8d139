import type { PricedPlace } from '@hemtjanst/contracts';
import { boardTexts } from '../../../text/pages/board.js';
import { priceWords } from './price-words.js';

const place = (lines: PricedPlace['lines'], shifted = 0): PricedPlace => ({
  shiftId: 's',
  employeeId: 'e',
  date: '2026-03-02',
  startsAt: '2026-03-02T08:00:00+01:00',
  endsAt: '2026-03-02T08:30:00+01:00',
  latestStartsAt: '2026-03-02T08:10:00+01:00',
  helper: null,
  isPresent: false,
  differenceSeconds: 0,
  lines,
  warnings: [],
  shiftedVisits: Array.from({ length: shifted }, (_, at) => ({ visitDemandId: `T${at}`, minutesLater: 10 })),
});
const line = (rule: string, seconds: number, amount: number) => ({
  rule,
  seconds,
  amount,
  text: { sv: `om ${rule}`, en: `about ${rule}` },
});

describe('the words of a price', () => {
  it('says travel in minutes and faces by number, with their signs', () => {
    const words = priceWords(place([line('travel', 240, 240), line('continuity', 900, 1)]), boardTexts.sv, 'sv');
    expect(words).toEqual(['+4 min restid', '+1 ansikte']);
  });

  it('says what becomes better with a minus sign, and how many others get another time', () => {
    expect(priceWords(place([line('travel', -180, -180)], 2), boardTexts.sv, 'sv')).toEqual([
      '−3 min restid',
      '2 besök får ny tid',
    ]);
  });

  it('lets the other rules speak for themselves, in the language of the page', () => {
    expect(priceWords(place([line('kontaktman', 600, 1)]), boardTexts.sv, 'en')).toEqual(['about kontaktman']);
  });

  it('says that nothing changes where nothing does', () => {
    expect(priceWords(place([line('waiting', 5, 5)]), boardTexts.sv, 'sv')).toEqual(['kostar inget']);
  });
});
