import type { DataProblem, Setting } from '../../catalogue';
import { modelOf, problemOf, defaultRanges } from '../../experiment';
import type { ParameterView, ProblemChoice } from '../../experiment/core/types';

export function dataProblemOf(choice: ProblemChoice): DataProblem | null {
  const entry = problemOf(choice);
  return entry?.kind === 'data' ? entry : null;
}

interface Settings {
  readonly settings: Readonly<Record<string, Setting>>;
  readonly values: Readonly<Record<string, number>>;
}

/** What can be set about a problem, and to what it is set; of given data, how they are fitted. */
export function settingsOf(choice: ProblemChoice): Settings {
  const entry = problemOf(choice);
  if (choice.kind === 'function' && entry?.kind === 'function')
    return { settings: entry.constants, values: choice.constants };
  if (choice.kind === 'data' && entry?.kind === 'data')
    return { settings: choice.userData ? ofModel(entry) : entry.settings, values: choice.settings };
  return { settings: {}, values: {} };
}

const ofModel = ({ settings, modelSettings }: DataProblem): Settings['settings'] =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => modelSettings.includes(name)));

/** The loss as it is written, and the names of its parameters; for data the loss of one sample. */
export function lossTextOf(choice: ProblemChoice): string {
  if (choice.kind === 'custom') return choice.loss;
  if (choice.kind === 'data') return modelOf(choice).loss;
  const entry = problemOf(choice);
  return entry?.kind === 'function' ? entry.loss : '';
}

/** The view over two of the parameters (or the only one), the others held where they are. */
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

/** The problem's own view: its first two parameters, the others held in the middle of their range. */
export function ownView(choice: ProblemChoice): ParameterView {
  const ranges = defaultRanges(choice);
  const held = ranges.map(([low, high]) => (low + high) / 2);
  return viewAlong(choice, ranges.length > 1 ? [0, 1] : [0], held);
}
