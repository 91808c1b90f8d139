import type { RouteState } from './route-state.js';

/** Offsets that push each other settle in a few rounds; after this many the old times are kept. */
const MAX_ROUNDS = 50;

/**
 * Gives coupled visits the earliest starts that the order of the routes allows. Their starts are fixed when they are
 * placed, so without this a pair that was once placed late would hold both routes back for ever.
 *
 * The earliest times are the longest paths of a simple temporal network; it has a solution, because the present times are one.
 */
export class Retime {
  private readonly coupled: Int32Array;
  private readonly savedStart: Int32Array;
  private readonly isStale: Uint8Array;

  constructor(private readonly state: RouteState) {
    const { isCoupled, visitCount, shiftCount } = state.prepared;
    this.coupled = Int32Array.from({ length: visitCount }, (_, visit) => visit).filter(
      (visit) => isCoupled[visit] === 1,
    );
    this.savedStart = new Int32Array(this.coupled.length);
    this.isStale = new Uint8Array(shiftCount);
  }

  run(): void {
    if (this.coupled.length === 0) return;
    this.release();
    let rounds = 0;
    while (this.refreshStale() && rounds++ < MAX_ROUNDS) this.pushLater();
    if (rounds > MAX_ROUNDS) this.forEachPlanned((visit, index) => this.fix(visit, this.savedStart[index]));
    else this.forEachPlanned((visit) => this.fix(visit, this.state.earliest[visit]));
    this.refreshStale();
  }

  /** Gives every coupled visit its whole window back. */
  private release(): void {
    const { opens, closes, days, dayOf } = this.state.prepared;
    this.forEachPlanned((visit, index) => {
      const shift = this.state.shiftOf[visit];
      const cell = visit * days + dayOf[shift];
      this.savedStart[index] = this.state.earliest[visit];
      this.state.opens[visit] = opens[cell];
      this.state.closes[visit] = closes[cell];
      this.isStale[shift] = 1;
    });
  }

  /** Delays visits that start too early for the ones they hang on. */
  private pushLater(): void {
    const { twinOf, twinMinOffset, twinMaxOffset, gapsOf, gapOther, gapMinOffset, gapMaxOffset } = this.state.prepared;
    this.forEachPlanned((visit) => {
      if (twinOf[visit] >= 0) this.separate(visit, twinOf[visit], twinMinOffset[visit], twinMaxOffset[visit]);
      for (let at = gapsOf.from[visit]; at < gapsOf.from[visit + 1]; at++) {
        const gap = gapsOf.items[at];
        this.separate(visit, gapOther[gap], gapMinOffset[gap], gapMaxOffset[gap]);
      }
    });
  }

  /** Keeps start(other) − start(visit) in [min, max]. */
  private separate(visit: number, other: number, min: number, max: number): void {
    if (this.state.shiftOf[other] < 0) return;
    const { earliest } = this.state;
    this.startNoSooner(other, earliest[visit] + min);
    this.startNoSooner(visit, earliest[other] - max);
  }

  private startNoSooner(visit: number, start: number): void {
    const { earliest, opens, shiftOf } = this.state;
    if (earliest[visit] >= start || opens[visit] >= start) return;
    opens[visit] = start;
    this.isStale[shiftOf[visit]] = 1;
  }

  private fix(visit: number, start: number): void {
    this.state.opens[visit] = this.state.closes[visit] = start;
    this.isStale[this.state.shiftOf[visit]] = 1;
  }

  /** Answers whether there was anything to bring up to date. */
  private refreshStale(): boolean {
    let any = false;
    for (let shift = 0; shift < this.isStale.length; shift++) {
      if (this.isStale[shift] === 0) continue;
      this.isStale[shift] = 0;
      this.state.refresh(shift);
      any = true;
    }
    return any;
  }

  private forEachPlanned(act: (visit: number, index: number) => void): void {
    for (let index = 0; index < this.coupled.length; index++) {
      if (this.state.shiftOf[this.coupled[index]] >= 0) act(this.coupled[index], index);
    }
  }
}
