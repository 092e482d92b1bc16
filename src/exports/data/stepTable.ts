import type { Inspection, NamedValue } from '../../engine/float64/types';
import { toJson } from '../../experiment';
import type { Experiment } from '../../experiment/core/types';
import { lossFact } from './facts';
import type { Cell, DataTable } from './table';

/** Every quantity of one update of one run, in float64, in the order of the rule: one row for each number. */
export function stepTable(
  { run, step, before, lines, hyper, gradient, fullGradient, batch }: Inspection,
  parameters: readonly string[],
  experiment: Experiment,
): DataTable {
  const gradients: NamedValue[] = [
    { name: 'full', values: fullGradient },
    ...(batch ? [{ name: 'batch', values: gradient }] : []),
  ];
  return {
    kind: 'step',
    facts: [
      ['engine', 'float64, from the point that the run had reached'],
      lossFact(experiment.problem),
      ['run', `${run + 1}, ${experiment.runs[run]?.optimizer ?? ''}`],
      ['update', String(step)],
      ...(batch ? [['samples of the batch, from 0', batch.join(' ')] as const] : []),
    ],
    experiment: toJson(experiment),
    columns: [
      {
        name: 'part',
        unit: 'word',
        about: 'hyper: as used in this update; before: where it starts; gradient: there; line: of the rule, in order',
      },
      { name: 'quantity', unit: 'word', about: 'name in the rule' },
      {
        name: 'parameter',
        unit: 'word',
        about: 'the parameter that it belongs to; none where it is one number for all',
      },
      { name: 'value', unit: '1', about: 'the number' },
    ],
    rows: [
      ...Object.entries(hyper).map(([name, value]): Cell[] => ['hyper', name, null, value]),
      ...rowsOf('before', before, parameters),
      ...rowsOf('gradient', gradients, parameters),
      ...rowsOf('line', lines, parameters),
    ],
  };
}

const rowsOf = (part: string, quantities: readonly NamedValue[], parameters: readonly string[]): Cell[][] =>
  quantities.flatMap(({ name, values }) =>
    values.map((value, i) => [part, name, values.length === parameters.length ? (parameters[i] ?? null) : null, value]),
  );
