import { Code, compileLoss, parseExpression, type LossProgram } from '../../formula';
import { limits } from './limits';
import type { CustomChoice } from './types';

/** Half-widths of the boxes around a point in which starts are looked for, in this order: not too near to a minimum. */
const BOXES = [2, 0.5, 10, 100, 1000];
const POINTS_PER_BOX = 24;
/** A gradient below this share of the loss and 1 may be that of a minimum, up to rounding. */
const LEVEL = 1e-6;

type Point = readonly number[];

/** How good a start is: a loss that descends from it, one at a point without slope, or none. */
type Quality = 'good' | 'level' | 'undefined';

/**
 * A point from which a run on a function has somewhere to go: its loss and gradient are numbers, and the gradient is not 0.
 * The first such point of some preferred ones, else of points around the first of them. If there is none, the first point
 * with a finite loss; null if there is none of these either.
 * @param constants in the order of `program.others`
 * @param domain the box that the parameters are kept in, if there is one
 */
export function usableStart(
  program: LossProgram,
  constants: ArrayLike<number>,
  preferred: readonly Point[],
  domain: readonly (readonly [number, number])[] | null = null,
): Point | null {
  const qualityOf = judge(program, constants);
  const [first = program.parameters.map(() => 0)] = preferred;
  const isAllowed = (point: Point) =>
    domain?.every(([low, high], i) => (point[i] as number) >= low && (point[i] as number) <= high) ?? true;
  let level: Point | null = null;
  for (const point of [...preferred, ...pointsAround(first)].filter(isAllowed)) {
    const quality = qualityOf(point);
    if (quality === 'good') return point;
    if (quality === 'level') level ??= point;
  }
  return level;
}

function judge(program: LossProgram, constants: ArrayLike<number>): (point: Point) => Quality {
  const { graph, loss, gradient, parameters, others } = program;
  const code = new Code(graph, [[loss, ...gradient]]);
  const registers = code.registers('float64');
  others.forEach((name, i) => (registers[graph.input(name)] = constants[i] as number));
  return (point) => {
    parameters.forEach((name, i) => (registers[graph.input(name)] = point[i] as number));
    code.run(registers);
    const value = registers[loss] as number;
    const slope = Math.hypot(...gradient.map((node) => registers[node] as number));
    if (!Number.isFinite(value)) return 'undefined';
    if (!Number.isFinite(slope)) return 'undefined';
    return slope > LEVEL * Math.max(1, Math.abs(value)) ? 'good' : 'level';
  };
}

/** Points that fill boxes around a centre evenly, of few digits, within the limits of a start. */
function* pointsAround(centre: Point): Generator<Point> {
  const steps = evenSteps(centre.length);
  const { min, max } = limits.coordinate;
  for (const half of BOXES) {
    for (let k = 1; k <= POINTS_PER_BOX; k += 1)
      yield centre.map((x, i) => {
        const share = (0.5 + k * (steps[i] as number)) % 1;
        return Math.min(max, Math.max(min, Number((x + half * (2 * share - 1)).toPrecision(2))));
      });
  }
}

/**
 * Steps of a sequence that fills a box of any dimension evenly: the powers of the root of g^(n+1) = g + 1. M. Roberts, "The
 * unreasonable effectiveness of quasirandom sequences" (2018).
 */
function evenSteps(dimensions: number): number[] {
  let root = 2;
  for (let i = 0; i < 60; i += 1) root = (1 + root) ** (1 / (dimensions + 1));
  return Array.from({ length: dimensions }, (_, i) => root ** -(i + 1));
}

/** The same for a typed loss; the first preferred point if there is no usable one. */
export function startOf(
  { loss, parameters, constants = {} }: CustomChoice,
  preferred: readonly [Point, ...Point[]],
): Point {
  const names = Object.keys(constants);
  const program = compileLoss(parseExpression(loss, [...parameters, ...names]), parameters, names);
  return usableStart(program, Object.values(constants), preferred) ?? preferred[0];
}
