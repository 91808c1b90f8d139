import type {
  LedgerAdjustmentAnswer,
  PlannedVisitAnswer,
  StrandedVisitAnswer,
  UnassignedDemandAnswer,
  WeeklyPlanAnswer,
  WeeklyPlanPageAnswer,
} from '@hemtjanst/contracts';
import { fileClock, fileDate, fileHours, filePercent, type ListFile } from '../../http/list-file.js';

interface ListOf<Item> {
  readonly items: readonly Item[];
}

/** The versions of the weeks with the figures they are chosen by. */
export const weeklyPlansFile = ({ items }: WeeklyPlanPageAnswer): ListFile => ({
  name: 'veckoplaner',
  columns: [
    'vecka',
    'version',
    'grupp',
    'status',
    'skapad',
    'besok',
    'oplanerade_besok',
    'besok_timmar',
    'restid_timmar',
    'personal_timmar',
    'planerad_effektivitet_procent',
    'publicerad',
  ],
  rows: items.map((plan) => [
    plan.week,
    plan.planVersion,
    plan.workGroupId,
    STATUSES[plan.status],
    fileDate(plan.madeAt),
    plan.visitCount,
    plan.metrics.unassignedVisits,
    fileHours(plan.metrics.visitMinutes),
    fileHours(plan.metrics.travelMinutes),
    fileHours(plan.metrics.staffMinutes),
    filePercent(plan.metrics.plannedEfficiency),
    fileDate(plan.publishedAt),
  ]),
  idColumns: { grupp: 'work-group' },
});

const STATUSES: Readonly<Record<WeeklyPlanAnswer['status'], string>> = {
  utkast: 'utkast',
  foreslagen: 'föreslagen',
  publicerad: 'publicerad',
  ersatt: 'ersatt',
};

/** A visit for two is one row with both employees. */
export const plannedVisitsFile = ({ items }: ListOf<PlannedVisitAnswer>): ListFile => ({
  name: 'planerade-besok',
  columns: [
    'datum',
    'start',
    'slut',
    'minuter',
    'kundnr',
    'bestallningsnr',
    'mallnr',
    'insatser',
    'anstnr',
    'anstnr_andra',
    'start_andra',
    'slut_andra',
    'last',
    'forslag',
  ],
  rows: items.map((visit) => [
    visit.date,
    fileClock(visit.startsAt),
    fileClock(visit.endsAt),
    visit.serviceMinutes,
    visit.brukareId,
    visit.ramtidOrderId,
    visit.templateCode,
    visit.insatser.join(' '),
    visit.employeeIds[0] ?? null,
    visit.employeeIds[1] ?? null,
    fileClock(visit.helper?.startsAt ?? null),
    fileClock(visit.helper?.endsAt ?? null),
    visit.pinned ? 'ja' : 'nej',
    visit.isProposed ? 'ja' : 'nej',
  ]),
  idColumns: { kundnr: 'brukare', bestallningsnr: 'ramtid-order', anstnr: 'employee', anstnr_andra: 'employee' },
});

/** Visits that found no place, why, and what could be done. */
export const unassignedFile = ({ items }: ListOf<UnassignedDemandAnswer>): ListFile => ({
  name: 'oplanerade-besok',
  columns: ['datum', 'kundnr', 'mallnr', 'minuter', 'prioritet', 'skal', 'utvagar'],
  rows: items.map((demand) => [
    demand.date,
    demand.brukareId,
    demand.templateCode,
    demand.serviceMinutes,
    demand.priority,
    demand.reasons.map(({ text }) => text).join(' '),
    demand.waysOut.map(({ text }) => text).join(' '),
  ]),
  idColumns: { kundnr: 'brukare' },
});

/** What the plan did so that the ramtid lands inside its frame. */
export const ledgerAdjustmentsFile = ({ items }: ListOf<LedgerAdjustmentAnswer>): ListFile => ({
  name: 'anpassningar-till-ramtiden',
  columns: [
    'andring',
    'datum',
    'kundnr',
    'bestallningsnr',
    'mallnr',
    'minuter',
    'period',
    'bestallda_timmar',
    'prognos_fore_timmar',
    'prognos_efter_timmar',
    'skal',
  ],
  rows: items.map((one) => [
    CHANGES[one.kind],
    one.date,
    one.brukareId,
    one.ramtidOrderId,
    one.templateCode,
    one.serviceMinutes,
    one.period,
    fileHours(one.orderedMinutes),
    fileHours(one.forecastBeforeMinutes),
    fileHours(one.forecastAfterMinutes),
    one.reason,
  ]),
  idColumns: { kundnr: 'brukare', bestallningsnr: 'ramtid-order' },
});

const CHANGES: Readonly<Record<LedgerAdjustmentAnswer['kind'], string>> = {
  added: 'tillagt',
  moved: 'flyttat',
  leftOut: 'utelämnat',
};

/** Visits that need somebody else, because who has them is absent. */
export const strandedVisitsFile = ({ items }: ListOf<StrandedVisitAnswer>): ListFile => ({
  name: 'besok-hos-franvarande',
  columns: ['datum', 'start', 'slut', 'kundnr', 'anstnr', 'anstnr_andra', 'grupp'],
  rows: items.map((visit) => [
    visit.date,
    fileClock(visit.startsAt),
    fileClock(visit.endsAt),
    visit.brukareId,
    visit.employeeIds[0] ?? null,
    visit.employeeIds[1] ?? null,
    visit.workGroupId,
  ]),
  idColumns: { kundnr: 'brukare', anstnr: 'employee', anstnr_andra: 'employee', grupp: 'work-group' },
});
