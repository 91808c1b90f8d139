import type { WeeklyPlanAnswer } from '@hemtjanst/contracts';
import type { ReactNode } from 'react';
import type { Scope } from '../../app/scope.js';
import { useWording } from '../../text/texts.js';
import { useUnitSettings } from '../accounts/api.js';
import styles from './week.module.css';

/** The plan in figures: each with its word, and the target beside what it is measured against. */
export function PlanMetricsLine({ scope, plan }: { readonly scope: Scope; readonly plan: WeeklyPlanAnswer }) {
  const { texts, formats } = useWording();
  const settings = useUnitSettings(scope.unitId);
  const { metrics, travel, visitCount } = plan;
  const faces = metrics.distinctEmployeesPer14Days;
  const words = texts.week.metrics;
  const target = settings.data?.settings.efficiencyTarget;
  const onTheWay =
    metrics.staffMinutes === 0 ? 0 : (metrics.travelMinutes + metrics.handlingMinutes) / metrics.staffMinutes;
  return (
    <dl className={styles.metrics} aria-label={words.label}>
      <Metric value={formats.whole(visitCount)} word={words.visits} />
      <Metric
        value={`${metrics.unassignedVisits === 0 ? '✓' : '△'} ${formats.whole(metrics.unassignedVisits)}`}
        word={words.unplaced}
      />
      <Metric
        value={formats.percent(metrics.plannedEfficiency)}
        word={`${words.efficiency}${target === undefined ? '' : ` (${words.target(formats.percent(target))})`}`}
      />
      {metrics.attainableEfficiency !== null && (
        <Metric value={formats.percent(metrics.attainableEfficiency)} word={words.attainable} />
      )}
      <Metric value={formats.percent(onTheWay)} word={words.travelShare} />
      <Metric value={`${formats.hours(metrics.waitMinutes / 60)} h`} word={words.wait} />
      <Metric
        value={formats.decimal(faces.mean)}
        word={`${words.faces}, ${words.facesAbove(formats.percent(faces.shareAbove10))}`}
      />
      <Metric value={`★ ${formats.percent(metrics.contactPersonShare)}`} word={words.contact} />
      <Metric
        value={formats.distance(metrics.travelMeters)}
        word={`${words.distance}, ${texts.week.travelSource[travel.source]}`}
      />
      {travel.estimatedLegs > 0 && <Metric value="△" word={words.estimatedLegs(travel.estimatedLegs)} />}
    </dl>
  );
}

function Metric({ value, word }: { readonly value: ReactNode; readonly word: string }) {
  return (
    <div className={styles.metric}>
      <dt>{word}</dt>
      <dd>{value}</dd>
    </div>
  );
}
