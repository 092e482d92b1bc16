import { expect, test } from 'vitest';
import { matrixWords } from './matrixWords';

test('only a rule for matrices is said to have nothing to do where there are none', () => {
  expect(matrixWords('muon')).toEqual(['noMatrix', 'onlySign']);
  expect(matrixWords('shampoo')).toEqual(['noMatrix', 'onlyAdagrad']);
  for (const optimizer of ['adam', 'lars', 'lamb', 'no-such']) expect(matrixWords(optimizer)).toEqual([]);
  expect(matrixWords('own(lr = 1)\ntheta = theta - lr*matmul(grad(theta), identity(theta))')).toEqual(['noMatrix']);
});
