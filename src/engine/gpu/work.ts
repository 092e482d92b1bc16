import type { Dataset } from '../../catalogue';
import type { LossProgram, StepProgram } from '../../formula';
import type { LossSource } from '../loss/source';
import type { Plan } from '../plan/types';
import type { RowLayout } from './shaders';
import type { Grid } from '../view/grid';

/** Runs of a plan with the same rule and dropout, which share a program. */
export interface Group {
  /** Its `training` is the training loss of these runs. */
  readonly plan: Plan;
  /** Indices into `plan.runs`. */
  readonly members: readonly number[];
  readonly layout: RowLayout;
  readonly updates: number;
}

export interface TrajectoryWork {
  readonly kernel: 'trajectory';
  readonly group: Group;
  /** First update of the chunk, from 0. */
  readonly first: number;
  /** Rows per run. */
  readonly count: number;
  /** Updates from the chunk's start to the first row, and from each row to the next. */
  readonly lead: number;
  readonly stride: number;
  /** The row of the State table that the chunk starts from. Rows of one update lie together. */
  readonly stateRow: number;
  /** Rows from one checkpoint to the next; `count` where the start is the only one. */
  readonly spacing: number;
}

/** What both kernels of a two-pass update need (twoPass/shaders.ts). */
interface TwoPassUpdate {
  readonly group: Group;
  /** Number of the update, from 0. */
  readonly update: number;
  /** The row of the State table before this update. */
  readonly before: number;
  /** Parts of a batch whose gradients are summed separately. */
  readonly batchSlices: number;
}

export interface GradientWork extends TwoPassUpdate {
  readonly kernel: 'gradient';
  /** Texels of the result of one slice. */
  readonly texels: number;
  /** Which of the rule's gradient calls. */
  readonly call: number;
}

export interface UpdateWork extends TwoPassUpdate {
  readonly kernel: 'update';
}

/** Merges rows of single updates into a chunk. */
interface RowsWork {
  readonly kernel: 'rows';
  readonly group: Group;
  readonly count: number;
}

export interface LossesWork {
  readonly kernel: 'losses';
  readonly group: Group;
  /** The samples of the Samples table, over which the loss is averaged. */
  readonly data: Dataset;
  /** Rows in the State table. */
  readonly rows: number;
}

export interface LandscapeWork extends Grid {
  readonly kernel: 'landscape';
  readonly fullLoss: LossSource;
}

/** Some of the runs of a sweep, with all that the kernels need (made by sweep/work.ts). */
export interface SweepWork {
  readonly kernel: 'sweep';
  /** Texels of the result. */
  readonly count: number;
  /** The program of the rule that the shader contains. */
  readonly step: StepProgram;
  /** The loss that the rule descends. */
  readonly training: LossProgram;
  /** The shader, the same for every draw of a sweep. */
  readonly source: string;
  readonly uniforms: readonly Uniform[];
  /** Computes the same texels on the CPU in float32, four numbers each, into `values`. */
  readonly computeOnCpu: (values: Float32Array) => Float32Array;
}

/** A number or an array of numbers that a shader reads. */
export interface Uniform {
  readonly name: string;
  readonly type: 'int' | 'float';
  readonly values: number[];
}

export const int = (name: string, value: number): Uniform => ({ name, type: 'int', values: [value] });

export type Work = TrajectoryWork | GradientWork | UpdateWork | RowsWork | LossesWork | LandscapeWork | SweepWork;

/** Texels of the result of some work. */
export function resultTexels(work: Work): number {
  switch (work.kernel) {
    case 'trajectory':
    case 'rows':
      return work.group.members.length * work.count * work.group.layout.texels;
    case 'gradient':
      return work.group.members.length * work.texels * work.batchSlices;
    case 'update':
      return work.group.members.length * work.group.layout.texels;
    case 'losses':
      return Math.ceil(work.rows / 4);
    case 'landscape':
      return Math.ceil(work.width / 4) * work.height;
    case 'sweep':
      return work.count;
  }
}
