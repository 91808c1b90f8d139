import type { UnitSettings } from '../unit/unit-settings.js';
import { handlingSeconds, isSameEntrance, type TravelPlace, type TravelSettings } from './door-to-door.js';
import type { TravelMode } from './travel-mode.js';

/**
 * Two registered visits after each other on one published route, nothing planned or registered between them: from the end
 * of the first at `from` to the start of the next.
 */
export interface RegisteredLeg {
  /** Read to count how many different employees a figure rests on, and for nothing else. */
  readonly employeeId: string;
  readonly from: TravelPlace;
  readonly mode: TravelMode;
  /** Local minute of the day of the arrival. */
  readonly arrivalMinute: number;
  /** From the registered end to the registered start. */
  readonly gapSeconds: number;
  /** The ride as planned, winter included. */
  readonly travelSeconds: number;
  /** Waiting the plan had before the visit. */
  readonly waitSeconds: number;
  /** The ride was a straight-line estimate. */
  readonly isEstimated: boolean;
}

/** Part of the day in which a way may differ: traffic and lifts in the morning, locked entrances in the evening. */
export type HourBand = 'morgon' | 'dag' | 'kvall';
export const HOUR_BANDS: readonly HourBand[] = ['morgon', 'dag', 'kvall'];

/** Medians over all employees, in whole seconds. */
export interface LegMedians {
  readonly samples: number;
  /** By the ride of the published plan and the handling of today's rules. */
  readonly plannedSeconds: number;
  readonly observedSeconds: number;
  /** The median of observed minus planned; not the difference of the two medians. */
  readonly differenceSeconds: number;
}

export interface DoorProposal extends LegMedians {
  readonly doorMinutes: number;
  /** The same figures by part of the day, where enough legs and employees stand behind them. */
  readonly bands: readonly (LegMedians & { readonly band: HourBand })[];
}

export type LearningSettings = TravelSettings & Pick<UnitSettings, 'learningSamples'>;

/** Fewer, and a figure could be traced to somebody: it is about the address, never about the staff (domain.md section 9). */
const LEAST_EMPLOYEES = 3;
/** A longer gap holds something else than a way: an errand, a forgotten registration, a rast that was moved. */
const LONGEST_GAP_SECONDS = 60 * 60;
/** Visit lists are in whole minutes: what is shorter than one is rounding, not waiting. */
const ROUNDING_SECONDS = 60;
/** Plans are in whole minutes: a smaller difference would change nothing. */
const LEAST_DIFFERENCE_SECONDS = 60;
const MOST_DOOR_MINUTES = 60;

/**
 * What the way from the entrance to inside the door takes at one address, learned from the registered visits of all
 * employees together. Null: too few legs or employees, or the plan is right.
 *
 * @param address the address all legs lead to, as it is planned with today
 * @example eleven legs of three employees planned with 6 min and registered with 8 min (median), the door planned with 0:
 * // { doorMinutes: 2, differenceSeconds: 120, samples: 11, … }
 */
export function proposeDoorMinutes(
  address: TravelPlace,
  legs: readonly RegisteredLeg[],
  settings: LearningSettings,
): DoorProposal | null {
  const telling = legs.filter((leg) => tellsOf(address, leg));
  const medians = mediansOf(address, telling, settings);
  if (medians === null || Math.abs(medians.differenceSeconds) < LEAST_DIFFERENCE_SECONDS) return null;
  const plannedDoor = doorSeconds(address, settings);
  const doorMinutes = doorMinutesOf(plannedDoor + medians.differenceSeconds);
  if (doorMinutes * 60 === plannedDoor) return null;
  return { ...medians, doorMinutes, bands: bandsOf(address, telling, settings) };
}

/** A declined proposal rests until twice as many registered legs stand behind it. */
export function mayProposeAgain(declinedSamples: number, samples: number): boolean {
  return samples >= 2 * declinedSamples;
}

/** Morning help is over by ten, the evening's begins at four (the windows of domain.md section 11). */
export function hourBandOf(arrivalMinute: number): HourBand {
  if (arrivalMinute < 10 * 60) return 'morgon';
  return arrivalMinute < 16 * 60 ? 'dag' : 'kvall';
}

/** Planned waiting hides when one arrived; a manual or estimated time says nothing of the door. */
function tellsOf(address: TravelPlace, { from, gapSeconds, waitSeconds, isEstimated }: RegisteredLeg): boolean {
  if (address.coordinate === null || from.coordinate === null || isEstimated) return false;
  return waitSeconds < ROUNDING_SECONDS && gapSeconds >= 0 && gapSeconds <= LONGEST_GAP_SECONDS;
}

function mediansOf(
  address: TravelPlace,
  legs: readonly RegisteredLeg[],
  settings: LearningSettings,
): LegMedians | null {
  const employees = new Set(legs.map(({ employeeId }) => employeeId));
  if (legs.length < settings.learningSamples || employees.size < LEAST_EMPLOYEES) return null;
  const planned = legs.map((leg) => plannedSeconds(address, leg, settings));
  return {
    samples: legs.length,
    plannedSeconds: median(planned),
    observedSeconds: median(legs.map(({ gapSeconds }) => gapSeconds)),
    differenceSeconds: median(legs.map(({ gapSeconds }, index) => gapSeconds - (planned[index] ?? 0))),
  };
}

function bandsOf(
  address: TravelPlace,
  legs: readonly RegisteredLeg[],
  settings: LearningSettings,
): DoorProposal['bands'] {
  return HOUR_BANDS.flatMap((band) => {
    const ofBand = legs.filter(({ arrivalMinute }) => hourBandOf(arrivalMinute) === band);
    const medians = mediansOf(address, ofBand, settings);
    return medians === null ? [] : [{ band, ...medians }];
  });
}

/** As a plan made today would have it, in whole minutes: an accepted proposal is not proposed once more. */
function plannedSeconds(address: TravelPlace, leg: RegisteredLeg, settings: TravelSettings): number {
  const whole = leg.travelSeconds + handlingSeconds(address, leg.from, leg.mode, settings);
  const least = isSameEntrance(leg.from, address) ? 0 : settings.minimumDoorToDoorSeconds;
  return Math.ceil(Math.max(whole, least) / 60) * 60;
}

/** What the door is planned with: the handling behind the same entrance, without the minute between two doors. */
function doorSeconds(address: TravelPlace, settings: TravelSettings): number {
  return handlingSeconds(address, address, 'gang', settings) - settings.sameEntranceSeconds;
}

const doorMinutesOf = (seconds: number): number => Math.min(MOST_DOOR_MINUTES, Math.max(0, Math.round(seconds / 60)));

/** A single extreme moves a mean, not a median. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper;
  return Math.round((lower + upper) / 2);
}
