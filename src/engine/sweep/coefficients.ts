import { dependents, type NodeId, type StepProgram } from '../../formula';

/** What a coefficient varies along: no axis, one of them, or (`pixel`) both, so that each run needs its own in float64. */
export type VariesAlong = 'shared' | 'x' | 'y' | 'pixel';

/** A number that is computed in float64 outside the kernel. */
interface Coefficient {
  readonly node: NodeId;
  readonly along: VariesAlong;
}

/**
 * The coefficients of a rule, partitioned by what they vary along. What varies along one axis reaches the kernel as a table
 * along that axis; the kernel itself only joins the two, as in lr / (1 - beta1^t).
 * State among the coefficients that varies along both axes (NAdam's product of momenta over beta1 and momentumDecay)
 * cannot be partitioned: per-update coefficients are then computed for each run.
 */
export interface PartitionedCoefficients {
  /** The step with its coefficients divided into fixed and per-update ones: `lr` is per-update only with a schedule. */
  readonly step: StepProgram;
  readonly fixed: readonly Coefficient[];
  readonly perUpdate: readonly Coefficient[];
  /** Operations that the kernel does, each after its arguments: once per run, and at every update. */
  readonly joinFixed: readonly NodeId[];
  readonly joinPerUpdate: readonly NodeId[];
}

/**
 * @param x the hyperparameter along x, or null where the axis varies something else; `y` likewise
 * @param steady whether every update has the same rate
 */
export function partitionCoefficients(
  step: StepProgram,
  x: string | null,
  y: string | null,
  steady: boolean,
): PartitionedCoefficients {
  const { coefficients } = step;
  const lr = coefficients.hyper.get('lr');
  const states = coefficients.states.map(({ before }) => before);
  const timed = dependents(coefficients.graph, [
    coefficients.t,
    ...states,
    ...(steady || lr === undefined ? [] : [lr]),
  ]);
  const all = [...coefficients.fixed, ...coefficients.perUpdate];
  const divided: StepProgram = {
    ...step,
    coefficients: {
      ...coefficients,
      fixed: all.filter(({ from }) => !timed[from]),
      perUpdate: all.filter(({ from }) => timed[from]),
    },
  };
  const partitioner = new Partitioner(divided, { x: movedBy(step, x), y: movedBy(step, y), timed });
  return { step: divided, ...partitioner.partition() };
}

/** Which coefficient nodes depend on a hyperparameter, also through state. */
function movedBy({ coefficients }: StepProgram, hyper: string | null): boolean[] {
  const own = hyper === null ? undefined : coefficients.hyper.get(hyper);
  const inputs = new Set<NodeId>(own === undefined ? [] : [own]);
  for (;;) {
    const moved = dependents(coefficients.graph, inputs);
    const more = coefficients.states.filter(
      ({ before, initial, next }) => !inputs.has(before) && (moved[initial] || moved[next]),
    );
    if (more.length === 0) return moved;
    for (const { before } of more) inputs.add(before);
  }
}

interface Moved {
  readonly x: readonly boolean[];
  readonly y: readonly boolean[];
  readonly timed: readonly boolean[];
}

class Partitioner {
  private readonly fixed = new Map<NodeId, Coefficient>();
  private readonly perUpdate = new Map<NodeId, Coefficient>();
  private readonly joinFixed = new Set<NodeId>();
  private readonly joinPerUpdate = new Set<NodeId>();

  constructor(
    private readonly step: StepProgram,
    private readonly moved: Moved,
  ) {}

  partition(): Omit<PartitionedCoefficients, 'step'> {
    const { coefficients, states } = this.step;
    const perPixel = coefficients.states.some(({ before }) => this.isBoth(before));
    for (const node of [...states.map(({ initial }) => initial), ...coefficients.fixed.map(({ from }) => from)])
      this.need(node, false);
    for (const { from } of coefficients.perUpdate) {
      if (perPixel && this.isBoth(from)) this.perUpdate.set(from, { node: from, along: 'pixel' });
      else this.need(from, true);
    }
    const inOrder = (nodes: ReadonlySet<NodeId>) => [...nodes].sort((a, b) => a - b);
    return {
      fixed: [...this.fixed.values()],
      perUpdate: [...this.perUpdate.values()],
      joinFixed: inOrder(this.joinFixed),
      joinPerUpdate: inOrder(this.joinPerUpdate),
    };
  }

  private isBoth(node: NodeId): boolean {
    return this.moved.x[node] === true && this.moved.y[node] === true;
  }

  /** @param during whether the node is needed at an update, where `lr` is that of the update, or before the first one */
  private need(id: NodeId, during: boolean): void {
    const node = this.step.coefficients.graph.node(id);
    if (node.kind === 'constant') return;
    const changes = during && this.moved.timed[id] === true;
    if (!this.isBoth(id)) {
      const along = this.moved.x[id] ? 'x' : this.moved.y[id] ? 'y' : 'shared';
      (changes ? this.perUpdate : this.fixed).set(id, { node: id, along });
      return;
    }
    if (node.kind !== 'apply') throw new RangeError(`input ${node.name} is on both axes`);
    (changes ? this.joinPerUpdate : this.joinFixed).add(id);
    for (const arg of node.args) this.need(arg, during);
  }
}
