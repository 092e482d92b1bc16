import { defaultRanges } from '../../experiment';
import type { ParameterView, ProblemChoice } from '../../experiment/core/types';

/** The view along one or two parameters in their default ranges, the others at the values in `held`. */
export function viewAlong(choice: ProblemChoice, axes: readonly number[], held: readonly number[]): ParameterView {
  const ranges = defaultRanges(choice);
  const [first = 0, second] = axes;
  const rangeOf = (parameter: number) => {
    const range = ranges[parameter];
    if (!range) throw new RangeError(`no parameter ${parameter}`);
    return range;
  };
  const x = rangeOf(first);
  if (second === undefined) return { kind: 'curve', axes: [first], x, y: [0, 1], held };
  return { kind: 'plane', axes: [first, second], x, y: rangeOf(second), held };
}

/** The problem's default view: its first two parameters, the others held in the middle of their range. */
export function defaultView(choice: ProblemChoice): ParameterView {
  const ranges = defaultRanges(choice);
  const held = ranges.map(([low, high]) => (low + high) / 2);
  return viewAlong(choice, ranges.length > 1 ? [0, 1] : [0], held);
}
