import { useTranslations } from 'use-intl';
import { axisValue, sweepOutcomes, type SweepResult } from '../../../engine/sweep';
import { formatNumber } from '../../../plots';
import { useCurrentSweep, useSweep, type Sweep } from '../../../workbench/stores/sweepStore';
import { withLateMessages } from '../../late/LateMessages';
import { useAxisNames } from './axisNames';
import { lowestOf } from '../../inWords/lowestOf';
import { useSettled } from '../../inWords/useSettled';

const DIGITS = 4;

/** What the sweep shows: the ranges, and how its runs ended, or the lowest number and where it is. */
export default withLateMessages(function SweepWords() {
  const sweep = useSettled(useCurrentSweep());
  const grid = useSettled(useSweep((state) => state.grids.at(-1)));
  const run = sweep.experiment.runs[sweep.run];
  return grid && run ? <GridWords sweep={sweep} run={run} grid={grid} /> : null;
});

interface GridWordsProps {
  readonly sweep: Sweep;
  readonly run: Sweep['experiment']['runs'][number];
  readonly grid: SweepResult;
}

function GridWords({ sweep, run, grid }: GridWordsProps) {
  const t = useTranslations();
  const nameOf = useAxisNames(sweep.experiment, run);
  const { x, y, measure } = sweep.settings;
  const { width, height, done } = grid;
  const [across, up] = [nameOf(x.target).title, nameOf(y.target).title];
  const number = (value: number) => formatNumber(value, DIGITS);
  const ranges = t('inWords.sweep', {
    count: done * width,
    x: across,
    xFrom: number(x.from),
    xTo: number(x.to),
    y: up,
    yFrom: number(y.from),
    yTo: number(y.to),
  });
  const values = grid.measures[measure].subarray(0, done * width);
  if (measure === 'outcome') {
    const shares = sweepOutcomes.map((outcome, code) => {
      const share = values.filter((value) => value === code).length / values.length;
      return `${t(`sweep.outcome.${outcome}`)} ${number(100 * share)}%`;
    });
    return [ranges, t('inWords.outcomes', { shares: shares.join(', ') })].join(t('inWords.between'));
  }
  const lowest = measure === 'minimum' ? -1 : lowestOf(values);
  if (lowest < 0) return ranges;
  const place = {
    measure: t(`sweep.measure.${measure}`),
    value: number(values[lowest] ?? NaN),
    x: across,
    xAt: number(axisValue(x, lowest % width, width)),
    y: up,
    yAt: number(axisValue(y, Math.floor(lowest / width), height)),
  };
  return [ranges, t('inWords.sweepLowest', place)].join(t('inWords.between'));
}
