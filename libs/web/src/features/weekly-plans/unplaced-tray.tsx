import type { BrukareAnswer, EmployeeAnswer, UnassignedDemandAnswer, VisitDemandAnswer } from '@hemtjanst/contracts';
import { INSATS_NAMES } from '@hemtjanst/domain';
import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { ErrorState, LoadingState } from '../../components/page-state.js';
import { boardTexts } from '../../text/pages/board.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { useWaysOut, type PlanPlace } from './editing-api.js';
import { PlaceList } from './place-list.js';
import type { EditSession } from './use-edit-session.js';
import { WhyHere, editTo } from './why-here.js';
import { Sign } from '../../components/sign.js';
import styles from './week.module.css';

interface UnplacedTrayProps {
  /** Null: the whole week. */
  readonly date: string | null;
  /** Undefined while it is fetched. */
  readonly unassigned: readonly UnassignedDemandAnswer[] | undefined;
  readonly brukare: ReadonlyMap<string, BrukareAnswer>;
  readonly demands: ReadonlyMap<string, VisitDemandAnswer>;
  readonly place: PlanPlace;
  readonly version: number;
  readonly employees: ReadonlyMap<string, EmployeeAnswer>;
  readonly session: EditSession;
  readonly mayEdit: boolean;
  readonly mayAsk: boolean;
}

const SHOWN_AT_FIRST = 12;

/** What could not be placed, the most important first, with why and what could be done about it. */
export function UnplacedTray({ date, unassigned, ...rest }: UnplacedTrayProps) {
  const { texts } = useWording();
  const words = texts.week.tray;
  const [showsAll, setShowsAll] = useState(false);
  if (unassigned === undefined) return <LoadingState rows={4} />;
  const left = unassigned
    .filter((demand) => date === null || demand.date === date)
    .sort((a, b) => a.priority - b.priority || a.date.localeCompare(b.date) || b.serviceMinutes - a.serviceMinutes);
  const shown = showsAll ? left : left.slice(0, SHOWN_AT_FIRST);
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="sm">
        <Title order={2}>{words.title(left.length)}</Title>
        {left.length === 0 && (
          <Text>
            <Sign kind="holds" /> {date === null ? words.noneTitle : words.noneToday}
          </Text>
        )}
        <ul className={styles.tray}>
          {shown.map((demand) => (
            <Unplaced key={`${demand.visitDemandId} ${demand.date}`} demand={demand} {...rest} />
          ))}
        </ul>
        {left.length > shown.length && (
          <Button variant="default" onClick={() => setShowsAll(true)}>
            {words.more(left.length - shown.length)}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}

interface UnplacedProps extends Omit<UnplacedTrayProps, 'date' | 'unassigned'> {
  readonly demand: UnassignedDemandAnswer;
}

function Unplaced(props: UnplacedProps) {
  const { demand, brukare, demands, place, version, employees, session, mayEdit, mayAsk } = props;
  const { texts, formats } = useWording();
  const words = texts.week.tray;
  const asked = demands.get(demand.visitDemandId);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li>
      <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
        <summary data-tray-demand={mayEdit ? demand.visitDemandId : undefined}>
          <strong>{brukare.get(demand.brukareId)?.name ?? texts.week.board.unknownBrukare}</strong>
          <br />
          {formats.day(demand.date)} {asked !== undefined && `${asked.window.earliest}–${asked.window.latest}`} ·{' '}
          {texts.units.minutes(demand.serviceMinutes)} · {words.priority(demand.priority)}
        </summary>
        {asked !== undefined && <p>{asked.insatser.map((insats) => INSATS_NAMES[insats]).join(', ')}</p>}
        <p className={styles.trayWord}>{words.why}</p>
        <ul>
          {demand.reasons.map(({ code, text }) => (
            <li key={code}>{text}</li>
          ))}
        </ul>
        {isOpen && mayAsk ? (
          <div className={styles.trayAnswers}>
            <WaysOut {...props} />
            <WhyHere
              place={place}
              version={version}
              visitDemandId={demand.visitDemandId}
              isPlaced={false}
              employees={employees}
              isBusy={session.isBusy}
              onEdit={mayEdit ? (edit) => void session.apply(edit) : null}
            />
          </div>
        ) : (
          <>
            {demand.waysOut.length > 0 && <p className={styles.trayWord}>{words.waysOut}</p>}
            <ul>
              {demand.waysOut.map(({ code, text }) => (
                <li key={code}>{text}</li>
              ))}
            </ul>
          </>
        )}
      </details>
    </li>
  );
}

/** What would give the visit a place, each tried by the solver; what can be done now is one press away. */
function WaysOut({ demand, place, version, employees, session, mayEdit }: UnplacedProps) {
  const words = useTextsOf(boardTexts);
  const ways = useWaysOut(place, version, demand.visitDemandId);
  if (ways.isPending) return <LoadingState rows={2} />;
  if (ways.isError) return <ErrorState error={ways.error} onRetry={() => void ways.refetch()} />;
  return (
    <section>
      <p className={styles.trayWord}>{words.tray.ways}</p>
      {ways.data.items.length === 0 && <p>{words.tray.none}</p>}
      <PlaceList
        places={ways.data.items.map(({ place: offered, text, canApply }) => ({
          place: offered,
          text,
          onTake: canApply && mayEdit ? () => void session.apply(editTo(demand.visitDemandId, offered, false)) : null,
        }))}
        employees={employees}
        takeWord={words.visit.apply}
        isBusy={session.isBusy}
      />
    </section>
  );
}
