import { DEFAULT_UNIT_SETTINGS, minuteOfDay, type StartWindow } from '@hemtjanst/domain';
import type { Random } from './random.js';
import { forEachSlot, SLOT_MINUTES, SLOTS_A_DAY } from './staff-need.js';

/** In these hours a part of the staff has rast: as many visits weigh more. */
const RAST_WEIGHT = 1.3;
/** Times that are proposed before one is agreed. */
const PROPOSALS = 6;

/**
 * The times a group has agreed so far. A new visit is offered a few times and gets the one when fewest others are due:
 * a unit agrees on times when it has people, and so do its brukare in the end.
 */
export class AgreedTimes {
  /** Visits a week that are under way in each slot of the day. */
  private readonly crowd = new Float64Array(SLOTS_A_DAY);

  /** A window of `half` minutes around the agreed time, inside `hours`. */
  agree(hours: StartWindow, half: number, serviceMinutes: number, timesAWeek: number, random: Random): StartWindow {
    const room = Math.max(0, hours.latest - hours.earliest - 2 * half);
    const middles = Array.from(
      { length: PROPOSALS },
      () => 5 * Math.round((hours.earliest + half + room * random.next()) / 5),
    );
    const middle = middles.reduce((best, each) =>
      this.crowdAt(each, serviceMinutes) < this.crowdAt(best, serviceMinutes) ? each : best,
    );
    forEachSlot(middle, serviceMinutes, (slot, share) => {
      this.crowd[slot] = (this.crowd[slot] ?? 0) + share * timesAWeek;
    });
    const from = Math.max(hours.earliest, middle - half);
    return { earliest: minuteOfDay(from), latest: minuteOfDay(Math.max(from, Math.min(hours.latest, middle + half))) };
  }

  private crowdAt(startsAt: number, lengthMinutes: number): number {
    let crowd = 0;
    forEachSlot(startsAt, lengthMinutes, (slot, share) => {
      crowd += (this.crowd[slot] ?? 0) * share * (isRastSlot(slot) ? RAST_WEIGHT : 1);
    });
    return crowd;
  }
}

const isRastSlot = (slot: number): boolean =>
  DEFAULT_UNIT_SETTINGS.preferredRastHours.some(
    ({ from, to }) => from <= slot * SLOT_MINUTES && slot * SLOT_MINUTES < to,
  );
