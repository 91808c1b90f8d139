import type { WeeklyPlanAnswer } from '@hemtjanst/contracts';
import { Badge, Button, Group } from '@mantine/core';
import type { Scope } from '../../app/scope.js';
import { useCurrentAccount } from '../../app/session.js';
import { mayPlan, mayPublish } from '../../lib/access.js';
import { travelReportTexts } from '../../text/pages/travel-report.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { PlanMetricsLine } from './plan-metrics-line.js';
import { ReportLink } from './travel-report/report-link.js';
import { Sign } from '../../components/sign.js';

export type PlanDialog = 'start' | 'versions' | 'publish';

interface PlanToolbarProps {
  readonly scope: Scope;
  readonly plan: WeeklyPlanAnswer;
  readonly isRunning: boolean;
  readonly onOpen: (dialog: PlanDialog) => void;
}

/** Which version is shown, what can be done with it, and its figures on one line. */
export function PlanToolbar({ scope, plan, isRunning, onOpen }: PlanToolbarProps) {
  const { texts } = useWording();
  const { roles } = useCurrentAccount();
  const report = useTextsOf(travelReportTexts);
  const isPublishable = plan.status === 'utkast' || plan.status === 'foreslagen';
  return (
    <>
      <Group gap="sm" className="rr-no-print">
        {mayPlan(roles) && (
          <Button disabled={isRunning} onClick={() => onOpen('start')}>
            {texts.week.planAgain}
          </Button>
        )}
        {mayPublish(roles) && isPublishable && (
          <Button variant="outline" onClick={() => onOpen('publish')}>
            {texts.week.publish}
          </Button>
        )}
        <Button variant="default" onClick={() => onOpen('versions')}>
          {texts.week.versions}
        </Button>
        <Badge variant="default" size="lg" tt="none">
          {plan.status === 'publicerad' && <Sign kind="holds" />}
          {texts.week.version(plan.planVersion)} · {texts.week.status[plan.status]}
        </Badge>
        <ReportLink planId={plan.id} label={report.open} />
      </Group>
      <PlanMetricsLine scope={scope} plan={plan} />
    </>
  );
}
