import type { EfficiencyReportAnswer } from '@hemtjanst/contracts';
import { Title, VisuallyHidden } from '@mantine/core';
import { followUpTexts } from '../../text/pages/follow-up.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useWorkGroups } from '../accounts/api.js';
import { RatioBar } from './efficiency-bar.js';
import styles from './follow-up.module.css';
import { splitShares } from './report-bars.js';

interface GroupMultiplesProps {
  readonly unitId: string;
  readonly report: EfficiencyReportAnswer;
  readonly onGroup: (workGroupId: string) => void;
}

/** The same bars for every group on the same scale, so that eyes compare them; each opens its group. */
export function GroupMultiples({ unitId, report, onGroup }: GroupMultiplesProps) {
  const { formats } = useWording();
  const words = useTextsOf(followUpTexts);
  const groups = useWorkGroups(unitId);
  const nameOf = (id: string): string => groups.data?.find((group) => group.id === id)?.name ?? '…';
  const lines = { target: report.target, ceiling: null };
  return (
    <section>
      <Title order={2}>{words.groups.title}</Title>
      <div className={styles.multiples}>
        {report.workGroups.map((part) => (
          <button
            key={part.workGroupId}
            type="button"
            className={styles.multiple}
            onClick={() => onGroup(part.workGroupId)}
          >
            <VisuallyHidden>{words.groups.open}</VisuallyHidden>
            <strong>{nameOf(part.workGroupId)}</strong>
            <RatioBar word={words.ratios.performedPerStaff} ratio={part.performedPerStaff} lines={lines} />
            <RatioBar word={words.ratios.plannedPerStaff} ratio={part.plannedPerStaff} lines={lines} />
            <div className={styles.split} data-small aria-hidden>
              {splitShares(part.outcomeSplit).map(({ part: name, share }) => (
                <div key={name} data-part={name} style={{ flexGrow: share }} />
              ))}
            </div>
            <span>{words.groups.sums(formats.hours(part.performedHours), formats.hours(part.staffHours))}</span>
          </button>
        ))}
      </div>
    </section>
  );
}
