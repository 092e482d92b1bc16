import { expect, it } from 'vitest';
import { parseRule } from './rule';
import { matrixFunctionsOf, needsMatrixFunctions, specialCalls, specialsOf } from './specials';

const rule = (...lines: readonly string[]) => parseRule(['r(lr = 0.1)', ...lines].join('\n'));

it('lists the calls of a rule, a call before those in its arguments', () => {
  const taken = rule('g = grad(theta - lr*grad(theta))', 'theta = theta - lr*g*norm(g)');
  expect(specialCalls(taken).map(({ name, at }) => [name, at > 0])).toEqual([
    ['grad', true],
    ['grad', true],
    ['norm', true],
  ]);
  expect(specialCalls(taken)[0]?.args[0]?.kind).toBe('apply');
  expect(specialsOf(taken)).toEqual(['grad', 'norm']);
  expect(specialsOf(rule('theta = theta - lr'))).toEqual([]);
});

it('tells what a rule needs of matrices', () => {
  const descent = rule('theta = theta - lr*grad(theta)');
  expect([matrixFunctionsOf(descent), needsMatrixFunctions(descent)]).toEqual([[], false]);
  const newton = rule('theta = theta - lr*solve_hessian(theta, grad(theta))');
  expect([matrixFunctionsOf(newton), needsMatrixFunctions(newton)]).toEqual([[], true]);
  const muon = rule('theta = theta - lr*orthogonalize(grad(theta))');
  expect([matrixFunctionsOf(muon), needsMatrixFunctions(muon)]).toEqual([['orthogonalize'], true]);
});
