import { methods } from '../../catalogue';
import { one, type CodeCase } from './cases';

/** Problems on which every method is run: functions, a typed loss, and data. */
const places = {
  rosenbrock: { problem: { id: 'rosenbrock' }, steps: 60 },
  quadratic: { problem: { id: 'quadratic', constants: { kappa: 30 } }, start: [-3, 2.5], steps: 40 },
  himmelblau: { problem: { id: 'himmelblau' }, start: [0.5, 4], steps: 40 },
  'a typed loss': {
    problem: { loss: 'exp(x/2) - x + (y - x)^2 + (z + x*y)^2/4 + z^4', parameters: ['x', 'y', 'z'] },
    start: [-2, 0.5, 1.5],
    steps: 40,
  },
  'linear regression': {
    problem: { id: 'linear-regression', data: { samples: 47, noise: 0.5, scale: 3 } },
    epochs: 20,
  },
  'logistic regression': {
    problem: { id: 'logistic-regression', data: { samples: 40, validation: 0.25, standardize: 1 } },
    epochs: 15,
  },
  'a network': { problem: { id: 'network-fit', data: { samples: 20, hidden: 2 } }, epochs: 10 },
} as const;

const everyMethod = methods.flatMap(({ id }) =>
  Object.entries(places).map(([place, experiment]) => one(`${id} on ${place}`, experiment, { optimizer: id })),
);

const on = (loss: string, start: readonly number[], steps = 30) => ({
  problem: { loss, parameters: ['x', 'y', 'z'].slice(0, start.length) },
  start,
  steps,
});

/** Each setting away from its default, and every way in which a method ends. */
const special = (
  [
    ['backtracking', places.rosenbrock, { firstStep: 0.3, shrink: 0.8, c1: 0.3, gtol: 1e-3 }],
    ['wolfe', places.himmelblau, { c1: 0.01, c2: 0.1 }],
    ['conjugate-gradient', places.rosenbrock, { c2: 0.1, gtol: 1e-8 }],
    ['damped-newton', places.rosenbrock, { shrink: 0.7, c1: 0.4 }],
    ['bfgs', places['a typed loss'], { c2: 0.2, gtol: 1e-9 }],
    ['lbfgs', places.rosenbrock, { memory: 2, c2: 0.5 }],
    ['lbfgs', places['a network'], { memory: 3 }],
    ['dogleg', places.rosenbrock, { radius: 0.1, maxRadius: 0.5, accept: 0.01 }],
    ['nelder-mead', places.himmelblau, { edge: 2, tol: 1e-6 }],
    // No inverse, a direction that leads up, a model without a minimum, a jump that no step gets below.
    ['newton', on('(x + y)^2 + (x + y)^4', [1, 0.5]), {}],
    ['damped-newton', on('cos(x) + y^2', [0.5, 0]), {}],
    ['dogleg', on('x^2 - y^2 + y^4', [1, 0.1]), {}],
    ['backtracking', on('x + y + if(x < 0.3, 10, 0)', [0.3, 1]), {}],
    // A saddle, a loss without a lower bound, one that is not defined everywhere, and one that is not defined at the start.
    ['newton', on('x^2 - y^2', [1, 0.5]), {}],
    ['bfgs', on('x^3 - 3*x*y^2', [0.5, 0.4], 12), {}],
    ['wolfe', on('x - log(x) + y^2', [3, 1]), {}],
    ['nelder-mead', on('x - log(x) + y^2', [0.1, 1]), {}],
    ['nelder-mead', on('log(x) + y^2', [-1, 1]), {}],
    ['lbfgs', on('log(x) + y^2', [-1, 1]), {}],
    ['newton', on('sqrt(x) + y^2', [0.2, 1]), {}],
    ['bfgs', on('x^4 + abs(x)', [1.3]), {}],
    ['nelder-mead', on('x^4 + abs(x)', [1.3]), {}],
    // A loss that changes with every update, of which a method descends the mean.
    ['bfgs', { problem: { id: 'reddi' }, steps: 10 }, {}],
    ['lbfgs', { problem: { id: 'linear-regression', data: { x: [[1], [2], [4]], y: [1, 3, 2] } }, epochs: 9 }, {}],
  ] as const
).map(([optimizer, experiment, hyper], i) =>
  one(`${optimizer}, special case ${i + 1}, ${JSON.stringify(hyper)}`, experiment, { optimizer, hyper }),
);

export const methodCases: readonly CodeCase[] = [...everyMethod, ...special];
