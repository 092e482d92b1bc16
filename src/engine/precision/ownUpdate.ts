import { isShortFormat, type ShortFormat } from '../../experiment/core/precision';
import { Stepper } from '../float64/stepper';
import type { Graph, NodeId, Registers } from '../../formula';
import type { Plan, RunPlan } from '../plan/types';
import { pointAtRow, stateAt } from '../trace/rows';
import type { RunTrace } from '../trace/types';
import { roundTo, unitAt } from './rounding';

/** One parameter in an update of a run in a format of 16 bits. */
export interface OwnUpdate {
  readonly parameter: string;
  /** The parameter before the update. */
  readonly value: number;
  /** What the run's own rule was to add to it, before the sum was rounded. */
  readonly update: number;
  /** By how much it changed the parameter. */
  readonly move: number;
  /** The distance from the value to the next number of the format in the direction of the update. */
  readonly gap: number;
}

/** The format whose numbers the parameters of a run are, if it is one of 16 bits; a master copy's are float32. */
export function shortFormatOf({ precision }: Pick<RunPlan, 'precision'>): ShortFormat | null {
  if (!precision || precision.master) return null;
  return isShortFormat(precision.format) ? precision.format : null;
}

/** What the update that led to a row was for each parameter, computed again in the run's own arithmetic. */
export function ownUpdate(plan: Plan, run: RunPlan, trace: RunTrace, row: number, format: ShortFormat): OwnUpdate[] {
  const before = pointAtRow(trace, row - 1);
  const after = pointAtRow(trace, row);
  const stepper = new Stepper(plan, run, 'float32');
  stepper.theta.set(before);
  stepper.state.set(stateAt(trace, row - 1));
  stepper.advance(row - 1);
  const { step: graph, nextTheta, theta } = run.step;
  return nextTheta.map((next, i) => {
    const value = before[i] as number;
    const move = (after[i] as number) - value;
    const update = changesFrom(graph, stepper.registers, theta[i] as NodeId)(next) ?? move;
    return { parameter: plan.parameters[i] ?? '', value, update, move, gap: gapBeside(format, value, update) };
  });
}

type Change = (id: NodeId) => number | null;

/** `changeOf` for one parameter. It visits each node once: a loop's turns use one another's nodes several times. */
function changesFrom(graph: Graph, registers: Registers, theta: NodeId): Change {
  const found = new Map<NodeId, number | null>([[theta, 0]]);
  const changed: Change = (id) => {
    const known = found.get(id);
    if (known !== undefined) return known;
    const change = changeOf(graph, registers, id, changed);
    found.set(id, change);
    return change;
  };
  return changed;
}

/**
 * By how much a node differs from the parameter that it is computed from, without the rounding of that sum itself. Null for a
 * node that does not lead back to the parameter.
 * @param changed the same of the nodes that it is computed from
 */
function changeOf(graph: Graph, registers: Registers, id: NodeId, changed: Change): number | null {
  const node = graph.node(id);
  if (node.kind !== 'apply') return null;
  const [first = id, second = id, third = id] = node.args;
  const valueOf = (arg: NodeId) => registers[arg] as number;
  const plus = (change: number | null, more: number) => (change === null ? null : change + more);
  switch (node.operator) {
    case 'sub':
      return plus(changed(first), -valueOf(second));
    case 'add':
      return plus(changed(first), valueOf(second)) ?? plus(changed(second), valueOf(first));
    case 'mul': {
      const [part, factor] = changed(first) === null ? [second, first] : [first, second];
      return plus(changed(part), valueOf(part) * (valueOf(factor) - 1));
    }
    case 'if':
      return changed(valueOf(first) === 0 ? third : second);
    case 'min':
    case 'max':
      return changed(valueOf(first) === valueOf(id) ? first : second);
    default:
      return null;
  }
}

/** Below a power of two numbers are half as far apart as above it. */
function gapBeside(format: ShortFormat, x: number, update: number): number {
  const unit = unitAt(format, x);
  const nearer = x + (Math.sign(update) * unit) / 2;
  return x * update < 0 && roundTo[format](nearer) === nearer ? unit / 2 : unit;
}
