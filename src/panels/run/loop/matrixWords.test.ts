import { expect, test } from 'vitest';
import { matrixWords } from './matrixWords';

test('only a rule for matrices is said to have nothing to do where there are none', () => {
  expect(matrixWords('muon', [])).toEqual(['noMatrix', 'onlySign']);
  expect(matrixWords('shampoo', [])).toEqual(['noMatrix', 'onlyAdagrad']);
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
