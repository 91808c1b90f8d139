import type { WeeklyPlanAnswer } from '@hemtjanst/contracts';
import type { Scope } from '../../app/scope.js';
import { useWording } from '../../text/texts.js';
import { useUnitSettings } from '../accounts/api.js';
import { Sign } from '../../components/sign.js';
import { Figure, Figures } from '../../components/figures.js';

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
    <Figures label={words.label}>
      <Figure word={words.visits}>{formats.whole(visitCount)}</Figure>
      <Figure word={words.unplaced}>
        <Sign kind={metrics.unassignedVisits === 0 ? 'holds' : 'warns'} /> {formats.whole(metrics.unassignedVisits)}
      </Figure>
      <Figure word={`${words.efficiency}${target === undefined ? '' : ` (${words.target(formats.percent(target))})`}`}>
        {formats.percent(metrics.plannedEfficiency)}
      </Figure>
      {metrics.attainableEfficiency !== null && (
        <Figure word={words.attainable}>{formats.percent(metrics.attainableEfficiency)}</Figure>
      )}
      <Figure word={words.travelShare}>{formats.percent(onTheWay)}</Figure>
      <Figure word={words.wait}>{formats.hours(metrics.waitMinutes / 60)} h</Figure>
      <Figure word={`${words.faces}, ${words.facesAbove(formats.percent(faces.shareAbove10))}`}>
        {formats.decimal(faces.mean)}
      </Figure>
      <Figure word={words.contact}>
        <Sign kind="contact" /> {formats.percent(metrics.contactPersonShare)}
      </Figure>
      <Figure word={`${words.distance}, ${texts.week.travelSource[travel.source]}`}>
        {formats.distance(metrics.travelMeters)}
      </Figure>
      {travel.estimatedLegs > 0 && (
        <Figure word={words.estimatedLegs(travel.estimatedLegs)}>
          <Sign kind="warns" />
        </Figure>
      )}
    </Figures>
  );
}
