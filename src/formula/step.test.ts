import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  callArguments,
  Code,
  compileStep,
  fixedInputs,
  parseExpression,
  parseRule,
  readsLoss,
  updateInputs,
  type ParameterInputName,
  type StepProgram,
  type Value,
} from './index';

const adam = `
adam(lr = 0.001, beta1 = 0.9, beta2 = 0.999, eps = 1e-8)
# Kingma and Ba, algorithm 1
state m = 0, v = 0
g = grad(theta)
m = beta1*m + (1 - beta1)*g
v = beta2*v + (1 - beta2)*g^2
mhat = m / (1 - beta1^t)
vhat = v / (1 - beta2^t)
theta = theta - lr*mhat / (sqrt(vhat) + eps)`;

interface Run {
  readonly theta: readonly number[];
  /** The points at which the last update evaluated the gradient. */
  readonly asked: readonly (readonly number[])[];
  /** Coefficient states after the last update. */
  readonly kept: Readonly<Record<string, number>>;
}

/** Runs a compiled rule as StepProgram describes it: the coefficients, then the step up to each gradient call in turn. */
function run(
  program: StepProgram,
  start: readonly number[],
  updates: number,
  hyper: Readonly<Record<string, number>>,
  gradient: (p: readonly number[]) => number[],
  inputs: Readonly<Partial<Record<ParameterInputName, readonly number[]>>> = {},
  loss: (p: readonly number[]) => number = () => Number.NaN,
): Run {
  const { coefficients, step } = program;
  const all = [...coefficients.fixed, ...coefficients.perUpdate];
  const plan = new Code(coefficients.graph, [
    [
      ...all.map(({ from }) => from),
      ...coefficients.states.flatMap((s) => [s.initial, s.next]),
      ...program.states.map((s) => s.initial),
    ],
  ]);
  const code = new Code(step, [
    ...program.calls.map(callArguments),
    [...program.nextTheta, ...program.states.flatMap((s) => s.next)],
  ]);
  const outer = plan.registers('float64');
  const inner = code.registers('float64');
  const read = (ids: readonly number[]) => ids.map((id) => inner[id] ?? Number.NaN);
  const write = (ids: readonly number[], values: readonly number[]) =>
    ids.forEach((id, i) => (inner[id] = values[i] ?? Number.NaN));

  coefficients.hyper.forEach(
    (id, name) => (outer[id] = hyper[name] ?? program.rule.hyper.find((h) => h.name === name)?.default ?? Number.NaN),
  );
  program.parameterInputs.forEach(({ name, nodes }) => write(nodes, inputs[name] ?? []));
  plan.run(outer);
  let kept = coefficients.states.map((s) => outer[s.initial] ?? Number.NaN);
  let states = program.states.map((s) => s.before.map(() => outer[s.initial] ?? Number.NaN));
  let theta = [...start];
  let asked: number[][] = [];
  for (let t = 1; t <= updates; t += 1) {
    outer[coefficients.t] = t;
    coefficients.states.forEach((s, i) => (outer[s.before] = kept[i] ?? Number.NaN));
    plan.run(outer);
    for (const { from, to } of all) inner[to] = outer[from] ?? Number.NaN;
    write(program.theta, theta);
    program.states.forEach((s, i) => write(s.before, states[i] ?? []));
    asked = program.calls.map((call, group) => {
      code.run(inner, group);
      const point = read(call.point);
      write(call.result, gradient(point));
      if (call.loss !== null) write([call.loss], [loss(point)]);
      return point;
    });
    code.run(inner, program.calls.length);
    theta = read(program.nextTheta);
    states = program.states.map((s) => read(s.next));
    kept = coefficients.states.map((s) => outer[s.next] ?? Number.NaN);
  }
  return { theta, asked, kept: Object.fromEntries(coefficients.states.map((s, i) => [s.name, kept[i] ?? Number.NaN])) };
}

/** A number of a list that has it. */
const at = (list: readonly number[], i: number): number => list[i] ?? Number.NaN;

const bowl = ([x = 0, y = 0]: readonly number[]): number[] => [2 * x, 20 * y];

describe('what a rule says', () => {
  it('signature, flags, states and lines', () => {
    const rule = parseRule(
      'r(lr = 0.5, beta = -1e-3, nesterov = true, plain = false)\nstate v = lr*2, w = -beta\r\nv = v + grad(theta)\n\n # aside\nw = w\ntheta = theta - v',
    );
    expect(rule.name).toBe('r');
    expect(rule.hyper).toEqual([
      { name: 'lr', default: 0.5, flag: false },
      { name: 'beta', default: -1e-3, flag: false },
      { name: 'nesterov', default: 1, flag: true },
      { name: 'plain', default: 0, flag: true },
    ]);
    expect(rule.states.map((s) => s.name)).toEqual(['v', 'w']);
    expect(rule.lines.map((l) => l.name)).toEqual(['v', 'w', 'theta']);
  });
});

describe('a compiled step', () => {
  it('Adam is the textbook loop', () => {
    const hyper = { lr: 0.1, beta1: 0.8, beta2: 0.95, eps: 1e-6 };
    const ours = run(compileStep(parseRule(adam), 2), [3, -1], 25, hyper, bowl);
    let [theta, m, v] = [
      [3, -1],
      [0, 0],
      [0, 0],
    ];
    for (let t = 1; t <= 25; t += 1) {
      const g = bowl(theta);
      m = m.map((old, i) => 0.8 * old + (1 - 0.8) * (g[i] ?? 0));
      v = v.map((old, i) => 0.95 * old + (1 - 0.95) * (g[i] ?? 0) ** 2);
      theta = theta.map(
        (old, i) => old - (0.1 * ((m[i] ?? 0) / (1 - 0.8 ** t))) / (Math.sqrt((v[i] ?? 0) / (1 - 0.95 ** t)) + 1e-6),
      );
    }
    ours.theta.forEach((value, i) => expect(Math.abs(value - (theta[i] ?? 0))).toBeLessThan(1e-13));
  });

  it('bias corrections are computed per update, constants of a run once', () => {
    const { coefficients } = compileStep(parseRule(adam), 2);
    const powersOfT = new Set(coefficients.perUpdate.map(({ from }) => from));
    expect(powersOfT.size, '1 - beta1^t, 1 - beta2^t and lr').toBe(3);
    expect(coefficients.fixed, 'beta1, 1 - beta1, beta2, 1 - beta2, eps').toHaveLength(5);
    expect(coefficients.states).toEqual([]);
  });

  it('state that depends on t and hyperparameters alone is a coefficient, the rest belongs to the step', () => {
    // NAdam's product of momenta.
    const rule = parseRule(
      'r(lr = 1, mu = 0.9, decay = 0.004)\nstate product = 1, m = 0\nnow = mu*(1 - 0.5*0.96^(t*decay))\nproduct = product*now\nm = mu*m + grad(theta)\ntheta = theta - lr*m/(1 - product)',
    );
    const program = compileStep(rule, 3);
    expect(program.coefficients.states.map((s) => s.name)).toEqual(['product']);
    expect(program.states.map((s) => s.name)).toEqual(['m']);
    let product = 1;
    for (let t = 1; t <= 7; t += 1) product *= 0.9 * (1 - 0.5 * 0.96 ** (t * 0.004));
    expect(run(program, [0, 0, 0], 7, {}, (p) => p.map(() => 0)).kept['product']).toBeCloseTo(product, 14);
  });

  it('state becomes a vector through another state, however late', () => {
    const rule = parseRule('r()\nstate a = 0, b = 0, c = 0\na = b\nb = c\nc = grad(theta)\ntheta = theta - a');
    const program = compileStep(rule, 1);
    expect(program.states.map((s) => s.name)).toEqual(['a', 'b', 'c']);
    expect(run(program, [8], 1, {}, () => [1]).theta).toEqual([8]);
    expect(run(program, [8], 3, {}, () => [1]).theta).toEqual([7]);
  });

  it('states start from hyperparameters', () => {
    const program = compileStep(parseRule('r(lr = 0.25)\nstate s = 2*lr\ntheta = theta - s\ns = s + grad(theta)'), 2);
    expect(run(program, [1, 2], 1, {}, () => [0, 0]).theta).toEqual([0.5, 1.5]);
  });

  it('the gradient is asked for where the rule says, and once a point', () => {
    const rule = parseRule(
      'r(lr = 0.1, mu = 0.5)\nstate v = 0\ng = grad(theta + mu*v)\nh = grad(theta + mu*v)\nv = mu*v - lr*g\ntheta = theta + v + 0*h',
    );
    const program = compileStep(rule, 2);
    expect(program.calls).toHaveLength(1);
    const first = run(program, [1, 1], 1, {}, bowl);
    expect(first.asked).toEqual([[1, 1]]);
    // v = -0.1*(2, 20) after the first update, theta = (0.8, -1); half of v ahead of it lies (0.7, -2).
    const second = run(program, [1, 1], 2, {}, bowl);
    expect(second.asked[0]?.map((value) => Number(value.toFixed(12)))).toEqual([0.7, -2]);
  });

  it('a gradient inside a gradient', () => {
    const program = compileStep(parseRule('r(lr = 0.1)\ntheta = theta - lr*grad(theta - lr*grad(theta))'), 2);
    expect(program.calls).toHaveLength(2);
    const { asked, theta } = run(program, [1, 1], 1, {}, bowl);
    expect(asked).toEqual([
      [1, 1],
      [0.8, -1],
    ]);
    expect(theta).toEqual([1 - 0.1 * 1.6, 1 - 0.1 * -20]);
  });

  it('the norm is one number over all parameters', () => {
    const program = compileStep(parseRule('r(lr = 1)\ng = grad(theta)\ntheta = theta - lr*g/norm(g)'), 2);
    expect(run(program, [10, 10], 1, {}, () => [3, -4]).theta).toEqual([10 - 0.6, 10 + 0.8]);
    expect(
      run(compileStep(parseRule('r()\ntheta = theta + norm(2)'), 4), [0, 0, 0, 0], 1, {}, (p) => [...p]).theta,
    ).toEqual([4, 4, 4, 4]);
  });

  const numbers = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 7 });

  it('sum, mean and dot are numbers over all parameters, and loss is that of any point', () => {
    const rule = parseRule(`r(lr = 0.1)
state v = 0
g = grad(theta)
v = v + g - mean(g)
along = dot(g, v)/sum(g^2 + 1)
theta = theta - lr*(along + loss(theta + lr*v))*g + sum(lr)*mean(theta)`);
    fc.assert(
      fc.property(numbers, (start) => {
        // The loss is sum(x^4/4 + x), written as loops.
        const slope = (p: readonly number[]) => p.map((x) => x ** 3 + 1);
        const value = (p: readonly number[]) => p.reduce((all, x) => all + x ** 4 / 4 + x, 0);
        const ours = run(compileStep(rule, start.length), start, 2, {}, slope, {}, value).theta;
        let [theta, v] = [start, start.map(() => 0)];
        for (let update = 0; update < 2; update += 1) {
          const g = slope(theta);
          let [total, squares, product, middle] = [0, 0, 0, 0];
          for (const slopeOf of g) total += slopeOf;
          v = v.map((old, i) => old + at(g, i) - total / g.length);
          for (let i = 0; i < g.length; i += 1) {
            squares += at(g, i) ** 2 + 1;
            product += at(g, i) * at(v, i);
            middle += at(theta, i) / g.length;
          }
          const ahead = value(theta.map((x, i) => x + 0.1 * at(v, i)));
          theta = theta.map((x, i) => x - 0.1 * (product / squares + ahead) * at(g, i) + 0.1 * g.length * middle);
        }
        theta.forEach((x, i) => {
          if (Math.abs(x) < 1e100) expect(Math.abs(at(ours, i) - x)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(x)));
        });
      }),
    );
  });

  it('the loss and the gradient at one point are one call', () => {
    const rule = parseRule('r(lr = 0.1)\nf = loss(theta)\ntheta = theta - lr*f*grad(theta)');
    const program = compileStep(rule, 2);
    expect(program.calls).toHaveLength(1);
    expect(readsLoss(program)).toBe(true);
    expect(run(program, [1, 1], 1, {}, bowl, {}, () => 0.5).theta).toEqual([1 - 0.1 * 0.5 * 2, 1 - 0.1 * 0.5 * 20]);
    expect(readsLoss(compileStep(parseRule(adam), 2))).toBe(false);
  });

  it.each(['sum', 'mean', 'dot', 'loss'])('%s is a function of rules, and a name that a loss may have', (name) => {
    expect(() => parseRule(`r(${name} = 1)\ntheta = theta`)).toThrow('meaning of its own');
    expect(() => parseRule(`r()\ntheta = ${name}`)).toThrow('"("');
    expect(() => parseExpression(`${name}(x)`, ['x'])).toThrow('is not a function');
    expect(parseExpression(`(x - ${name})^2`, ['x', name])).toBeDefined();
  });

  it('dot takes two arguments', () =>
    expect(() => parseRule('r()\ntheta = dot(theta)')).toThrow('the wrong number of arguments, 1; write dot(a, b)'));

  it('a name reads its latest value, a state read before its line the last update’s', () => {
    const program = compileStep(
      parseRule('r()\nstate s = 1\nx = s\ns = 2*s\nx = x + s\ntheta = theta + x + 0*grad(theta)'),
      1,
    );
    expect(run(program, [0], 1, {}, () => [0]).theta).toEqual([3]);
    expect(run(program, [0], 2, {}, () => [0]).theta).toEqual([9]);
  });

  it('a projection is the nearest point of the box, and the point itself where there is none', () => {
    const rule = parseRule('r(lr = 1)\ntheta = project(theta - lr*grad(theta))');
    const box = { low: [-1, -1, -1], high: [1, 2, 1] };
    const slope = () => [5, -7, 0.25];
    expect(run(compileStep(rule, 3, true), [0, 0, 0], 1, {}, slope, box).theta).toEqual([-1, 2, -0.25]);
    expect(run(compileStep(rule, 3), [0, 0, 0], 1, {}, slope).theta).toEqual([-5, 7, -0.25]);
    expect(run(compileStep(rule, 3, true), [0, 0, 0], 1, {}, () => [NaN, 0, 0], box).theta).toEqual([NaN, 0, 0]);
  });

  it('noise and free are inputs of each parameter, where the rule reads them', () => {
    const program = compileStep(parseRule('r(lr = 0.5)\ntheta = theta + free*(noise - lr*grad(theta))'), 2);
    expect(program.parameterInputs.map(({ name, perUpdate, nodes }) => [name, perUpdate, nodes.length])).toEqual([
      ['free', false, 2],
      ['noise', true, 2],
    ]);
    expect(run(program, [1, 1], 1, {}, () => [4, 4], { free: [1, 0], noise: [10, 20] }).theta).toEqual([9, 1]);
    expect(fixedInputs(program), 'free for two parameters').toHaveLength(2);
    expect(updateInputs(program), 'lr, and noise for two parameters').toHaveLength(3);
    expect(compileStep(parseRule(adam), 2).parameterInputs).toEqual([]);
  });

  it.each(['noise', 'free'])('%s cannot be a name in a rule', (name) => {
    expect(() => parseRule(`r(${name} = 1)\ntheta = theta`)).toThrow('meaning of its own');
    expect(() => parseRule(`r()\nstate ${name} = 1\n${name} = 1\ntheta = theta`)).toThrow('meaning of its own');
    expect(() => parseRule(`r()\n${name} = 1\ntheta = theta`)).toThrow('meaning of its own');
    expect(() => parseRule(`r()\nstate s = ${name}\ns = 1\ntheta = theta`)).toThrow('hyperparameters only');
  });

  it('the value of every line can be read, whether it is a coefficient or a vector', () => {
    const { lines } = compileStep(parseRule(adam), 2);
    const kinds = (value: Value) => (value.kind === 'vector' ? value.nodes.length : 'coefficient');
    expect(lines.map(({ name, value }) => [name, kinds(value)])).toEqual([
      ['g', 2],
      ['m', 2],
      ['v', 2],
      ['mhat', 2],
      ['vhat', 2],
      ['theta', 2],
    ]);
  });
});
