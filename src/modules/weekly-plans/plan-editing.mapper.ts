import type {
  EditStepAnswer,
  ExplanationAnswer,
  MovePriceAnswer,
  PlacesAnswer,
  PlanEdit,
  PlanEditAnswer,
  PricedPlace,
  RuleWord,
  WaysOutAnswer,
} from '@hemtjanst/contracts';
import { instantOfDate, instantOfEpochSeconds, type Instant } from '@hemtjanst/domain';
import type { PricedPlace as EditorPlace, Sentence, WayOutOffer } from '@hemtjanst/planning';
import type { EditorAnswer, EditorQuestion, PlanEditWish } from '../../planning/plan-editor/editor-question.js';
import { dayRouteAnswer } from './day-route.mapper.js';
import type { PlanSlice, TouchedParts } from './plan-slice.js';
import type { EditStepHead } from './plan-slices.repository.js';
import { staffOfVisits } from './staff-of-visits.js';
import type { UnitRecords } from './unit-records.js';
import { metricsAnswer, unassignedAnswer, visitAnswer } from './weekly-plan.mapper.js';
import type { StoredPlan } from './weekly-plan.repository.js';

/** Where a visit is to be dropped, as the contract says it. */
export interface WishedPlace {
  readonly visitDemandId: string;
  readonly shiftId: string;
  readonly startsAt: string | null;
  readonly helperShiftId: string | null;
}

/** The edit in the unit's own codes. @throws Error where a shift is not the unit's */
export function editWish(edit: PlanEdit, records: UnitRecords): PlanEditWish {
  switch (edit.kind) {
    case 'move':
    case 'place':
      return { kind: edit.kind, ...dropTarget(edit, records) };
    case 'swap':
      return { kind: 'swap', demandId: edit.visitDemandId, otherDemandId: edit.otherVisitDemandId };
    case 'unassign':
    case 'lock':
    case 'unlock':
    case 'release':
      return { kind: edit.kind, demandId: edit.visitDemandId };
  }
}

export const priceQuestion = (
  wished: WishedPlace,
  records: UnitRecords,
): Extract<EditorQuestion, { readonly kind: 'price' }> => ({ kind: 'price', ...dropTarget(wished, records) });

const dropTarget = ({ visitDemandId, shiftId, startsAt, helperShiftId }: WishedPlace, records: UnitRecords) => ({
  demandId: visitDemandId,
  shiftId: records.shifts.codeOf(shiftId),
  startsAt: startsAt === null ? null : instantOf(startsAt),
  helperShiftId: records.shifts.codeOrNull(helperShiftId),
});

/** Whatever offset the caller wrote, the plan has one way to write a moment. */
const instantOf = (instant: string): Instant => instantOfEpochSeconds(Math.floor(Date.parse(instant) / 1000));

interface EditAnswerParts {
  readonly canRedo: boolean;
  readonly newFaces: ReadonlyMap<string, readonly string[]>;
  /** Demands that had to be left out before the edit. */
  readonly released?: readonly string[];
}

export function editAnswer(
  plan: StoredPlan,
  touched: TouchedParts,
  slice: PlanSlice,
  { canRedo, newFaces, released = [] }: EditAnswerParts,
): PlanEditAnswer {
  const staffOf = staffOfVisits(slice.staff);
  return {
    planId: plan.id,
    version: plan.rowVersion,
    canUndo: plan.stepsApplied > 0,
    canRedo,
    metrics: metricsAnswer(slice.metrics),
    visitDemandIds: [...touched.demandKeys],
    shiftIds: [...touched.shiftIds],
    visits: slice.visits.map((visit) => visitAnswer(visit, staffOf(visit.id), newFaces.get(visit.id) ?? [])),
    unassigned: slice.unassigned.map(unassignedAnswer),
    routes: slice.routes.map((route) => dayRouteAnswer({ ...route, plan_id: plan.id, plan_version: plan.version })),
    releasedVisitDemandIds: released.filter((demand) => slice.visits.every((visit) => visit.demand_key !== demand)),
  };
}

export const editStepAnswer = (step: EditStepHead, stepsApplied: number): EditStepAnswer => ({
  position: step.position,
  kind: step.kind,
  visitDemandIds: [...step.demandKeys],
  isUndone: step.position > stepsApplied,
  madeBy: step.madeBy,
  madeAt: instantOfDate(step.madeAt),
});

export const ruleWords = (rules: readonly { readonly rule: string; readonly text: Sentence }[]): RuleWord[] =>
  rules.map(({ rule, text }) => ({ rule, text: { ...text } }));

function placeAnswer(place: EditorPlace, records: UnitRecords): PricedPlace {
  const { helper } = place;
  return {
    shiftId: records.shifts.idOf(place.shiftId),
    employeeId: records.employees.idOf(place.employeeId),
    date: place.date,
    startsAt: place.startsAt,
    endsAt: place.endsAt,
    latestStartsAt: place.latestStartsAt,
    helper:
      helper === null
        ? null
        : {
            shiftId: records.shifts.idOf(helper.shiftId),
            employeeId: records.employees.idOf(helper.employeeId),
            startsAt: helper.startsAt,
            endsAt: helper.endsAt,
          },
    isPresent: place.isPresent,
    differenceSeconds: place.differenceSeconds,
    lines: place.lines.map(({ rule, seconds, amount, text }) => ({ rule, seconds, amount, text: { ...text } })),
    warnings: ruleWords(place.warnings),
    shiftedVisits: place.shiftedVisits.map(({ visitId, minutesLater }) => ({
      visitDemandId: demandOf(visitId),
      minutesLater,
    })),
  };
}

/** The planned visit's id is made from its demand's. */
const demandOf = (visitId: string): string => visitId.replace(/^besok:/, '');

export const placesAnswerOf = (
  version: number,
  { places, forbidden }: EditorAnswer<'places'>,
  records: UnitRecords,
): PlacesAnswer => ({
  version,
  places: places.map((place) => placeAnswer(place, records)),
  forbidden: forbidden.map(({ shiftId, rule, text }) => ({
    shiftId: records.shifts.idOf(shiftId),
    rule,
    text: { ...text },
  })),
});

export const movePriceAnswerOf = (
  version: number,
  price: EditorAnswer<'price'>,
  records: UnitRecords,
): MovePriceAnswer =>
  price.isAllowed
    ? { version, place: placeAnswer(price.place, records), refusals: [] }
    : { version, place: null, refusals: ruleWords(price.violations) };

export const explanationAnswerOf = (
  version: number,
  { headline, present, alternatives, forbidden }: EditorAnswer<'explain'>,
  records: UnitRecords,
): ExplanationAnswer => ({
  version,
  headline: { ...headline },
  present: present === null ? null : placeAnswer(present, records),
  alternatives: alternatives.map(({ place, text }) => ({ place: placeAnswer(place, records), text: { ...text } })),
  forbidden: forbidden.map(({ rule, text, shifts }) => ({ rule, text: { ...text }, shifts })),
});

export const waysOutAnswerOf = (
  version: number,
  ways: EditorAnswer<'ways-out'>,
  records: UnitRecords,
): WaysOutAnswer => ({
  version,
  items: ways.map((way) => ({
    kind: way.kind,
    text: { ...way.text },
    place: placeAnswer(way.place, records),
    minutes: way.minutes,
    brokenRules: ruleWords(way.brokenRules),
    canApply: canApplyNow(way),
  })),
});

/** What needs another agreement or other staff first is shown, not offered. */
export function canApplyNow({ kind }: WayOutOffer): boolean {
  switch (kind) {
    case 'one-face-more':
    case 'at-higher-cost':
      return true;
    case 'wider-window':
    case 'other-competence':
    case 'borrowed-employee':
      return false;
  }
}
