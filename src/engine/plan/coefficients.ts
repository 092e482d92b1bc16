import { Code, type StepProgram } from '../../formula';

/** The coefficients of one run, computed in float64; they enter the step as numbers. */
export interface Coefficients {
  /** One for each of `coefficients.fixed`. */
  readonly fixed: Float64Array;
  /** updates x `coefficients.perUpdate`. */
  readonly perUpdate: Float64Array;
  /** First value of each per-parameter state. */
  readonly initial: Float64Array;
}

/** Computes the part of a rule that depends on `t` and hyperparameters alone. */
export function computeCoefficients(
  program: StepProgram,
  hyper: Readonly<Record<string, number>>,
  lrs: Float64Array,
): Coefficients {
  const { graph, states, fixed, perUpdate } = program.coefficients;
  const initialNodes = program.states.map((state) => state.initial);
  const once = codeOf(
    onceCodes,
    program,
    () =>
      new Code(graph, [[...initialNodes, ...states.map((state) => state.initial), ...fixed.map(({ from }) => from)]]),
  );
  const registers = coefficientRegisters(program, once, hyper);
  once.run(registers);
  const stepper = new CoefficientStepper(program, hyper, []);
  const values = new Float64Array(lrs.length * perUpdate.length);
  // Plain loops for speed: a sweep calls this hundreds of thousands of times.
  for (let u = 0, at = 0; u < lrs.length; u += 1) {
    const now = stepper.advance(lrs[u] as number);
    for (const { from } of perUpdate) {
      values[at] = now[from] as number;
      at += 1;
    }
  }
  return {
    fixed: Float64Array.from(fixed, ({ from }) => registers[from] ?? Number.NaN),
    perUpdate: values,
    initial: Float64Array.from(initialNodes, (node) => registers[node] ?? Number.NaN),
  };
}

// Codes by program: a sweep computes the same coefficients for hundreds of settings.
const onceCodes = new WeakMap<StepProgram, Code>();
const startCodes = new WeakMap<StepProgram, Code>();
const updateCodes = new WeakMap<StepProgram, Code>();

function codeOf(cache: WeakMap<StepProgram, Code>, program: StepProgram, make: () => Code): Code {
  const code = cache.get(program) ?? make();
  cache.set(program, code);
  return code;
}

/** Computes coefficients update by update. */
export class CoefficientStepper {
  private readonly code: Code;
  private readonly registers: Float64Array | Float32Array;
  private update = 0;

  /** @param extra further nodes to compute at every update */
  constructor(
    private readonly program: StepProgram,
    hyper: Readonly<Record<string, number>>,
    extra: readonly number[],
  ) {
    const { graph, states, perUpdate } = program.coefficients;
    const start = codeOf(startCodes, program, () => new Code(graph, [states.map((state) => state.initial)]));
    const first = coefficientRegisters(program, start, hyper);
    start.run(first);
    const update = () =>
      new Code(graph, [[...perUpdate.map(({ from }) => from), ...states.map((state) => state.next), ...extra]]);
    this.code = extra.length === 0 ? codeOf(updateCodes, program, update) : update();
    this.registers = coefficientRegisters(program, this.code, hyper);
    for (const state of states) this.registers[state.before] = first[state.initial] ?? Number.NaN;
  }

  /** Computes the next update at rate `lr` and returns the values by node, valid until the next call. */
  advance(lr: number): Float64Array | Float32Array {
    const { t, hyper, states } = this.program.coefficients;
    const lrNode = hyper.get('lr');
    // The states start from what the last update left in them.
    if (this.update > 0 && states.length > 0) {
      const next = states.map((state) => this.registers[state.next] ?? Number.NaN);
      states.forEach((state, i) => (this.registers[state.before] = next[i] ?? Number.NaN));
    }
    this.update += 1;
    this.registers[t] = this.update;
    if (lrNode !== undefined) this.registers[lrNode] = lr;
    this.code.run(this.registers);
    return this.registers;
  }
}

function coefficientRegisters(
  program: StepProgram,
  code: Code,
  hyper: Readonly<Record<string, number>>,
): Float64Array | Float32Array {
  const registers = code.registers('float64');
  for (const [name, node] of program.coefficients.hyper) registers[node] = hyper[name] ?? Number.NaN;
  return registers;
}
