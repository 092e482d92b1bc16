import { FormulaError } from './errors';
import type { Derivative } from './curvature';
import { Graph, dependents } from './graph';
import { matrixFunctions } from './matrixFunctions';
import type { NodeId } from './node';
import type { Rule } from './rule';
import { layersAmong, type Tensor } from './tensor';
import { parameterInputNames, namedConstants, type Expression, type SpecialName } from './syntax';

/** One evaluation of the problem inside a step: of what, at which point, and the input nodes that take its results. */
interface ProblemCall {
  readonly of: Derivative;
  readonly point: readonly NodeId[];
  /** The vector that the Hessian is multiplied with; empty unless the call is for that product. */
  readonly direction: readonly NodeId[];
  /** One input for each parameter: the gradient, the product, or the Hessian's diagonal. */
  readonly result: readonly NodeId[];
  /** Whether the rule reads these; false where it reads the loss alone. */
  readonly isRead: boolean;
  /** Of a call for the gradient where the rule reads the loss there, otherwise null. */
  readonly loss: NodeId | null;
}

/** What a call is evaluated at: the point, then the direction. */
export const callArguments = ({ point, direction }: Pick<ProblemCall, 'point' | 'direction'>): readonly NodeId[] => [
  ...point,
  ...direction,
];

/**
 * One update of a rule for a number of parameters, as straight-line programs.
 *
 * `step` computes what depends on the parameters; `coefficients` what depends on `t` and hyperparameters alone. The
 * coefficients are computed in float64 outside the kernel and enter the step as numbers: `fixed` ones once a run,
 * `perUpdate` ones at every update.
 */
export interface StepProgram {
  readonly rule: Rule;
  readonly parameterCount: number;
  readonly step: Graph;
  /** In the order in which they happen. */
  readonly calls: readonly ProblemCall[];
  /** Inputs: the parameters before the update. */
  readonly theta: readonly NodeId[];
  /** State that is kept per parameter, in the rule's order. */
  readonly states: readonly VectorState[];
  readonly nextTheta: readonly NodeId[];
  /** Every assignment in order, for reading a step number by number. A coefficient has a single node. */
  readonly lines: readonly { readonly name: string; readonly value: Value }[];
  readonly coefficients: CoefficientProgram;
  /** Numbers of each parameter that come from outside the rule; only those that it reads. */
  readonly parameterInputs: readonly ParameterInput[];
}

/** Whether the rule reads the loss somewhere: every call for the gradient then computes it too. */
export const readsLoss = ({ calls }: Pick<StepProgram, 'calls'>): boolean => calls.some(({ loss }) => loss !== null);

/** Inputs that are filled in once a run, in the order of their table: coefficients, then parameter inputs. */
export const fixedInputs = ({
  coefficients,
  parameterInputs,
}: Pick<StepProgram, 'coefficients' | 'parameterInputs'>): NodeId[] => [
  ...coefficients.fixed.map(({ to }) => to),
  ...parameterInputs.flatMap(({ perUpdate, nodes }) => (perUpdate ? [] : nodes)),
];

/** Inputs that are filled in at every update, in the order of their table. */
export const updateInputs = ({
  coefficients,
  parameterInputs,
}: Pick<StepProgram, 'coefficients' | 'parameterInputs'>): NodeId[] => [
  ...coefficients.perUpdate.map(({ to }) => to),
  ...parameterInputs.flatMap(({ perUpdate, nodes }) => (perUpdate ? nodes : [])),
];

/** `low` and `high` are the bounds of the problem's domain, a box; `parameterInputNames` explains the others. */
export type ParameterInputName = (typeof parameterInputNames)[number] | 'low' | 'high';

interface ParameterInput {
  readonly name: ParameterInputName;
  /** Only `noise` differs from one update to the next. */
  readonly perUpdate: boolean;
  /** One input for each parameter. */
  readonly nodes: readonly NodeId[];
}

interface VectorState {
  readonly name: string;
  /** Coefficient node of its first value. */
  readonly initial: NodeId;
  readonly before: readonly NodeId[];
  readonly next: readonly NodeId[];
}

/** The part of a rule that depends on `t` and hyperparameters alone. */
interface CoefficientProgram {
  readonly graph: Graph;
  /** Input nodes, by hyperparameter. `lr` is the rate of this update; in initial values, the rate before any schedule. */
  readonly hyper: ReadonlyMap<string, NodeId>;
  readonly t: NodeId;
  /** State that depends on `t` and hyperparameters alone, such as NAdam's product of momenta. */
  readonly states: readonly {
    readonly name: string;
    readonly initial: NodeId;
    readonly before: NodeId;
    readonly next: NodeId;
  }[];
  /** Results that the step reads once a run. */
  readonly fixed: readonly CoefficientLink[];
  /** Results that the step reads at every update. */
  readonly perUpdate: readonly CoefficientLink[];
}

/** A node of the coefficients' graph, and the input node of the step that takes its value. */
interface CoefficientLink {
  readonly from: NodeId;
  readonly to: NodeId;
}

/** One node of the coefficients, or one node of the step for each parameter. */
export type Value =
  | { readonly kind: 'coefficient'; readonly node: NodeId }
  | { readonly kind: 'vector'; readonly nodes: readonly NodeId[] };

/**
 * Compiles a rule for `parameterCount` parameters. Throws FormulaError where a name is read before it has a value.
 * @param bounded whether the problem has a domain; without one, every point is its own projection
 * @param tensors the tensors that parameters form; a parameter is in one of them at most
 */
export function compileStep(
  rule: Rule,
  parameterCount: number,
  bounded = false,
  tensors: readonly Tensor[] = [],
): StepProgram {
  // A state is a coefficient unless a value assigned to it depends on a parameter. Repeat until no further such state is found.
  const vectors = new Set<string>();
  for (;;) {
    const compiler = new StepCompiler(rule, parameterCount, { bounded, tensors }, vectors);
    const vectorStates = compiler.run();
    if (vectorStates.length === 0) return compiler.result();
    for (const name of vectorStates) vectors.add(name);
  }
}

type SpecialExpression = Expression & { kind: 'special' };

/** The value of a name; undefined for an unknown one. */
type Resolve = (name: string) => Value | undefined;

class StepCompiler {
  private readonly step = new Graph();
  private readonly coefficients = new Graph();
  private readonly values = new Map<string, Value>();
  private readonly links = new Map<NodeId, NodeId>();
  private readonly calls: { -readonly [K in keyof ProblemCall]: ProblemCall[K] }[] = [];
  private readonly lines: { name: string; value: Value }[] = [];
  private readonly theta: NodeId[];
  private readonly t: NodeId;
  private readonly hyper: Map<string, NodeId>;
  private readonly before = new Map<string, Value>();
  private readonly parameterInputs = new Map<ParameterInputName, NodeId[]>();

  constructor(
    private readonly rule: Rule,
    private readonly count: number,
    private readonly problem: { readonly bounded: boolean; readonly tensors: readonly Tensor[] },
    private readonly vectors: ReadonlySet<string>,
  ) {
    this.theta = this.inputs('theta');
    this.t = this.coefficients.input('t');
    this.hyper = new Map(rule.hyper.map(({ name }) => [name, this.coefficients.input(name)]));
    this.values.set('theta', { kind: 'vector', nodes: this.theta });
    this.values.set('t', { kind: 'coefficient', node: this.t });
    for (const [name, node] of this.hyper) this.values.set(name, { kind: 'coefficient', node });
    for (const { name } of rule.states) {
      const value: Value = vectors.has(name)
        ? { kind: 'vector', nodes: this.inputs(name) }
        : { kind: 'coefficient', node: this.coefficients.input(`state ${name}`) };
      this.before.set(name, value);
      this.values.set(name, value);
    }
  }

  /** Compiles every line. Returns the states that turned out to be vectors although they were taken for coefficients. */
  run(): string[] {
    for (const { name, expression } of this.rule.lines) {
      const compiled = this.compile(expression);
      const value = name === 'theta' || this.vectors.has(name) ? this.lifted(compiled) : compiled;
      this.values.set(name, value);
      this.lines.push({ name, value });
    }
    return this.rule.states
      .map(({ name }) => name)
      .filter((name) => !this.vectors.has(name) && this.values.get(name)?.kind === 'vector');
  }

  result(): StepProgram {
    const states = this.rule.states.map(({ name, initial }) => ({
      name,
      initial: this.initialValue(name, initial),
      before: this.of(this.before, name),
      next: this.of(this.values, name),
    }));
    const changesWithTime = dependents(this.coefficients, [this.t, ...this.inputsOverTime()]);
    const links = [...this.links].map(([from, to]) => ({ from, to }));
    return {
      rule: this.rule,
      parameterCount: this.count,
      step: this.step,
      calls: this.calls,
      theta: this.theta,
      states: states.flatMap(({ name, initial, before, next }) =>
        before.kind === 'vector' && next.kind === 'vector'
          ? [{ name, initial, before: before.nodes, next: next.nodes }]
          : [],
      ),
      nextTheta: this.nodesOf(this.of(this.values, 'theta')),
      lines: this.lines,
      coefficients: {
        graph: this.coefficients,
        hyper: this.hyper,
        t: this.t,
        states: states.flatMap(({ name, initial, before, next }) =>
          before.kind === 'coefficient' && next.kind === 'coefficient'
            ? [{ name, initial, before: before.node, next: next.node }]
            : [],
        ),
        fixed: links.filter(({ from }) => !changesWithTime[from]),
        perUpdate: links.filter(({ from }) => changesWithTime[from]),
      },
      parameterInputs: [...this.parameterInputs].map(([name, nodes]) => ({ name, nodes, perUpdate: name === 'noise' })),
    };
  }

  /** Inputs besides `t` that change from update to update: the states, and `lr`, which may follow a schedule. */
  private inputsOverTime(): NodeId[] {
    const lr = this.hyper.get('lr');
    const states = [...this.before.values()].flatMap((value) => (value.kind === 'coefficient' ? [value.node] : []));
    return lr === undefined ? states : [lr, ...states];
  }

  private initialValue(name: string, initial: Expression): NodeId {
    const value = this.compile(initial, (key) => {
      const node = this.hyper.get(key);
      return node === undefined ? undefined : { kind: 'coefficient', node };
    });
    if (value.kind !== 'coefficient')
      throw new FormulaError('initialState', initial.at, initial.length, { found: name });
    return value.node;
  }

  private compile(expression: Expression, resolve: Resolve = (name) => this.values.get(name)): Value {
    switch (expression.kind) {
      case 'number':
        return { kind: 'coefficient', node: this.coefficients.constant(expression.value) };
      case 'name':
        return this.name(expression, resolve);
      case 'special': {
        if (expression.name === 'solve_hessian') return this.hessianSolution(expression, resolve);
        const args = expression.args.map((arg) => this.nodesOf(this.compile(arg, resolve)));
        return { kind: 'vector', nodes: this.special(expression.name, args) };
      }
      case 'apply':
        return this.apply(
          expression,
          expression.args.map((arg) => this.compile(arg, resolve)),
        );
    }
  }

  private name(expression: Expression & { kind: 'name' }, resolve: Resolve): Value {
    const value = resolve(expression.name);
    if (value) return value;
    const constant = Object.hasOwn(namedConstants, expression.name) ? namedConstants[expression.name] : undefined;
    if (constant !== undefined) return { kind: 'coefficient', node: this.coefficients.constant(constant) };
    const parameterInput = parameterInputNames.find((candidate) => candidate === expression.name);
    if (parameterInput !== undefined) return { kind: 'vector', nodes: this.parameterInputNodes(parameterInput) };
    const known = [...this.values.keys()].join(', ');
    throw new FormulaError('unknownName', expression.at, expression.length, { found: expression.name, known });
  }

  private apply({ operator }: Expression & { kind: 'apply' }, args: readonly Value[]): Value {
    const numbers = args.flatMap((arg) => (arg.kind === 'coefficient' ? [arg.node] : []));
    if (numbers.length === args.length)
      return { kind: 'coefficient', node: this.coefficients.apply(operator, ...numbers) };
    const vectors = args.map((arg) => this.nodesOf(arg));
    return {
      kind: 'vector',
      nodes: this.theta.map((_, i) => this.step.apply(operator, ...vectors.map((nodes) => nodes[i] as NodeId))),
    };
  }

  private special(
    name: Exclude<SpecialName, 'solve_hessian'>,
    args: readonly (readonly NodeId[])[],
  ): readonly NodeId[] {
    const [arg = [], other = arg] = args;
    switch (name) {
      case 'grad':
        return this.derivativeAt('gradient', arg);
      case 'hvp':
        return this.derivativeAt('product', arg, other);
      case 'diag_hessian':
        return this.derivativeAt('diagonal', arg);
      case 'loss':
        return this.everywhere(this.lossAt(arg));
      case 'project':
        return this.problem.bounded ? this.nearestInBox(arg) : arg;
      case 'norm':
        return this.everywhere(this.step.apply('sqrt', this.dot(arg, arg)));
      case 'dot':
        return this.everywhere(this.dot(arg, other));
      case 'sum':
        return this.everywhere(this.sum(arg));
      case 'mean':
        return this.everywhere(this.step.apply('div', this.sum(arg), this.step.constant(this.count)));
      case 'layerwise_norm':
        return this.layerwiseNorm(arg);
      default:
        return matrixFunctions().writeMatrixFunction(name, this.step, this.problem.tensors, args);
    }
  }

  private hessianSolution({ args }: SpecialExpression, resolve: Resolve): Value {
    const nodes = matrixFunctions().hessianSolution(this.step, this.count, args, {
      nodesOf: (arg, given) =>
        this.nodesOf(
          this.compile(arg, (name) => {
            const known = given.get(name);
            return known ? { kind: 'vector', nodes: known } : resolve(name);
          }),
        ),
      product: (point, along) => this.derivativeAt('product', point, along),
    });
    return { kind: 'vector', nodes };
  }

  private layerwiseNorm(arg: readonly NodeId[]): NodeId[] {
    const norms = [...arg];
    for (const { at } of layersAmong(this.problem.tensors, this.count)) {
      const layer = at.map((i) => arg[i] as NodeId);
      const norm = this.step.apply('sqrt', this.dot(layer, layer));
      for (const i of at) norms[i] = norm;
    }
    return norms;
  }

  private nearestInBox(point: readonly NodeId[]): NodeId[] {
    const [low, high] = [this.parameterInputNodes('low'), this.parameterInputNodes('high')];
    return point.map((node, i) => this.step.apply('clamp', node, low[i] as NodeId, high[i] as NodeId));
  }

  private parameterInputNodes(name: ParameterInputName): NodeId[] {
    const nodes = this.parameterInputs.get(name) ?? this.inputs(`parameter input ${name}`);
    this.parameterInputs.set(name, nodes);
    return nodes;
  }

  /** The call that evaluates a derivative at a point, made at its first use there. */
  private callAt(
    of: Derivative,
    point: readonly NodeId[],
    direction: readonly NodeId[] = [],
  ): (typeof this.calls)[number] {
    const made = { of, point, direction, result: [], isRead: false, loss: null };
    const nodes = callArguments(made);
    const same = this.calls.find((call) => call.of === of && callArguments(call).every((node, i) => node === nodes[i]));
    if (same) return same;
    const call = { ...made, result: this.inputs(`${of} ${this.calls.length}`) };
    this.calls.push(call);
    return call;
  }

  private derivativeAt(...at: Parameters<StepCompiler['callAt']>): readonly NodeId[] {
    const call = this.callAt(...at);
    call.isRead = true;
    return call.result;
  }

  private lossAt(point: readonly NodeId[]): NodeId {
    const call = this.callAt('gradient', point);
    call.loss ??= this.step.input(`loss ${this.calls.indexOf(call)}`);
    return call.loss;
  }

  /** The parameters in their order, one addition after the other, on every engine. */
  private sum(vector: readonly NodeId[]): NodeId {
    return vector.reduce((total, node) => this.step.apply('add', total, node));
  }

  private dot(one: readonly NodeId[], other: readonly NodeId[]): NodeId {
    return this.sum(one.map((node, i) => this.step.apply('mul', node, other[i] as NodeId)));
  }

  /** One number as the value of every parameter. */
  private everywhere(node: NodeId): NodeId[] {
    return this.theta.map(() => node);
  }

  private lifted(value: Value): Value {
    return { kind: 'vector', nodes: this.nodesOf(value) };
  }

  /** A coefficient becomes an input of the step, the same for every parameter. */
  private nodesOf(value: Value): readonly NodeId[] {
    if (value.kind === 'vector') return value.nodes;
    const constant = this.coefficients.valueOf(value.node);
    const node = constant === null ? this.link(value.node) : this.step.constant(constant);
    return this.theta.map(() => node);
  }

  private link(from: NodeId): NodeId {
    const found = this.links.get(from);
    if (found !== undefined) return found;
    const to = this.step.input(`coefficient ${from}`);
    this.links.set(from, to);
    return to;
  }

  private inputs(name: string): NodeId[] {
    return Array.from({ length: this.count }, (_, i) => this.step.input(`${name} ${i}`));
  }

  private of(values: ReadonlyMap<string, Value>, name: string): Value {
    const value = values.get(name);
    if (!value) throw new RangeError(`no value for ${name}`);
    return value;
  }
}
