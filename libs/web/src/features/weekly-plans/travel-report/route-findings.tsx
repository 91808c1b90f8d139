import type { RouteReportAnswer, ShortLegAnswer } from '@hemtjanst/contracts';
import type { Scope } from '../../../app/scope.js';
import { Sign } from '../../../components/sign.js';
import { minutesAndSeconds } from '../../../lib/format.js';
import { travelReportTexts } from '../../../text/pages/travel-report.js';
import { useTextsOf, useWording } from '../../../text/texts.js';
import { useBrukare } from '../api.js';
import styles from './travel-report.module.css';

export const hasFindings = ({ shortLegs, overlaps, rastFaults, isTight }: RouteReportAnswer): boolean =>
  isTight || shortLegs.length + overlaps.length + rastFaults.length > 0;

interface RouteFindingsProps {
  readonly scope: Scope;
  readonly route: RouteReportAnswer;
}

/** What was found on one shift: what breaks first, then what warns. */
export function RouteFindings({ scope, route }: RouteFindingsProps) {
  const { formats } = useWording();
  const words = useTextsOf(travelReportTexts);
  if (!hasFindings(route)) {
    return (
      <>
        <Sign kind="holds" /> {words.holds}
      </>
    );
  }
  return (
    <ul className={styles.findings}>
      {route.shortLegs.map((leg) => (
        <li key={`${leg.leavesAt} ${leg.visitId}`}>
          <Sign kind="breaks" /> <ShortLeg scope={scope} leg={leg} />
        </li>
      ))}
      {[...route.overlaps, ...route.rastFaults].map(({ rule, text, visitId }, at) => (
        <li key={`${rule} ${visitId} ${at}`}>
          <Sign kind="breaks" /> {text}
        </li>
      ))}
      {route.isTight && (
        <li>
          <Sign kind="warns" /> {words.tight(formats.whole(Math.floor(route.slackSeconds / 60)))}
        </li>
      )}
    </ul>
  );
}

/** From where to where, what the plan gives beside what the way takes, and where those minutes go. */
function ShortLeg({ scope, leg }: { readonly scope: Scope; readonly leg: ShortLegAnswer }) {
  const { texts, formats } = useWording();
  const words = useTextsOf(travelReportTexts);
  const brukare = useBrukare(scope);
  const nameOf = ({ brukareId }: ShortLegAnswer['from']): string =>
    brukareId === null ? words.premises : (brukare.get(brukareId)?.name ?? texts.week.board.unknownBrukare);
  const span = `${formats.clock(leg.leavesAt)}–${formats.clock(leg.arrivesAt)}`;
  const [given, needed, missing] = [leg.givenSeconds, leg.neededSeconds, leg.shortSeconds].map(minutesAndSeconds);
  return (
    <>
      <strong>{words.leg(nameOf(leg.from), nameOf(leg.to), span)}</strong>:{' '}
      {words.given(given ?? '', needed ?? '', missing ?? '')}
      <span className={styles.parts}>
        {leg.parts.length === 0
          ? words.hiddenParts
          : leg.parts.map(({ kind, seconds }) => `${words.parts[kind]} ${minutesAndSeconds(seconds)}`).join(' · ')}
      </span>
    </>
  );
}
