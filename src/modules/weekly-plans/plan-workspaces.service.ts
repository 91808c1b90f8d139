import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { extraDemandId, isExtraDemand } from '@hemtjanst/domain';
import { notFound } from '../../http/problems.js';
import { BoundedMap } from '../../planning/plan-editor/bounded-map.js';
import type { EditorQuestion } from '../../planning/plan-editor/editor-question.js';
import { PlanEditor, type EditorTurn } from '../../planning/plan-editor/plan-editor.js';
import { EmployeeAbsencesService } from '../employees/employee-absences.service.js';
import { PlanInputs } from './plan-inputs.service.js';
import { PlanSlicesRepository } from './plan-slices.repository.js';
import { rangeOfWeek } from './stranded-visits.service.js';
import type { UnitSnapshot } from './unit-snapshot.js';
import { UnitSnapshots } from './unit-snapshots.service.js';
import type { StoredPlan } from './weekly-plan.repository.js';

/** A plan as one is at work on one group's part of it, and the unit it is for. */
export interface GroupWorkspace {
  readonly plan: StoredPlan;
  readonly snapshot: UnitSnapshot;
  /** Code of the group; for a visit the one that its brukare belongs to. */
  readonly workGroupCode: string;
}

/** The same, with whom the visit in question is about. */
export interface PlanWorkspace extends GroupWorkspace {
  readonly brukareId: string;
}

interface KeptSnapshot {
  readonly snapshot: UnitSnapshot;
  /** Who is absent when: a sick call is reckoned with at once, not when the snapshot is old. */
  readonly absences: string;
  readonly takenAt: number;
}

/** Two planerare at three units at once; a snapshot of a whole unit is some megabytes. */
const KEPT_SNAPSHOTS = 6;
/** Prices may be that much behind a change of the unit; publishing always checks against the unit as it is. */
const SNAPSHOT_MILLISECONDS = 5 * 60_000;

/** Lends plans to the editor, which remembers them from question to question. */
@Injectable()
export class PlanWorkspaces implements OnApplicationShutdown {
  private readonly editor = new PlanEditor();
  /** Other groups asked for help take a second or two: whoever drags a visit meanwhile does not wait. */
  private readonly slowEditor = new PlanEditor();
  private readonly snapshots = new BoundedMap<KeptSnapshot>(KEPT_SNAPSHOTS);

  constructor(
    private readonly unitSnapshots: UnitSnapshots,
    private readonly slices: PlanSlicesRepository,
    private readonly inputs: PlanInputs,
    private readonly absences: EmployeeAbsencesService,
  ) {}

  /** @throws Problem 404 when the plan has no such demand */
  async open(plan: StoredPlan, demandKey: string): Promise<PlanWorkspace> {
    const brukareId = await this.slices.findBrukareOfDemand(plan.id, demandKey);
    if (brukareId === null) throw notFound();
    const snapshot = await this.snapshotWith(plan, demandKey);
    const { records } = snapshot;
    if (!records.brukare.hasId(brukareId)) throw notFound();
    return { plan, snapshot, brukareId, workGroupCode: records.workGroupOfBrukare(records.brukare.codeOf(brukareId)) };
  }

  ask<Kind extends EditorQuestion['kind']>(
    workspace: GroupWorkspace,
    question: Extract<EditorQuestion, { kind: Kind }>,
  ): Promise<EditorTurn<Kind>> {
    const { plan, workGroupCode, snapshot } = workspace;
    // Another snapshot of the unit is another state: what was prepared from the one before is not asked any more.
    const stateId = stateOf(plan.stateId, this.takenAt(plan, snapshot));
    const editor = isLong(question) ? this.slowEditor : this.editor;
    return editor.ask(
      { planId: `${plan.id} ${this.takenAt(plan, snapshot)}`, stateId, workGroupId: workGroupCode },
      question,
      () => this.inputs.editorInput(plan, snapshot, workGroupCode),
    );
  }

  /** The edit of that turn is committed: what it made is the plan's next state. */
  keep({ plan, snapshot }: PlanWorkspace, turn: EditorTurn<'apply'>, stateId: string): void {
    this.editor.keep(turn.id, stateOf(stateId, this.takenAt(plan, snapshot)));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.editor.close();
    await this.slowEditor.close();
  }

  /** A visit that was added after the snapshot was taken is not in it: the unit is read anew. */
  private async snapshotWith(plan: StoredPlan, demandKey: string): Promise<UnitSnapshot> {
    const snapshot = await this.snapshotFor(plan);
    const isKnown = snapshot.unit.extraVisits.some((extra) => extraDemandId(extra) === demandKey);
    if (!isExtraDemand(demandKey) || isKnown) return snapshot;
    this.snapshots.delete(plan.id);
    return this.snapshotFor(plan);
  }

  private async snapshotFor(plan: StoredPlan): Promise<UnitSnapshot> {
    const kept = this.snapshots.get(plan.id);
    const absences = JSON.stringify(await this.absences.loadAbsencesByRecord(plan.unitId, rangeOfWeek(plan.week)));
    const isFresh = kept !== undefined && Date.now() - kept.takenAt < SNAPSHOT_MILLISECONDS;
    if (isFresh && kept.absences === absences) return kept.snapshot;
    const snapshot = await this.unitSnapshots.take(plan.unitId, plan.week);
    this.snapshots.set(plan.id, { snapshot, absences, takenAt: Date.now() });
    return snapshot;
  }

  private takenAt(plan: StoredPlan, snapshot: UnitSnapshot): number {
    const kept = this.snapshots.get(plan.id);
    return kept?.snapshot === snapshot ? kept.takenAt : 0;
  }
}

const isLong = (question: EditorQuestion): boolean => question.kind === 'ways-out' && question.lenders.length > 0;

const stateOf = (stateId: string, takenAt: number): string => `${stateId} ${takenAt}`;
