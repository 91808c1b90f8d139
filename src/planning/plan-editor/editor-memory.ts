import type { WeeklyPlan } from '@hemtjanst/domain';
import {
  applyEdit,
  contextQuestion,
  explainWhyHere,
  explainWhyNot,
  groupWeeks,
  loanScope,
  openPlan,
  priceMove,
  rankPlaces,
  releaseStranded,
  waysOut,
  withPlan,
  type BrokenRule,
  type PlanContext,
  type PlanEdit,
} from '@hemtjanst/planning';
import { BoundedMap } from './bounded-map.js';
import { isSameWeek } from './same-week.js';
import { editedParts } from './edited-parts.js';
import type {
  EditorAddress,
  EditorAnswer,
  EditorAnswers,
  EditorInput,
  EditorQuestion,
  PlanEditWish,
} from './editor-question.js';

/** An edit that has been answered and may be kept when it is committed. */
interface AppliedEdit {
  readonly address: EditorAddress;
  readonly context: PlanContext;
  readonly plan: WeeklyPlan;
}

const OPEN_GROUPS = 4;
const OPEN_CONTEXTS = 8;
const KEPT_PLANS = 24;
const KEPT_EDITS = 8;
const PLACES_SHOWN = 12;

/**
 * The plans the editor has open: what an answer hangs on per plan and group, the plan of each state (undo goes back to
 * one of them), and what was prepared to answer fast. Bounded: whatever is forgotten is asked for again.
 */
export class EditorMemory {
  private readonly inputs = new BoundedMap<EditorInput>(OPEN_GROUPS);
  private readonly plans = new BoundedMap<WeeklyPlan>(KEPT_PLANS);
  private readonly contexts = new BoundedMap<PlanContext>(OPEN_CONTEXTS);
  private readonly settled = new WeakMap<PlanContext, PlanContext>();
  private readonly edits = new BoundedMap<AppliedEdit>(KEPT_EDITS);

  load(address: EditorAddress, input: EditorInput): void {
    this.inputs.set(inputKey(address), input);
    this.plans.set(address.stateId, input.plan);
  }

  /** Null: the state is not known (any more) and has to be loaded. */
  answer(id: number, address: EditorAddress, question: EditorQuestion): EditorAnswers[EditorQuestion['kind']] | null {
    const stored = this.plans.get(address.stateId);
    const found = this.contextOf(address, stored);
    if (stored === undefined || found === null) return null;
    const context = this.withoutStranded(found);
    const { plan } = context;
    switch (question.kind) {
      case 'apply':
        return this.apply(id, address, { context, stored }, question.edit);
      case 'price': {
        const { shiftId, startsAt, helperShiftId } = question;
        return priceMove(context, subjectOf(plan, question.demandId), targetOf({ shiftId, startsAt, helperShiftId }));
      }
      case 'places':
        return rankPlaces(context, subjectOf(plan, question.demandId), PLACES_SHOWN);
      case 'explain':
        return isPlaced(plan, question.demandId)
          ? explainWhyHere(context, visitIdOf(question.demandId))
          : explainWhyNot(context, question.demandId);
      case 'ways-out':
        return waysOut(context, question.demandId, lendersOf(context, question));
    }
  }

  keep(id: number, stateId: string): void {
    const edit = this.edits.get(String(id));
    if (edit === undefined) return;
    this.plans.set(stateId, edit.plan);
    this.contexts.set(contextKey({ ...edit.address, stateId }), withPlan(edit.context, edit.plan));
  }

  private contextOf(address: EditorAddress, plan: WeeklyPlan | undefined): PlanContext | null {
    const known = this.contexts.get(contextKey(address));
    if (known !== undefined) return known;
    const input = this.inputs.get(inputKey(address));
    if (input === undefined || plan === undefined) return null;
    const { unit, week, settings, adjustments, rides, published } = input;
    const scope = { unit, week, workGroupId: address.workGroupId, settings, adjustments };
    const context = openPlan({ ...scope, question: contextQuestion(scope), rides, plan, published });
    this.contexts.set(contextKey(address), context);
    return context;
  }

  /** Visits that lie with somebody who is absent now have no place in any answer, as they will have none in any edit. */
  private withoutStranded(context: PlanContext): PlanContext {
    const known = this.settled.get(context);
    if (known !== undefined) return known;
    const settled = releaseStranded(context);
    this.settled.set(context, settled);
    return settled;
  }

  private apply(
    id: number,
    address: EditorAddress,
    { context, stored }: { readonly context: PlanContext; readonly stored: WeeklyPlan },
    wish: PlanEditWish,
  ): EditorAnswer<'apply'> {
    const { plan } = context;
    const released = plan === stored ? null : editedParts(stored, plan);
    if (wish.kind === 'release' || isTakenOutAlready(wish, { stored, plan })) {
      this.edits.set(String(id), { address, context, plan });
      return { isAllowed: true, released, changed: null };
    }
    if (wish.kind !== 'move' && wish.kind !== 'place') {
      const refused = demandsOf(wish).find((demandId) => isPlaced(stored, demandId) && !isPlaced(plan, demandId));
      if (refused !== undefined) return { isAllowed: false, violations: [WITHOUT_PLACE] };
    }
    const outcome = applyEdit(context, editOf(wish, plan));
    if (!outcome.isAllowed) return outcome;
    this.edits.set(String(id), { address, context, plan: outcome.plan });
    return { isAllowed: true, released, changed: editedParts(plan, outcome.plan) };
  }
}

interface BeforeAndAfterRelease {
  readonly stored: WeeklyPlan;
  readonly plan: WeeklyPlan;
}

/** Nothing is left to do for a visit that was to be taken out and lay with somebody who is absent. */
const isTakenOutAlready = ({ kind, demandId }: PlanEditWish, { stored, plan }: BeforeAndAfterRelease): boolean =>
  kind === 'unassign' && isPlaced(stored, demandId) && !isPlaced(plan, demandId);

/** The rule against swapping or locking a visit that cannot stay where it lies. */
const WITHOUT_PLACE: BrokenRule = {
  rule: 'working-time',
  text: {
    sv: 'Besöket kan inte ligga kvar: medarbetaren är frånvarande eller passet är ändrat. Lägg det hos någon annan först.',
    en: 'The visit cannot stay: the employee is absent or the shift has changed. Place it with somebody else first.',
  },
};

const demandsOf = (wish: PlanEditWish): readonly string[] =>
  wish.kind === 'swap' ? [wish.demandId, wish.otherDemandId] : [wish.demandId];

/** The groups that might lend somebody, each with the visit among its own. */
function lendersOf(
  context: PlanContext,
  { demandId, lenders }: Extract<EditorQuestion, { readonly kind: 'ways-out' }>,
): readonly PlanContext[] {
  if (lenders.length === 0) return [];
  const { unit, week, settings, adjustments: own = [] } = context.scope;
  const cut = groupWeeks(unit, week, settings, null, own);
  return lenders.flatMap(({ workGroupId, planned, adjustments, rides }): readonly PlanContext[] => {
    const scope = loanScope(context, demandId, { workGroupId, adjustments });
    if (scope === null) return [];
    const question = contextQuestion(scope, isSameWeek(own, adjustments) ? cut : undefined);
    const { plan, published } = planned ?? context;
    return [openPlan({ ...scope, question, rides, plan, published })];
  });
}

/** A visit that was just left out because who had it is absent is placed rather than moved. */
function editOf(wish: Exclude<PlanEditWish, { readonly kind: 'release' }>, plan: WeeklyPlan): PlanEdit {
  switch (wish.kind) {
    case 'move':
      if (!isPlaced(plan, wish.demandId)) return { kind: 'place', demandId: wish.demandId, ...targetOf(wish) };
      return { kind: 'move', visitId: visitIdOf(wish.demandId), ...targetOf(wish) };
    case 'place':
      return { kind: 'place', demandId: wish.demandId, ...targetOf(wish) };
    case 'swap':
      return { kind: 'swap', visitId: visitIdOf(wish.demandId), withVisitId: visitIdOf(wish.otherDemandId) };
    case 'unassign':
    case 'lock':
    case 'unlock':
      return { kind: wish.kind, visitId: visitIdOf(wish.demandId) };
  }
}

type Target = Pick<
  Extract<PlanEditWish, { readonly kind: 'move' | 'place' }>,
  'shiftId' | 'startsAt' | 'helperShiftId'
>;

const targetOf = ({ shiftId, startsAt, helperShiftId }: Target) => ({
  shiftId,
  ...(startsAt === null ? {} : { startsAt }),
  ...(helperShiftId === null ? {} : { helperShiftId }),
});

const subjectOf = (plan: WeeklyPlan, demandId: string) =>
  isPlaced(plan, demandId) ? { visitId: visitIdOf(demandId) } : { demandId };

const isPlaced = (plan: WeeklyPlan, demandId: string): boolean =>
  plan.visits.some((visit) => visit.demandId === demandId);

/** A planned visit is named by the demand it fulfils. */
const visitIdOf = (demandId: string): string => `besok:${demandId}`;

const inputKey = ({ planId, workGroupId }: EditorAddress): string => `${planId} ${workGroupId}`;
const contextKey = ({ stateId, workGroupId }: EditorAddress): string => `${stateId} ${workGroupId}`;
