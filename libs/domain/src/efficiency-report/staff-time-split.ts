/** What staff time is used for, in the order in which it is accounted for. */
export const STAFF_TIME_PARTS = ['visit', 'larm', 'meeting', 'travel', 'handling', 'kringtid', 'wait'] as const;
export type StaffTimePart = (typeof STAFF_TIME_PARTS)[number];

/** Parts that nothing claims: time that has not been yet, and what is left of the rest. */
const REST_PARTS = ['ahead', 'unexplained'] as const;

export const SPLIT_PARTS = [...STAFF_TIME_PARTS, ...REST_PARTS] as const;
export type SplitPart = (typeof SPLIT_PARTS)[number];

/** Every figure of a report that opens to the records behind it. */
export const REPORT_FIGURES = ['ordered', 'planned', 'performed', 'staff', ...SPLIT_PARTS] as const;

/** Minutes by what they were used for; with `ahead` and `unexplained` they make up the staff minutes exactly. */
export type StaffTimeSplit = Readonly<Record<SplitPart, number>>;

export const NO_SPLIT: StaffTimeSplit = {
  visit: 0,
  larm: 0,
  meeting: 0,
  travel: 0,
  handling: 0,
  kringtid: 0,
  wait: 0,
  ahead: 0,
  unexplained: 0,
};

/**
 * Divides a shift's paid minutes among what claims them. What was surely done comes first (visits, larm, meetings), then what
 * it took to get there; nobody works more minutes than the shift has, so a claim that finds too few left gets what is left.
 *
 * @example splitStaffTime({ visit: 300, travel: 60 }, 480).unexplained // 120
 */
export function splitStaffTime(claims: Partial<Record<StaffTimePart, number>>, staffMinutes: number): StaffTimeSplit {
  let left = staffMinutes;
  const split: Record<SplitPart, number> = { ...NO_SPLIT };
  for (const part of STAFF_TIME_PARTS) {
    split[part] = Math.min(left, Math.max(0, claims[part] ?? 0));
    left -= split[part];
  }
  return { ...split, unexplained: left };
}

export function addSplits(a: StaffTimeSplit, b: StaffTimeSplit): StaffTimeSplit {
  const sum: Record<SplitPart, number> = { ...NO_SPLIT };
  for (const part of SPLIT_PARTS) sum[part] = a[part] + b[part];
  return sum;
}
