import { addExpression, Code, Graph, parseExpression, type NodeId } from '../../formula';
import type { Experiment } from '../../experiment/core/types';
import { problemOf } from '../../experiment';
import { minimumByNewtonStep } from '../loss/newton';
import type { Plan } from '../plan/types';

/** Most steps of Newton's method, which doubles its correct digits at every step where it converges. */
const MAX_NEWTON_STEPS = 50;

/** Known minima as formulas, because a sweep may vary the constants that they depend on. */
export interface MinimaProgram {
  readonly graph: Graph;
  /** Input nodes: the constants of the loss, in its order, or the coordinates of the minima that were found. */
  readonly inputs: readonly NodeId[];
  /** Whether the inputs are the constants of the loss. */
  readonly ofConstants: boolean;
  /** The inputs' values in the experiment. */
  readonly values: Float64Array;
  /** minima x parameters. */
  readonly points: readonly (readonly NodeId[])[];
}

/**
 * The minima of the catalogue; those that the plan found of a typed loss, unless an axis varies a constant, which moves
 * them; for data, the one that Newton's method finds from the start.
 */
export function minimaProgram(
  experiment: Experiment,
  plan: Plan,
  start: ArrayLike<number>,
  variesConstant: boolean,
): MinimaProgram {
  const graph = new Graph();
  const problem = problemOf(experiment.problem);
  if (problem?.kind === 'function' && plan.kind === 'function') {
    const names = plan.loss.others;
    const inputs = names.map((name) => graph.input(name));
    const node = (text: string) =>
      addExpression(graph, parseExpression(text, names), (name) => inputs[names.indexOf(name)]);
    return {
      graph,
      inputs,
      ofConstants: true,
      values: plan.constants,
      points: problem.minima.map((point) => point.map(node)),
    };
  }
  const found = plan.kind === 'function' ? (variesConstant ? [] : plan.minima) : newtonLimit(plan, start);
  const points = found.map((point, k) => point.map((_, i) => graph.input(`found ${k * point.length + i}`)));
  return { graph, inputs: points.flat(), ofConstants: false, values: Float64Array.from(found.flat()), points };
}

/** Values of the minima for values of the inputs. */
export function minimaAt({ graph, inputs, points }: MinimaProgram, values: ArrayLike<number>): number[][] {
  const code = new Code(graph, [points.flat()]);
  const registers = code.registers('float64');
  inputs.forEach((node, i) => (registers[node] = values[i] as number));
  code.run(registers);
  return points.map((point) => point.map((node) => registers[node] as number));
}

/** The minimum to which Newton's method converges; none where a Hessian is not positive definite. */
function newtonLimit(plan: Plan, start: ArrayLike<number>): number[][] {
  let point = Array.from(start);
  for (let step = 0; step < MAX_NEWTON_STEPS; step += 1) {
    const next = minimumByNewtonStep(plan, point);
    if (!next) return [];
    const moved = Math.max(
      ...next.map((value, i) => Math.abs(value - (point[i] as number)) / Math.max(1, Math.abs(value))),
    );
    point = next;
    if (moved < 1e-12) return [point];
  }
  return [];
}
