import { Injectable } from '@nestjs/common';
import {
  addMinutes,
  addSplits,
  instantOfDate,
  localDate,
  localOf,
  NO_MINUTES,
  NO_SPLIT,
  orderedMinutes,
  type EfficiencyMinutes,
  type RamtidOrder,
  type StaffTimeSplit,
  type UnitSettings,
} from '@hemtjanst/domain';
import { StaffMeetingsService } from '../staff-meetings/staff-meetings.service.js';
import { UnitsService } from '../units/units.service.js';
import type { EfficiencyQuestion, GroupSumRow, OrderOfGroupRow, PlacedGroupRow } from './efficiency-rows.js';
import { EfficiencyRepository } from './efficiency.repository.js';
import type { ReportPeriod } from './report-period.js';
import { shiftFigures, type LocalMoment, type ShiftFigures } from './shift-figures.js';

/** The figures of one work group, or of several added up. */
export interface Figures {
  readonly minutes: EfficiencyMinutes;
  readonly planned: StaffTimeSplit;
  readonly outcome: StaffTimeSplit;
  readonly rastMinutes: number;
  readonly records: {
    readonly ramtidOrders: number;
    readonly plannedVisits: number;
    readonly registeredTimes: number;
    readonly shifts: number;
  };
}

export const NO_FIGURES: Figures = {
  minutes: NO_MINUTES,
  planned: NO_SPLIT,
  outcome: NO_SPLIT,
  rastMinutes: 0,
  records: { ramtidOrders: 0, plannedVisits: 0, registeredTimes: 0, shifts: 0 },
};

export interface FiguresOfPeriod {
  readonly groups: readonly PlacedGroupRow[];
  readonly byGroup: ReadonlyMap<string, Figures>;
  readonly weeklyPlanIds: ReadonlySet<string>;
  readonly settings: UnitSettings;
}

/** An order and the minutes it adds to a period. */
export interface OrderedInPeriod {
  readonly order: OrderOfGroupRow;
  readonly minutes: number;
}

/** Computes the figures of a period for whoever shows, compares or prints them. Run it inside a transaction: it reads several times. */
@Injectable()
export class EfficiencyFigures {
  constructor(
    private readonly efficiency: EfficiencyRepository,
    private readonly meetings: StaffMeetingsService,
    private readonly units: UnitsService,
  ) {}

  async compute(unitId: string, period: ReportPeriod): Promise<FiguresOfPeriod> {
    const { settings } = await this.units.loadSettings(unitId);
    const question = questionOf(unitId, period, settings);
    const groups = await this.efficiency.findWorkGroups(unitId);
    const { performed, shifts: registered } = await this.efficiency.findRegistered(question);
    const planned = await this.efficiency.findPlanned(question);
    const ordered = await this.orderedIn(question, settings);
    const shifts = await this.shiftsIn(question, registered, settings);
    const figuresOf = ({ id }: PlacedGroupRow): Figures => {
      const ownOrders = ordered.filter(({ order }) => order.work_group_id === id);
      const ownShifts = shifts.filter(({ shift }) => shift.work_group_id === id);
      const [plannedRow, performedRow] = [planned, performed].map((rows) =>
        rows.find(({ work_group_id }) => work_group_id === id),
      );
      return {
        minutes: {
          ordered: sum(ownOrders, (one) => one.minutes),
          planned: plannedRow?.minutes ?? 0,
          performed: performedRow?.minutes ?? 0,
          staff: sum(ownShifts, ({ staffMinutes }) => staffMinutes),
        },
        planned: ownShifts.reduce((total, one) => addSplits(total, one.planned), NO_SPLIT),
        outcome: ownShifts.reduce((total, one) => addSplits(total, one.outcome), NO_SPLIT),
        rastMinutes: sum(ownShifts, ({ rastMinutes }) => rastMinutes),
        records: {
          ramtidOrders: ownOrders.length,
          plannedVisits: plannedRow?.records ?? 0,
          registeredTimes: performedRow?.records ?? 0,
          shifts: ownShifts.length,
        },
      };
    };
    return {
      groups,
      byGroup: new Map(groups.map((group) => [group.id, figuresOf(group)])),
      weeklyPlanIds: new Set(shifts.flatMap(({ planId }) => (planId === null ? [] : [planId]))),
      settings,
    };
  }

  /** The four sums per group, without where the staff time went. */
  async computeSums(unitId: string, period: ReportPeriod): Promise<ReadonlyMap<string, EfficiencyMinutes>> {
    const { settings } = await this.units.loadSettings(unitId);
    const question = questionOf(unitId, period, settings);
    const performed = await this.efficiency.findPerformed(question);
    const ordered = await this.orderedIn(question, settings);
    const planAndStaff = await this.computePlanAndStaff(unitId, period);
    return new Map(
      [...planAndStaff].map(([groupId, { planned, staff }]) => [
        groupId,
        {
          planned,
          staff,
          ordered: sum(
            ordered.filter(({ order }) => order.work_group_id === groupId),
            (one) => one.minutes,
          ),
          performed: minutesOf(performed, groupId),
        },
      ]),
    );
  }

  /** What a closed month does not hold: planned and staff minutes per group. */
  async computePlanAndStaff(
    unitId: string,
    period: ReportPeriod,
  ): Promise<ReadonlyMap<string, Pick<EfficiencyMinutes, 'planned' | 'staff'>>> {
    const { settings } = await this.units.loadSettings(unitId);
    const question = questionOf(unitId, period, settings);
    const planned = await this.efficiency.findPlanned(question);
    const shifts = shiftFigures(await this.staffRows(question), settings, localNow());
    const groups = await this.efficiency.findWorkGroups(unitId);
    return new Map(
      groups.map(({ id }) => [
        id,
        {
          planned: minutesOf(planned, id),
          staff: sum(
            shifts.filter(({ shift }) => shift.work_group_id === id),
            ({ staffMinutes }) => staffMinutes,
          ),
        },
      ]),
    );
  }

  /** Every shift of the period with where its time goes. */
  async shiftsOf(unitId: string, period: ReportPeriod): Promise<readonly ShiftFigures[]> {
    const { settings } = await this.units.loadSettings(unitId);
    const question = questionOf(unitId, period, settings);
    const { shifts } = await this.efficiency.findRegistered(question);
    return this.shiftsIn(question, shifts, settings);
  }

  /** Every order that adds ordered minutes to the period. */
  async ordersOf(unitId: string, period: ReportPeriod): Promise<readonly OrderedInPeriod[]> {
    const { settings } = await this.units.loadSettings(unitId);
    return this.orderedIn(questionOf(unitId, period, settings), settings);
  }

  private async orderedIn(question: EfficiencyQuestion, _settings: UnitSettings): Promise<readonly OrderedInPeriod[]> {
    const [from, to] = [localDate(question.from), localDate(question.to)];
    const orders = await this.efficiency.findOrders(question);
    return orders.map((order) => ({ order, minutes: orderedMinutes(orderOf(order), from, to) }));
  }

  private async shiftsIn(
    question: EfficiencyQuestion,
    registered: Parameters<typeof shiftFigures>[0]['registered'],
    settings: UnitSettings,
  ): Promise<readonly ShiftFigures[]> {
    const routes = await this.efficiency.findRoutes(question);
    const meetings = await this.meetings.findMeetings(question.unitId, question);
    const keptForMeetings =
      meetings.length === 0 ? [] : await this.efficiency.findKeptForMeetings(question.unitId, meetings);
    return shiftFigures(
      { ...(await this.staffRows(question)), routes, registered, meetings, keptForMeetings },
      settings,
      localNow(),
    );
  }

  private async staffRows(question: EfficiencyQuestion) {
    return {
      shifts: await this.efficiency.findShifts(question),
      absences: await this.efficiency.findAbsences(question),
      routes: [],
      registered: [],
      meetings: [],
      keptForMeetings: [],
    };
  }
}

/** Groups added up to premises, a unit, or whatever is asked for. */
export const addFigures = (figures: readonly Figures[]): Figures =>
  figures.reduce<Figures>(
    (total, one) => ({
      minutes: addMinutes(total.minutes, one.minutes),
      planned: addSplits(total.planned, one.planned),
      outcome: addSplits(total.outcome, one.outcome),
      rastMinutes: total.rastMinutes + one.rastMinutes,
      records: {
        ramtidOrders: total.records.ramtidOrders + one.records.ramtidOrders,
        plannedVisits: total.records.plannedVisits + one.records.plannedVisits,
        registeredTimes: total.records.registeredTimes + one.records.registeredTimes,
        shifts: total.records.shifts + one.records.shifts,
      },
    }),
    NO_FIGURES,
  );

const localNow = (): LocalMoment => localOf(instantOfDate(new Date()));

const questionOf = (
  unitId: string,
  { from, to }: ReportPeriod,
  { doubleStaffingCounts }: UnitSettings,
): EfficiencyQuestion => ({ unitId, from, to, doubleStaffingCounts });

/** What the rule of ordered time reads of an order. */
const orderOf = (row: OrderOfGroupRow): RamtidOrder => ({
  id: row.id,
  brukareId: row.brukare_id,
  from: localDate(row.from_date),
  to: row.to_date === null ? null : localDate(row.to_date),
  hoursPerMonth: row.hours_per_month,
  kind: row.kind,
  insatser: [],
  doubleStaffing: false,
  goal: null,
  receivedOn: null,
});

const minutesOf = (rows: readonly GroupSumRow[], workGroupId: string): number =>
  rows.find(({ work_group_id }) => work_group_id === workGroupId)?.minutes ?? 0;

const sum = <T>(items: readonly T[], amountOf: (item: T) => number): number =>
  items.reduce((total, item) => total + amountOf(item), 0);
