import type { PlanningRunAnswer } from '@hemtjanst/contracts';
import { boardTexts } from '../../text/pages/board.js';
import { useTextsOf, useWording } from '../../text/texts.js';
import { Sign } from '../../components/sign.js';
import { Figure, Figures } from '../../components/figures.js';
import styles from './run-figures.module.css';

interface RunFiguresProps {
  readonly progress: PlanningRunAnswer['progress'];
  readonly bestCosts: readonly number[];
  readonly elapsed: string;
}

/** The best plan so far in figures, beside how far the search has come: is it worth waiting for more? */
export function RunFigures({ progress, bestCosts, elapsed }: RunFiguresProps) {
  const { texts, formats } = useWording();
  const words = { ...texts.week.run, ...useTextsOf(boardTexts).run };
  const unassignedVisits = progress?.unassignedVisits ?? null;
  return (
    <Figures label={texts.week.run.title}>
      <Figure word={words.share}>{formats.percent((progress?.percent ?? 0) / 100)}</Figure>
      <Figure word={words.elapsed}>{elapsed}</Figure>
      {unassignedVisits !== null && <Figure word={words.placed}>{formats.whole(unassignedVisits)}</Figure>}
      <PlanFigures progress={progress ?? NOTHING} />
      <CostFall costs={bestCosts} />
    </Figures>
  );
}

type PlanFiguresOf = Pick<
  NonNullable<PlanningRunAnswer['progress']>,
  'plannedEfficiency' | 'facesMean' | 'facesAbove10' | 'contactPersonShare'
>;

const NOTHING: PlanFiguresOf = {
  plannedEfficiency: null,
  facesMean: null,
  facesAbove10: null,
  contactPersonShare: null,
};

/** What the best plan so far is worth; what is not known yet is not shown. */
export function PlanFigures({ progress }: { readonly progress: PlanFiguresOf }) {
  const { texts, formats } = useWording();
  const words = { ...texts.week.run, ...useTextsOf(boardTexts).run };
  const { plannedEfficiency, facesMean, facesAbove10, contactPersonShare } = progress;
  return (
    <>
      {plannedEfficiency !== null && <Figure word={words.efficiency}>{formats.percent(plannedEfficiency)}</Figure>}
      {facesMean !== null && facesAbove10 !== null && (
        <Figure word={`${words.faces}, ${words.facesAbove(formats.percent(facesAbove10))}`}>
          {formats.decimal(facesMean)}
        </Figure>
      )}
      {contactPersonShare !== null && (
        <Figure word={words.contact}>
          <Sign kind="contact" /> {formats.percent(contactPersonShare)}
        </Figure>
      )}
    </>
  );
}

const WIDTH = 160;
const HEIGHT = 32;

/** How the cost has fallen since the first plan: a line for the eye, the same in words beside it; nothing before it falls. */
export function CostFall({ costs }: { readonly costs: readonly number[] }) {
  const { formats } = useWording();
  const words = useTextsOf(boardTexts).run;
  if (costs.length < 2) return null;
  const [first, last] = [costs[0] ?? 0, costs.at(-1) ?? 0];
  const points = costs.map((cost, at) => {
    const [x, y] = [at / (costs.length - 1), first === last ? 1 : (first - cost) / (first - last)];
    return `${(x * WIDTH).toFixed(1)},${(2 + y * (HEIGHT - 4)).toFixed(1)}`;
  });
  return (
    <Figure word={`${words.cost}: ${words.costFall(formats.percent(first === 0 ? 0 : (first - last) / first))}`}>
      <svg className={styles.line} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
        <polyline points={points.join(' ')} fill="none" stroke="currentColor" strokeWidth="2.5" />
      </svg>
    </Figure>
  );
}
