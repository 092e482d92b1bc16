import { useTranslations } from 'use-intl';
import { pointAtRow, rowAt } from '../../engine/trace/rows';
import { formatNumber } from '../../plots';
import { useStep } from '../../workbench/playback/transport';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { useResults } from '../../workbench/stores/resultStore';
import { shownMinima } from '../../workbench/stores/shownMinima';
import { withLateMessages } from '../late/LateMessages';
import { useRunStyles } from '../shared/runs';
import { useSettled } from './useSettled';

const DIGITS = 4;

/** Up to this many parameters a point is said by all of its coordinates; of more, how far it is from the start. */
const MOST_SAID = 4;

type Point = ArrayLike<number>;

const pointText = (point: Point): string => `(${Array.from(point, (value) => formatNumber(value, DIGITS)).join(', ')})`;

const distance = (a: Point, b: Point): number => Math.hypot(...Array.from(a, (value, i) => value - (b[i] ?? NaN)));

/** What the path plot shows: where every run began, where it is now, and how far that is from the nearest known minimum. */
export default withLateMessages(function PathWords() {
  const t = useTranslations('inWords');
  const styles = useRunStyles();
  const problem = useExperimentPart((experiment) => experiment.problem);
  const step = useSettled(useStep());
  const trace = useSettled(useResults((state) => state.trace));
  if (!trace) return null;
  const minima = shownMinima(problem, trace);
  const names = trace.parameters.join(', ');
  const runs = trace.runs.map((run, i) => {
    const row = rowAt(run, step);
    const [start, now] = [pointAtRow(run, 0), pointAtRow(run, row)];
    const values = { label: styles[i]?.label ?? '', step: row };
    const moved =
      now.length <= MOST_SAID
        ? t('path', { ...values, names, start: pointText(start), now: pointText(now) })
        : t('moved', { ...values, distance: formatNumber(distance(start, now), DIGITS) });
    const nearest = Math.min(...minima.map((minimum) => distance(now, minimum)));
    return Number.isFinite(nearest) ? [moved, t('toMinimum', { distance: formatNumber(nearest, DIGITS) })] : [moved];
  });
  const known = minima.filter(({ length }) => length <= MOST_SAID).map(pointText);
  const sentence = known.length > 0 ? [t('minima', { count: known.length, points: known.join(', ') })] : [];
  return [...runs.flat(), ...sentence].join(t('between'));
});
