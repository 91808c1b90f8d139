import type { NewGenomforandeplan } from '@hemtjanst/contracts';
import { addMonths, localDate, type RamtidOrder, type UnitSettings } from '@hemtjanst/domain';
import { invalidValues } from '../../http/problems.js';

/** A goal of the plan, and the goal of the order it comes from: the thread from what was ordered to what is done. */
export interface PlanGoal {
  readonly text: string;
  readonly orderGoal: string | null;
}

export interface FastOmsorgskontakt {
  readonly status: 'utsedd' | 'avbojd' | 'uppenbart-obehovlig' | 'erbjuds';
  readonly employeeId: string | null;
}

/** What a version says beside its visits. */
export interface PlanDetails {
  readonly wishes: string | null;
  readonly kontaktmanId: string | null;
  /** Null: nobody has offered one yet. */
  readonly fastOmsorgskontakt: FastOmsorgskontakt | null;
  readonly goals: readonly PlanGoal[];
  readonly followUpOn: string | null;
}

/** Who the brukare has now: what a plan keeps when it says nothing else. */
export interface CurrentContacts {
  readonly kontaktmanId: string | null;
  readonly fastOmsorgskontaktId: string | null;
}

type PlanWish = Pick<NewGenomforandeplan, 'agreedOn'> &
  Partial<Pick<NewGenomforandeplan, 'wishes' | 'kontaktmanId' | 'fastOmsorgskontakt' | 'goals' | 'followUpOn'>>;

/**
 * The wish with what it leaves out: the order's goal, the brukare's contacts, and a follow-up as late as the unit allows.
 *
 * @throws Problem 422 for a follow-up that comes too late or before the plan, or a goal the order does not have
 */
export function planDetails(
  wish: PlanWish,
  order: RamtidOrder,
  contacts: CurrentContacts,
  settings: Pick<UnitSettings, 'followUpWithinMonths'>,
): PlanDetails {
  return {
    wishes: wish.wishes ?? null,
    kontaktmanId: wish.kontaktmanId === undefined ? contacts.kontaktmanId : wish.kontaktmanId,
    fastOmsorgskontakt: wish.fastOmsorgskontakt ?? currentFastOmsorgskontakt(contacts),
    goals: goalsOf(wish.goals, order),
    followUpOn: followUpOf(wish, settings),
  };
}

const currentFastOmsorgskontakt = ({ fastOmsorgskontaktId }: CurrentContacts): FastOmsorgskontakt | null =>
  fastOmsorgskontaktId === null ? null : { status: 'utsedd', employeeId: fastOmsorgskontaktId };

/** As long as a goal of a plan may be. */
const LONGEST_GOAL = 300;

function goalsOf(goals: PlanWish['goals'], { goal }: RamtidOrder): readonly PlanGoal[] {
  if (goals === undefined) return goal === null ? [] : [{ text: goal.slice(0, LONGEST_GOAL).trim(), orderGoal: goal }];
  const lost = goals.flatMap(({ isFromOrder }, index) =>
    isFromOrder && goal === null
      ? [{ pointer: `/goals/${index}`, code: 'mal-saknas', detail: 'Beställningen har inget mål.' }]
      : [],
  );
  if (lost.length > 0) throw invalidValues(lost);
  return goals.map(({ text, isFromOrder }) => ({ text, orderGoal: isFromOrder ? goal : null }));
}

function followUpOf(
  { agreedOn, followUpOn }: PlanWish,
  { followUpWithinMonths }: Pick<UnitSettings, 'followUpWithinMonths'>,
): string {
  const latest = addMonths(localDate(agreedOn), followUpWithinMonths);
  if (followUpOn === undefined) return latest;
  if (followUpOn > agreedOn && followUpOn <= latest) return followUpOn;
  const detail = `Uppföljningen ska vara efter ${agreedOn} och senast ${latest}.`;
  throw invalidValues([{ pointer: '/followUpOn', code: 'uppfoljning.utanfor', detail }]);
}
