import { ForwardMigration } from '../forward-migration.js';

/** Plans made before the ceiling of the week was computed have none: told as null, as where it cannot be computed. */
export class AddAttainableEfficiency extends ForwardMigration {
  readonly number = 90;
  readonly title = 'add-attainable-efficiency';
  readonly statements = [
    // A published plan refuses every change; a figure that is told as unknown changes nothing of what was published.
    `ALTER TABLE weekly_plan DISABLE TRIGGER weekly_plan_immutable`,
    `UPDATE weekly_plan SET metrics = metrics || '{"attainableEfficiency": null}'
      WHERE NOT metrics ? 'attainableEfficiency'`,
    `ALTER TABLE weekly_plan ENABLE TRIGGER weekly_plan_immutable`,
  ];
}
