import type { VisitListStopAnswer } from '@hemtjanst/contracts';
import { INSATS_NAMES } from '@hemtjanst/domain';
import { Anchor, Group } from '@mantine/core';
import type { Formats } from '../../lib/format.js';
import type { Texts } from '../../text/sv.js';
import { useWording } from '../../text/texts.js';
import type { VisitProgress } from '../registered-times/visit-progress.js';
import styles from './my-day.module.css';
import { VisitActions, type VisitActionsProps } from './visit-actions.js';
import { Sign } from '../../components/sign.js';

interface VisitCardProps extends VisitActionsProps {
  readonly mayRegister: boolean;
}

export function VisitCard({ mayRegister, ...actions }: VisitCardProps) {
  const { stop, progress, isNext } = actions;
  const { texts, formats } = useWording();
  const minutes = Math.round((Date.parse(stop.endsAt) - Date.parse(stop.startsAt)) / 60_000);
  return (
    <article
      className={styles.visit}
      data-next={isNext || undefined}
      data-progress={progress.kind}
      aria-label={stop.title}
    >
      <div className={styles.head}>
        <span className={styles.time}>
          {formats.clock(stop.startsAt)}–{formats.clock(stop.endsAt)}
        </span>
        <span>{texts.units.minutes(minutes)}</span>
      </div>
      <h2 className={styles.name}>
        <span aria-hidden>{SIGNS[progress.kind]} </span>
        {stop.title}
      </h2>
      {stop.address === null ? (
        <p className={styles.quiet}>{texts.myDay.protected}</p>
      ) : (
        <p>
          {stop.lat === null || stop.lon === null ? (
            stop.address
          ) : (
            <Anchor
              href={`geo:${stop.lat},${stop.lon}`}
              underline="always"
              c="inherit"
              fz="inherit"
              aria-label={`${stop.address}. ${texts.myDay.openMap}`}
            >
              {stop.address}
            </Anchor>
          )}
        </p>
      )}
      <p>{stop.insatser.map((insats) => INSATS_NAMES[insats]).join(', ')}</p>
      <Marks stop={stop} texts={texts} />
      <p className={styles.progress} role="status">
        {progressText(progress, texts, formats)}
      </p>
      {mayRegister && <VisitActions {...actions} />}
    </article>
  );
}

const SIGNS: Readonly<Record<VisitProgress['kind'], string>> = {
  planned: '○',
  ongoing: '▶',
  done: '✓',
  avbojt: '—',
  bom: '—',
};

function Marks({ stop, texts }: { readonly stop: VisitListStopAnswer; readonly texts: Texts }) {
  const said = new Set<string>();
  const notes = stop.notes.filter((note) => note !== 'Två medarbetare' && !said.has(note) && said.add(note));
  return (
    <Group gap="xs">
      {stop.isNewFace && <span className={styles.newFace}>{texts.myDay.newFace}</span>}
      {stop.withEmployeeId !== null && (
        <span className={styles.mark}>
          <Sign kind="double" /> {texts.myDay.double}
        </span>
      )}
      {stop.keyKind !== null && <span className={styles.mark}>{texts.myDay.keys[stop.keyKind]}</span>}
      {notes.map((note) => (
        <span key={note} className={styles.mark}>
          {note}
        </span>
      ))}
    </Group>
  );
}

function progressText(progress: VisitProgress, texts: Texts, formats: Formats): string {
  const { progress: words } = texts.myDay;
  switch (progress.kind) {
    case 'planned':
      return words.planned;
    case 'ongoing':
      return words.ongoing(formats.clock(progress.since));
    case 'done':
      return words.done(formats.clock(progress.from), formats.clock(progress.to));
    case 'avbojt':
      return words.avbojt;
    case 'bom':
      return words.bom;
  }
}
