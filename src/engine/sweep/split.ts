import { dependents, type NodeId, type StepProgram } from '../../formula';

/**
 * What a number of a rule's schedule changes along: neither axis, one of them, or (`pixel`) both in a way that must be
 * computed in float64 for each run.
 */
export type Along = 'shared' | 'x' | 'y' | 'pixel';

/** A number computed in float64 outside the kernel. */
interface HandedNumber {
  readonly node: NodeId;
  readonly along: Along;
}

/**
 * A rule's schedule, cut where the two axes of a sweep meet: what changes along one axis is handed to the kernel as a
 * table along that axis, and only the operations that join the two are left to it, such as lr / (1 - beta1^t).
 * State of the schedule that changes along both (NAdam's product of momenta over beta1 and momentumDecay) cannot be cut:
 * what an update needs is then computed for each run.
 */
export interface SplitSchedule {
  /** The step with its schedule's numbers divided anew: `lr` changes with `t` only if the rate has a schedule. */
  readonly step: StepProgram;
  readonly fixed: readonly HandedNumber[];
  readonly timed: readonly HandedNumber[];
  /** Operations left to the kernel, in the order in which they can be computed: once a run, and at every update. */
  readonly joinFixed: readonly NodeId[];
  readonly joinTimed: readonly NodeId[];
}

/**
 * @param x hyperparameter along x, or null if that axis is none; `y` alike
 * @param steady whether every update has the same rate
 */
export function splitSchedule(step: StepProgram, x: string | null, y: string | null, steady: boolean): SplitSchedule {
  const { coefficients } = step;
  const lr = coefficients.hyper.get('lr');
  const states = coefficients.states.map(({ before }) => before);
  const timed = dependents(coefficients.graph, [
    coefficients.t,
    ...states,
    ...(steady || lr === undefined ? [] : [lr]),
  ]);
  const handed = [...coefficients.fixed, ...coefficients.perUpdate];
  const divided: StepProgram = {
    ...step,
    coefficients: {
      ...coefficients,
      fixed: handed.filter(({ from }) => !timed[from]),
      perUpdate: handed.filter(({ from }) => timed[from]),
    },
  };
  const cutter = new Cutter(divided, { x: movedBy(step, x), y: movedBy(step, y), timed });
  return { step: divided, ...cutter.cut() };
}

/** Nodes of the schedule that a hyperparameter moves, through its state as well. */
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

class Cutter {
  private readonly fixed = new Map<NodeId, HandedNumber>();
  private readonly timed = new Map<NodeId, HandedNumber>();
  private readonly joinFixed = new Set<NodeId>();
  private readonly joinTimed = new Set<NodeId>();

  constructor(
    private readonly step: StepProgram,
    private readonly moved: Moved,
  ) {}

  cut(): Omit<SplitSchedule, 'step'> {
    const { coefficients, states } = this.step;
    const perPixel = coefficients.states.some(({ before }) => this.isBoth(before));
    for (const node of [...states.map(({ initial }) => initial), ...coefficients.fixed.map(({ from }) => from)])
      this.need(node, false);
    for (const { from } of coefficients.perUpdate) {
      if (perPixel && this.isBoth(from)) this.timed.set(from, { node: from, along: 'pixel' });
      else this.need(from, true);
    }
    const inOrder = (nodes: ReadonlySet<NodeId>) => [...nodes].sort((a, b) => a - b);
    return {
      fixed: [...this.fixed.values()],
      timed: [...this.timed.values()],
      joinFixed: inOrder(this.joinFixed),
      joinTimed: inOrder(this.joinTimed),
    };
  }

  private isBoth(node: NodeId): boolean {
    return this.moved.x[node] === true && this.moved.y[node] === true;
  }

  /** @param during whether the number is needed at an update, where `lr` is that update's, or before the first. */
  private need(id: NodeId, during: boolean): void {
    const node = this.step.coefficients.graph.node(id);
    if (node.kind === 'constant') return;
    const changes = during && this.moved.timed[id] === true;
    if (!this.isBoth(id)) {
      const along = this.moved.x[id] ? 'x' : this.moved.y[id] ? 'y' : 'shared';
      (changes ? this.timed : this.fixed).set(id, { node: id, along });
      return;
    }
    if (node.kind !== 'apply') throw new RangeError(`input ${node.name} is on both axes`);
    (changes ? this.joinTimed : this.joinFixed).add(id);
    for (const arg of node.args) this.need(arg, during);
  }
}
