import type { Dataset } from '../../catalogue';
import type { Plan } from '../plan/types';
import type { RowLayout } from './shaders';
import { texelsFor } from './texels';

/** Runs of a plan that share a rule and dropout, and so a program. */
export interface Group {
  /** Its `training` is what these runs descend. */
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
  /** Rows a run. */
  readonly count: number;
  /** Updates from the chunk's start to the first row, and from each row to the next. */
  readonly lead: number;
  readonly stride: number;
  /** Which of the rows in the State table is where the chunk starts. Rows of one update lie together. */
  readonly stateRow: number;
  /** Updates from that row to the next one in the table that a walk may begin at; `count` where there is none. */
  readonly spacing: number;
}

/** What both kernels of an update that is drawn on its own know of it (split/shaders.ts). */
interface OneUpdate {
  readonly group: Group;
  /** Number of the update, from 0. */
  readonly update: number;
  /** Where the row before it stands in the State table, of each run. */
  readonly before: number;
  /** Slices of a batch whose gradients are added up on their own. */
  readonly slices: number;
}

export interface GradientWork extends OneUpdate {
  readonly kernel: 'gradient';
  /** Which of the rule's gradient calls. */
  readonly call: number;
}

export interface UpdateWork extends OneUpdate {
  readonly kernel: 'update';
}

/** Puts rows that were made one by one together into a chunk. */
interface RowsWork {
  readonly kernel: 'rows';
  readonly group: Group;
  readonly count: number;
}

export interface LossesWork {
  readonly kernel: 'losses';
  readonly group: Group;
  /** The samples that the loss is averaged over, which the Samples table holds. */
  readonly data: Dataset;
  /** Rows in the State table. */
  readonly rows: number;
}

export interface LandscapeWork {
  readonly kernel: 'landscape';
  readonly ground: Pick<Plan, 'loss' | 'constants' | 'data'>;
  readonly width: number;
  readonly height: number;
  /** point = origin + u*along + v*up, u and v from 0 to 1; one number per parameter each. */
  readonly origin: readonly number[];
  readonly along: readonly number[];
  readonly up: readonly number[];
}

/** Some of the runs of a sweep. sweep/work.ts makes it, with all that the kernels need of it. */
export interface SweepWork {
  readonly kernel: 'sweep';
  /** Texels that the result fills. */
  readonly count: number;
  /** Text of the shader, the same for every draw of a sweep. */
  readonly source: string;
  readonly uniforms: readonly Uniform[];
  /** Computes the same texels with float32 registers, four numbers each, into `values`. */
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

/** Texels that the result of some work fills. */
export function resultTexels(work: Work): number {
  switch (work.kernel) {
    case 'trajectory':
    case 'rows':
      return work.group.members.length * work.count * work.group.layout.texels;
    case 'gradient':
      return work.group.members.length * texelsFor(work.group.layout.parameters) * work.slices;
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
