import { distance, distanceToLine } from './geometry';
import { lossAt, lossesOf, outside, runOf, targetOf } from './readings';
import type { Judges } from './judges';

type SingleKind =
  | 'arrives'
  | 'misses'
  | 'passes'
  | 'diverges'
  | 'ends'
  | 'endsOtherwise'
  | 'grows'
  | 'falls'
  | 'set'
  | 'straight'
  | 'coordinate'
  | 'loss'
  | 'peaks'
  | 'strides'
  | 'crosses'
  | 'rises'
  | 'averages';

/** Judges of claims about one run. */
export const singles: Judges<SingleKind> = {
  arrives({ run, at, within }, evidence) {
    const far = distance(runOf(evidence, run).point(-1), targetOf(evidence, at));
    return far <= within ? null : `run ${run} ends ${far} away`;
  },
  misses({ run, at, by }, evidence) {
    const far = distance(runOf(evidence, run).point(-1), targetOf(evidence, at));
    return far > by && Number.isFinite(far) ? null : `run ${run} ends ${far} away`;
  },
  passes({ run, row, at, within }, evidence) {
    const record = runOf(evidence, run);
    if (row >= record.rows) return `run ${run} has no update ${row}`;
    const far = distance(record.point(row), at);
    return far <= within ? null : `run ${run} is ${far} away at update ${row}`;
  },
  diverges({ run, from, to }, evidence) {
    const { outcome } = runOf(evidence, run);
    const holds = outcome.kind === 'diverged' && outcome.step >= from && outcome.step <= to;
    return holds ? null : `run ${run} ends as ${JSON.stringify(outcome)}`;
  },
  ends({ run, as, period, by = Infinity }, evidence) {
    const { outcome } = runOf(evidence, run);
    const isInTime = !('step' in outcome) || outcome.step <= by;
    const hasPeriod = period === undefined || (outcome.kind === 'cycling' && outcome.period === period);
    return outcome.kind === as && hasPeriod && isInTime ? null : `run ${run} ends as ${JSON.stringify(outcome)}`;
  },
  endsOtherwise({ run, than }, evidence) {
    const { outcome } = runOf(evidence, run);
    return outcome.kind === than ? `run ${run} ends as ${JSON.stringify(outcome)}` : null;
  },
  grows({ run, times = 1 }, evidence) {
    const [first, last] = [lossAt(evidence, run, 0), lossAt(evidence, run)];
    // Not `last > first`: a loss that is no number has grown past all bounds.
    return last <= times * first ? `the loss of run ${run} goes from ${first} to ${last}` : null;
  },
  falls({ run, times = 1 }, evidence) {
    const [first, last] = [lossAt(evidence, run, 0), lossAt(evidence, run)];
    return times * last < first ? null : `the loss of run ${run} goes from ${first} to ${last}`;
  },
  set: ({ run, name, ...range }, { experiment }) =>
    outside(Number(experiment.runs[run]?.hyper[name]), range, `${name} of run ${run}`),
  straight({ run, within, length }, evidence) {
    const { point, rows } = runOf(evidence, run);
    const [start, end] = [point(0), point(-1)];
    const whole = distance(start, end);
    if (whole < length) return `the path of run ${run} is only ${whole} long`;
    let farthest = 0;
    for (let row = 1; row < rows; row += 1) farthest = Math.max(farthest, distanceToLine(point(row), start, end));
    return farthest <= within * whole ? null : `the path of run ${run} bends by ${farthest / whole} of its length`;
  },
  coordinate({ run, parameter, at = -1, ...range }, evidence) {
    const value = runOf(evidence, run).point(at)[parameter] ?? Number.NaN;
    return outside(value, range, `coordinate ${parameter} of run ${run}`);
  },
  loss: ({ run, at, of, ...range }, evidence) =>
    outside(lossAt(evidence, run, at, of), range, `the loss of run ${run}`),
  peaks({ run, ...range }, evidence) {
    const losses = lossesOf(evidence, run);
    const highest = losses.reduce((most, loss) => Math.max(most, loss), 0);
    return outside(highest / (losses[0] ?? Number.NaN), range, `the highest loss of run ${run}, over the first,`);
  },
  strides({ run, at, ...range }, evidence) {
    const { point, rows } = runOf(evidence, run);
    if (at >= rows) return `run ${run} has no update ${at}`;
    return outside(distance(point(at), point(at - 1)), range, `step ${at} of run ${run}`);
  },
  crosses({ run, parameter, ...range }, evidence) {
    const { point, rows } = runOf(evidence, run);
    let crossings = 0;
    for (let row = 1; row < rows; row += 1)
      if ((point(row)[parameter] ?? 0) * (point(row - 1)[parameter] ?? 0) < 0) crossings += 1;
    return outside(crossings, range, `the number of crossings of run ${run}`);
  },
  rises({ run, times: from = 1, below: to = Infinity }, evidence) {
    const losses = lossesOf(evidence, run, 'validation');
    const lowest = losses.reduce((least, loss) => Math.min(least, loss), Infinity);
    return outside((losses.at(-1) ?? Number.NaN) / lowest, { from, to }, 'the last validation loss, over the lowest,');
  },
  averages({ run, from: first, times: from = 1, below: to = Infinity }, evidence) {
    const minimum = targetOf(evidence);
    const { point, rows } = runOf(evidence, run);
    const sum = minimum.map(() => 0);
    for (let row = first; row < rows; row += 1)
      point(row).forEach((value, i) => (sum[i] = (sum[i] as number) + value / (rows - first)));
    const ratio = distance(point(-1), minimum) / distance(sum, minimum);
    return outside(ratio, { from, to }, 'the distance of the last point, over that of the mean,');
  },
};
