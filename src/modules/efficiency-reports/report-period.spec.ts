import { localDate } from '@hemtjanst/domain';
import { reportPeriod } from './report-period.js';

describe('reportPeriod', () => {
  it.each([
    ['day', '2026-03-04', '2026-03-04', '2026-03-04'],
    ['week', '2026-03-04', '2026-03-02', '2026-03-08'],
    ['week', '2027-01-01', '2026-12-28', '2027-01-03'],
    ['month', '2026-03-04', '2026-03-01', '2026-03-31'],
    ['month', '2026-02-28', '2026-02-01', '2026-02-28'],
    ['month', '2028-02-01', '2028-02-01', '2028-02-29'],
    ['month', '2026-04-30', '2026-04-01', '2026-04-30'],
    ['month', '2026-12-31', '2026-12-01', '2026-12-31'],
  ] as const)('the %s of %s is %s – %s', (kind, date, from, to) => {
    expect(reportPeriod(kind, localDate(date))).toEqual({ from, to });
  });
});
