import { int, type SweepWork, type Uniform } from '../gpu/work';
import { sweepOnCpu } from './kernel.cpu';
import type { SweepLayout } from './layout';
import type { Grid, SweepPlan } from './plan';
import { keptRowsOf } from './keptRows';

/** What all draws of a sweep have in common. */
export interface SweepProgram {
  readonly sweep: SweepPlan;
  readonly layout: SweepLayout;
  /** The text of the shader. */
  readonly source: string;
  /** Runs per texel: one with its summary, or several neighbours of a row with only their losses. */
  readonly runs: number;
}

/** The work of one draw of a sweep. */
export interface SweepDraw extends SweepWork, SweepProgram {
  readonly grid: Grid;
  /** The first texel of the draw; texels count row by row. */
  readonly first: number;
}

/** The draw of `count` texels of a grid, from texel `first` on. */
export function sweepDraw(program: SweepProgram, grid: Grid, first: number, count: number): SweepDraw {
  const part = { grid, first, count };
  return {
    kernel: 'sweep',
    ...program,
    ...part,
    step: program.sweep.coefficients.step,
    training: program.sweep.plan.training,
    uniforms: uniformsOf(program, part),
    computeOnCpu: (values) => sweepOnCpu({ ...program, ...part }, values),
  };
}

function uniformsOf(
  { sweep: { plan, run } }: SweepProgram,
  { grid, first, count }: { readonly grid: Grid; readonly first: number; readonly count: number },
): Uniform[] {
  const { rounds, stay, kept } = keptRowsOf(run.updates);
  return [
    int('texels', count),
    int('firstTexel', first),
    int('gridWidth', grid.width),
    int('updates', run.updates),
    int('stay', stay),
    { name: 'rounds', type: 'int', values: [...rounds] },
    { name: 'stopRows', type: 'int', values: kept.map(({ row }) => row) },
    { name: 'stopSlots', type: 'int', values: kept.map(({ slot }) => slot) },
    ...(plan.kind === 'data' ? [int('samples', plan.data.size)] : []),
  ];
}
