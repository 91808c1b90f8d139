import type { PlanMetrics, PlanTravel } from '@hemtjanst/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type PlanStatus = 'utkast' | 'foreslagen' | 'publicerad' | 'ersatt';

/** What the plan was made from, so that anybody can tell whether it is still fresh. */
export interface MadeFrom {
  readonly settingsVersion: number;
  readonly basedOnPlanId: string | null;
}

@Entity({ name: 'weekly_plan' })
export class WeeklyPlanEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId: string;

  @Column('text')
  week: string;

  /** Null: the whole unit. */
  @Column({ name: 'work_group_id', type: 'uuid', nullable: true })
  workGroupId: string | null;

  @Column('int')
  version: number;

  @Column('text')
  status: PlanStatus;

  @Column({ name: 'run_id', type: 'uuid', nullable: true })
  runId: string | null;

  /** Null: made when the service was set up, by nobody's wish. */
  @Column({ name: 'made_by', type: 'uuid', nullable: true })
  madeBy: string | null;

  @Column({ name: 'made_at', type: 'timestamptz' })
  madeAt: Date;

  @Column({ name: 'made_from', type: 'jsonb' })
  madeFrom: MadeFrom;

  @Column('int')
  seed: number;

  @Column('jsonb')
  travel: PlanTravel;

  @Column('jsonb')
  metrics: PlanMetrics;

  @Column({ name: 'row_version', type: 'int' })
  rowVersion: number;

  /** Edits by hand that hold; those after them are undone and can be made again. */
  @Column({ name: 'steps_applied', type: 'int' })
  stepsApplied: number;

  /** Names what the plan holds now: an undo gives back the name that it had before the step. */
  @Column({ name: 'state_id', type: 'uuid' })
  stateId: string;

  @Column({ name: 'published_at', type: 'timestamptz', nullable: true })
  publishedAt: Date | null;

  @Column({ name: 'published_by', type: 'uuid', nullable: true })
  publishedBy: string | null;

  @Column({ name: 'replaced_at', type: 'timestamptz', nullable: true })
  replacedAt: Date | null;
}
