import { int, type SweepWork, type Uniform } from '../gpu/work';
import { sweepOnCpu } from './kernel.cpu';
import type { SweepLayout } from './layout';
import type { Grid, SweepPlan } from './plan';
import { watchOf } from './watch';

/** What all draws of a sweep share. */
export interface SweepProgram {
  readonly sweep: SweepPlan;
  readonly layout: SweepLayout;
  /** Text of the shader. */
  readonly source: string;
  /** Runs a texel: one, as sweep/summary.ts has it, or some neighbours of a row, of which it holds the losses alone. */
  readonly runs: number;
}

/** Some of the runs of a sweep, as one draw. */
export interface SweepDraw extends SweepWork, SweepProgram {
  readonly grid: Grid;
  /** First texel of the draw, row by row. */
  readonly first: number;
}

/** The draw of `count` texels of a grid from texel `first` on. */
export function sweepDraw(program: SweepProgram, grid: Grid, first: number, count: number): SweepDraw {
  const part = { grid, first, count };
  return {
    kernel: 'sweep',
    ...program,
    ...part,
    uniforms: uniformsOf(program, part),
    computeOnCpu: (values) => sweepOnCpu({ ...program, ...part }, values),
  };
}

function uniformsOf(
  { sweep: { plan, run } }: SweepProgram,
  { grid, first, count }: { readonly grid: Grid; readonly first: number; readonly count: number },
): Uniform[] {
  const { rounds, stay, stops } = watchOf(run.updates);
  return [
    int('texels', count),
    int('firstTexel', first),
    int('gridWidth', grid.width),
    int('updates', run.updates),
    int('stay', stay),
    { name: 'rounds', type: 'int', values: [...rounds] },
    { name: 'stopRows', type: 'int', values: stops.map(({ row }) => row) },
    { name: 'stopSlots', type: 'int', values: stops.map(({ slot }) => slot) },
    ...(plan.data ? [int('samples', plan.data.size)] : []),
  ];
}
