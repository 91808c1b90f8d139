import type { DayReplanningState } from '@hemtjanst/contracts';
import { useCallback, useRef } from 'react';
import { boardTexts } from '../../text/pages/board.js';
import { dayReplanningTexts } from '../../text/pages/day-replanning.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { Figure, Figures } from '../../components/figures.js';
import { CostFall, PlanFigures } from '../planning-runs/run-figures.js';
import { RunPanel, useElapsed } from '../planning-runs/run-panel.js';
import { useCancelReplanning, useReplanningProgress } from './api.js';

interface ReplanningRunProps {
  readonly started: DayReplanningState;
  /** Whoever had the focus in it is now nowhere: it is to be led on. Stays the same from one rendering to the next. */
  readonly onEnded: (hadFocus: boolean) => void;
}

const ORDER = ['least-change', 'least-travel', 'best-continuity'] as const;

/** A day that is being planned anew: which way is searched for, what it has come to, and how to end it. */
export function ReplanningRun({ started, onEnded }: ReplanningRunProps) {
  const words = useTextsOf(dayReplanningTexts);
  const panel = useRef<HTMLElement>(null);
  const end = useCallback(() => onEnded(hasFocus(panel.current)), [onEnded]);
  const { run, isCutOff, bestCosts } = useReplanningProgress(started, end);
  const cancel = useCancelReplanning(started);
  return (
    <RunPanel
      ref={panel}
      title={words.run.title}
      statusText={run.statusText}
      percent={run.progress?.percent ?? 0}
      isCutOff={isCutOff}
      cancel={{
        isEnding: run.isCancelRequested || cancel.isPending,
        error: cancel.error,
        onCancel: () => cancel.mutate(),
      }}
    >
      <DayFigures run={run} bestCosts={bestCosts} />
    </RunPanel>
  );
}

/** Also where nothing has it: the button that was pressed last has gone with what it did. */
const hasFocus = (panel: HTMLElement | null): boolean =>
  document.activeElement === document.body || panel?.contains(document.activeElement) === true;

interface DayFiguresProps {
  readonly run: DayReplanningState;
  readonly bestCosts: readonly number[];
}

function DayFigures({ run: { progress, startedAt, createdAt }, bestCosts }: DayFiguresProps) {
  const words = useTextsOf(dayReplanningTexts);
  const share = useTextsOf(boardTexts).run.share;
  const { texts, formats } = useWording();
  const elapsed = useElapsed(startedAt ?? createdAt);
  return (
    <Figures label={words.run.title}>
      {progress !== null && progress.alternative !== null && (
        <Figure word={words.run.of(ORDER.indexOf(progress.alternative) + 1, ORDER.length)}>
          {words.alternative[progress.alternative]}
        </Figure>
      )}
      <Figure word={share}>{formats.percent((progress?.percent ?? 0) / 100)}</Figure>
      <Figure word={texts.week.run.elapsed}>{elapsed}</Figure>
      {progress !== null && progress.leftOutVisits !== null && (
        <Figure word={words.run.leftOut}>{formats.whole(progress.leftOutVisits)}</Figure>
      )}
      {progress !== null && <PlanFigures progress={progress} />}
      <CostFall costs={bestCosts} />
    </Figures>
  );
}
