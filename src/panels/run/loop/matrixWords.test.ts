import { expect, test } from 'vitest';
import { fullBatch } from '../../../experiment';
import { basisWords, matrixWords, solvedWords } from './matrixWords';

test('only a rule for matrices is said to have nothing to do where there are none', () => {
  expect(matrixWords('muon', [])).toEqual(['noMatrix', 'onlySign']);
  expect(matrixWords('shampoo', [])).toEqual(['noMatrix', 'onlyAdagrad']);
  expect(matrixWords('soap', [])).toEqual(['noMatrix', 'onlyAdam']);
  for (const optimizer of ['adam', 'lars', 'lamb', 'no-such']) expect(matrixWords(optimizer, [])).toEqual([]);
  expect(matrixWords('own(lr = 1)\ntheta = theta - lr*matmul(grad(theta), identity(theta))', [])).toEqual(['noMatrix']);
});

test('a matrix that is not square is one for Muon, and none for Shampoo', () => {
  const wide = { rows: 2, columns: 3, at: [0, 1, 2, 3, 4, 5] };
  const square = { rows: 2, columns: 2, at: [0, 1, 2, 3] };
  expect(matrixWords('muon', [wide])).toEqual([]);
  expect(matrixWords('shampoo', [wide])).toEqual(['noSquare', 'onlyAdagrad']);
  expect(matrixWords('shampoo', [wide, square])).toEqual([]);
});

test('a rule that asks only for the size of a matrix takes one that is not square', () => {
  const wide = { rows: 2, columns: 3, at: [0, 1, 2, 3, 4, 5] };
  const sized = (size: string) =>
    `sized(lr = 1, lrOther = 0.1)\ntheta = theta - if(${size} > 1, lr, lrOther)*grad(theta)`;
  for (const size of ['rows(theta)', 'columns(theta)', 'rows(theta)*columns(theta)'])
    expect(matrixWords(sized(size), [wide])).toEqual([]);
  expect(matrixWords(sized('matmul(theta, theta)'), [wide])).toEqual(['noSquare']);
});

test('only a rule that turns bases, on some of the samples, is said to be decided by rounding', () => {
  const batch = { ...fullBatch, size: 4 };
  const square = { rows: 2, columns: 2, at: [0, 1, 2, 3] };
  expect(basisWords('soap', [], batch)).toEqual([]);
  expect(basisWords('soap', [square], batch)).toEqual(['roundedBasis']);
  expect(basisWords('soap', [square], fullBatch)).toEqual([]);
  expect(basisWords('soap', [square], { ...fullBatch, stages: 2 })).toEqual(['roundedBasis']);
  expect(basisWords('soap', [square], { ...fullBatch, sampling: 'replacement' })).toEqual(['roundedBasis']);
  for (const optimizer of ['muon', 'shampoo', 'adam']) expect(basisWords(optimizer, [square], batch)).toEqual([]);
});

test('a rule is said to solve too much only where it does', () => {
  const newton = 'whole(lr = 1)\ntheta = theta - lr*solve_hessian(theta, grad(theta))';
  expect([solvedWords(newton, 16), solvedWords(newton, 17), solvedWords('adam', 17)]).toEqual([
    [],
    ['tooManySolved'],
    [],
  ]);
});
