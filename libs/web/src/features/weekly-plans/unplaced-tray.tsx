import type { BrukareAnswer, UnassignedDemandAnswer, VisitDemandAnswer } from '@hemtjanst/contracts';
import { INSATS_NAMES } from '@hemtjanst/domain';
import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { LoadingState } from '../../components/page-state.js';
import { useWording } from '../../text/texts.js';
import styles from './week.module.css';

interface UnplacedTrayProps {
  /** Null: the whole week. */
  readonly date: string | null;
  /** Undefined while it is fetched. */
  readonly unassigned: readonly UnassignedDemandAnswer[] | undefined;
  readonly brukare: ReadonlyMap<string, BrukareAnswer>;
  readonly demands: ReadonlyMap<string, VisitDemandAnswer>;
}

const SHOWN_AT_FIRST = 12;

/** What could not be placed, the most important first, with why and what could be done about it. */
export function UnplacedTray({ date, unassigned, brukare, demands }: UnplacedTrayProps) {
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
        {left.length === 0 && <Text>✓ {date === null ? words.noneTitle : words.noneToday}</Text>}
        <ul className={styles.tray}>
          {shown.map((demand) => (
            <Unplaced
              key={`${demand.visitDemandId} ${demand.date}`}
              demand={demand}
              brukare={brukare}
              demands={demands}
            />
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

interface UnplacedProps extends Pick<UnplacedTrayProps, 'brukare' | 'demands'> {
  readonly demand: UnassignedDemandAnswer;
}

function Unplaced({ demand, brukare, demands }: UnplacedProps) {
  const { texts, formats } = useWording();
  const words = texts.week.tray;
  const asked = demands.get(demand.visitDemandId);
  return (
    <li>
      <details>
        <summary>
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
        {demand.waysOut.length > 0 && <p className={styles.trayWord}>{words.waysOut}</p>}
        <ul>
          {demand.waysOut.map(({ code, text }) => (
            <li key={code}>{text}</li>
          ))}
        </ul>
      </details>
    </li>
  );
}
