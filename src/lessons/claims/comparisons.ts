import { distance, gap } from './geometry';
import { lossAt, lossesOf, outside, runOf } from './readings';
import type { Judges } from './judges';

/** Judges of claims about several runs. */
export const comparisons: Judges<'together' | 'apart' | 'lower' | 'lowest' | 'ratio' | 'smaller' | 'nearer'> = {
  together({ runs: [a, b], until = Infinity, within }, evidence) {
    const [one, other] = [runOf(evidence, a), runOf(evidence, b)];
    const rows = Math.min(one.rows, other.rows, until + 1);
    for (let row = 0; row < rows; row += 1) {
      const apart = gap(one.point(row), other.point(row));
      if (!(apart <= within)) return `runs ${a} and ${b} are ${apart} apart at update ${row}`;
    }
    return null;
  },
  apart({ runs: [a, b], at = -1, by }, evidence) {
    const far = distance(runOf(evidence, a).point(at), runOf(evidence, b).point(at));
    return far > by ? null : `runs ${a} and ${b} are only ${far} apart`;
  },
  lower({ run, than, at, times = 1, of }, evidence) {
    const row = at === 'lowest' ? -1 : at;
    const losses = lossesOf(evidence, run, of);
    const one =
      at === 'lowest'
        ? losses.reduce((least, loss) => Math.min(least, loss), Infinity)
        : lossAt(evidence, run, row, of);
    const other = lossAt(evidence, than, row, of);
    return one * times < other ? null : `run ${run} has ${one}, run ${than} ${other}`;
  },
  lowest({ run, among, at, of }, evidence) {
    const own = lossAt(evidence, run, at, of);
    const others = among ?? evidence.runs.map((_, index) => index);
    // Not `loss < own`: a loss that is no number is not below any.
    const below = others.filter((other) => other !== run && !(own < orInfinity(lossAt(evidence, other, at, of))));
    return below.length === 0 ? null : `run ${run} is not below runs ${below.join(', ')}`;
  },
  ratio: ({ run, over, at, of, ...range }, evidence) =>
    outside(
      lossAt(evidence, run, at, of) / lossAt(evidence, over, at, of),
      range,
      `the loss of run ${run}, over that of run ${over},`,
    ),
  smaller({ run, than, times = 1 }, evidence) {
    const [one, other] = [
      Math.hypot(...runOf(evidence, run).point(-1)),
      Math.hypot(...runOf(evidence, than).point(-1)),
    ];
    return one * times < other ? null : `run ${run} ends ${one} from 0, run ${than} ${other}`;
  },
  nearer({ run, than, to, at }, evidence) {
    const [one, other] = [distance(runOf(evidence, run).point(at), to), distance(runOf(evidence, than).point(at), to)];
    return one < other ? null : `run ${run} is ${one} away, run ${than} ${other}`;
  },
};

const orInfinity = (value: number): number => (Number.isNaN(value) ? Infinity : value);
