import { expect, test } from 'vitest';
import { isParameterName, namesFaultOf } from './parameterNames';

test.each<[names: readonly string[], code: string | null, name?: string, max?: number]>([
  [['x'], null],
  [['x', 'theta_1', 'W', 'a'.repeat(24)], null],
  [[...'abcdfghk'], null],
  [[], 'none', '', 8],
  [['x', 'y', 'x'], 'twice', 'x', 8],
  [['x', '1y'], 'letter', '1y', 24],
  [['x', '_y'], 'letter', '_y', 24],
  [['θ'], 'letter', 'θ', 24],
  [['a'.repeat(25)], 'long', 'a'.repeat(25), 24],
  [['x-y'], 'character', 'x-y', 24],
  [['x y'], 'character', 'x y', 24],
  [['pi'], 'constant', 'pi', 24],
  [['sin'], 'function', 'sin', 24],
  [['grad'], 'word', 'grad', 24],
  [[...'abcdfghkm'], 'many', 'm', 8],
  // The first that is wrong is named, and one that occurs twice before any.
  [['x', 'sin', '1y'], 'function', 'sin', 24],
  [['1y', 'x', 'x'], 'twice', 'x', 8],
  [[...'abcdfghk', '1'], 'letter', '1', 24],
])('%j: %s', (names, code, name, max) => {
  expect(namesFaultOf(names)).toEqual(code === null ? null : { code, name, max });
});

test('one name is judged by the same rules', () => {
  expect(['x', 'b1', '1b', 'exp', 'e', 'a'.repeat(25)].map(isParameterName)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
