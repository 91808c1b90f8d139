import type { UnitSettings } from '@hemtjanst/domain';

interface SettingText {
  readonly label: string;
  readonly unit: string | null;
  readonly reason: string;
  readonly source: string;
}

const UNIT_2025 = 'Hägersten-Älvsjö home care, plan of operations 2025';
const NO_SOURCE = 'No source found for Stockholm';
const LAW = 'The working hours act and the collective agreement AB';
const SUPPLIER_PAGE = 'Stockholm’s pages for suppliers';
const ASSUMPTION = 'Assumption';

const text = (label: string, unit: string | null, reason: string, source: string): SettingText => ({
  label,
  unit,
  reason,
  source,
});

/** The settings in English; the service writes them in Swedish. One that is missing here does not compile. */
export const englishSettings: Readonly<Record<keyof UnitSettings, SettingText>> = {
  ramtidPeriod: text(
    'Period of the ramtid',
    null,
    'In Stockholm the ramtid is a time per calendar month. Other municipalities order per week; the hours of a month times 12/52 are then the frame of a week.',
    'Hässelby-Vällingby 2020; Göteborg’s rambeslut',
  ),
  ramtidCarryOverShare: text(
    'Carried over to the next period',
    'share of the frame',
    'No time is carried over between months. Who has agreed otherwise says how much may go along at most, saved or overdrawn.',
    NO_SOURCE,
  ),
  ramtidWarning: text(
    'When the ramtid warns',
    'share of ordered time',
    'A forecast over 100 % is over the frame, over 95 % near it, under 80 % unused: time under the frame shows in the list of deviations and can lead to a smaller order.',
    'Assumption; performed of ordered was 79–86 % in Stockholm 2014',
  ),
  weekFitsRamtid: text(
    'Planning of the week keeps to the frame',
    null,
    'Flexible visits are added, moved or left out so that the period ends inside the frame. Every such change stands in the plan with its reason.',
    `${UNIT_2025}: plan time inside the frame`,
  ),
  flexibleInsatser: text(
    'Insatser that may be adapted',
    null,
    'Household services and company can wait some days; daily care, meals and time-critical visits are never touched.',
    ASSUMPTION,
  ),
  doubleStaffingCounts: text(
    'Double staffing counts',
    'times',
    'Two employees at once count twice in performed time where the order covers it.',
    NO_SOURCE,
  ),
  manyHoursPerMonth: text(
    'Many hours a month',
    'hours',
    'Decisions over 99 hours a month need a special delegation in the district.',
    'Ordering unit for the elderly, Hägersten-Älvsjö 2022',
  ),
  efficiencyTarget: text('Efficiency target', 'share', 'The unit’s figure is not to be under 75 %.', UNIT_2025),
  efficiencyDefinition: text(
    'What efficiency means',
    null,
    'Performed hours by staff hours agrees with the unit’s figures, but the formula is not written out.',
    `${UNIT_2025}, worked out`,
  ),
  continuityGoal: text(
    'Goal of continuity',
    'people in 14 days',
    'At most 10 employees per person with at least two visits a day in 14 days.',
    UNIT_2025,
  ),
  kronorPerHour: text(
    'Payment per performed hour',
    'SEK',
    '485 SEK in 2024 in the city’s own operations, raised by 1 % for 2025.',
    `${SUPPLIER_PAGE}; ${UNIT_2025}`,
  ),
  monthClosing: text(
    'When the month closes',
    null,
    'Payments are run on the 6th at 18, at 10 on a holiday.',
    `${SUPPLIER_PAGE}: registration of time in ParaGå`,
  ),
  smallestCell: text(
    'Smallest group shown',
    'people',
    'Figures about fewer than five people can point somebody out.',
    'Common limit in statistics; assumed here',
  ),
  soonDueDays: text('How far ahead the lists look', 'days', 'A month gives time to book meetings.', ASSUMPTION),
  avvikelseLimits: text(
    'When a visit is an avvikelse',
    null,
    'An hour from the planned start, less than half or more than one and a half times the time, and an end that is missing an hour later.',
    ASSUMPTION,
  ),
  planWithinDays: text(
    'Genomförandeplan within',
    'days',
    'The plan is to be with the handläggare within 15 days of the order.',
    'Hässelby-Vällingby 2020',
  ),
  followUpWithinMonths: text('Follow-up within', 'months', 'The plan is followed up within six months.', UNIT_2025),
  windows: text(
    'Times of the day',
    null,
    'The names are common in the planning of municipalities, the hours are assumed.',
    ASSUMPTION,
  ),
  insatsMinutes: text(
    'Usual time per insats',
    'minutes',
    'The ramtid has no minutes per insats. These are used where there is no genomförandeplan.',
    'Standard times of Kristianstad and Solna; Stockholm’s list is missing',
  ),
  shortestVisitMinutes: text('Shortest visit', 'minutes', 'Shorter visits have no time to become care.', ASSUMPTION),
  visitStepMinutes: text('Step of visit times', 'minutes', 'Whole steps of five minutes are easy to read.', ASSUMPTION),
  serviceInsatser: text(
    'Insatser that are household services',
    null,
    'Household services are not done on holidays but moved where the visit can be moved.',
    'Lists of insatser in other municipalities',
  ),
  serviceHours: text(
    'Hours of household services',
    null,
    'Household services are placed on weekdays by day.',
    'Published planning code',
  ),
  genderWish: text(
    'Wished gender of staff',
    null,
    'The wish of the brukare for intimate care is always kept unless something else is said.',
    'What municipalities say about planning',
  ),
  handlingSeconds: text(
    'Time at each stop',
    'seconds',
    'Park, lock, entrance and stairs: three minutes, five with a car.',
    NO_SOURCE,
  ),
  sameEntranceSeconds: text('Between two in the same entrance', 'seconds', 'One minute to the next door.', NO_SOURCE),
  metalKeySeconds: text('More for a metal key', 'seconds', 'The key has to come out and go back.', ASSUMPTION),
  portCodeSeconds: text('More for a door code', 'seconds', 'Has room in the time at the stop.', ASSUMPTION),
  stairsSecondsPerFloor: text('Stairs', 'seconds per floor', 'Set by the unit where it is needed.', ASSUMPTION),
  liftSeconds: text('Lift', 'seconds', 'Set by the unit where it is needed.', ASSUMPTION),
  minimumDoorToDoorSeconds: text(
    'Shortest time between two addresses',
    'seconds',
    'Three minutes to the house next door, too: the schedule has to agree with the time it takes.',
    'The work environment authority 2025 on travel times in schedules; the value is assumed',
  ),
  winterFactor: text('Winter factor', 'times', 'Cycling is slower in snow and in the dark.', ASSUMPTION),
  winterMonths: text('Winter months', null, 'November to March.', ASSUMPTION),
  protectedTravelMinutes: text(
    'Travel time to a protected address',
    'minutes',
    'Without a coordinate no way can be worked out; the time is set by hand.',
    ASSUMPTION,
  ),
  learningSamples: text(
    'Ways before a door time is proposed',
    'ways',
    'Ten registered ways of at least three people, so that nobody is measured alone.',
    ASSUMPTION,
  ),
  leastRouteSlackMinutes: text(
    'Least slack of a route',
    'minutes',
    'A route without some minutes of waiting or free time is late from the first hindrance. The travel report warns; it stops nothing.',
    'The work environment authority 2025 on travel times in schedules; the value is assumed',
  ),
  startOfShiftMinutes: text(
    'Start of the shift',
    'minutes',
    'Handover and keys on the premises.',
    'Töreboda 15, Göteborg 30',
  ),
  endOfShiftMinutes: text('End of the shift', 'minutes', 'Documentation and handover.', 'Töreboda 15, Göteborg 20'),
  larmShare: text(
    'Time free for alarms',
    'share of the shift',
    'Home care is normally to be there within 30 minutes.',
    'The share is assumed',
  ),
  longestWorkWithoutRastMinutes: text('Longest without a break', 'minutes', 'At most five hours in a row.', LAW),
  shortestRastMinutes: text('Shortest break', 'minutes', 'At least 30 minutes; what is shorter is a pause.', LAW),
  preferredRastHours: text('When the break is best', null, 'In the middle of the shift.', ASSUMPTION),
  dygnsvilaMinutes: text('Daily rest', 'minutes', 'At least eleven hours.', LAW),
  veckovilaMinutes: text('Weekly rest', 'minutes', 'At least 36 hours in seven days.', LAW),
  longestShiftSpanMinutes: text('Longest shift', 'minutes', 'The daily rest leaves 13 hours.', LAW),
  weights: text(
    'Weights of the planning',
    'seconds of travel',
    'How much travel a visit left out, a new face or a language is worth.',
    'Tried on invented units',
  ),
};
