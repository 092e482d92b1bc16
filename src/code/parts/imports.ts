import type { Numbers, TensorDialect } from '../python/dialect';
import { indent } from '../python/lines';
import type { Library } from './library';

/** Modules by the name that a program uses them by, with the statement that brings it. */
const modules: readonly (readonly [name: string, statement: string])[] = [
  ['collections', 'import collections'],
  ['ctypes', 'import ctypes'],
  ['json', 'import json'],
  ['math', 'import math'],
  ['random', 'import random'],
];

const ofLibraries: Readonly<Record<TensorDialect, readonly (readonly [string, string])[]>> = {
  torch: [['torch', 'import torch']],
  jax: [
    // Its settings are always needed (inFloat64).
    ['', 'import jax'],
    ['jnp', 'import jax.numpy as jnp'],
    ['optax', 'import optax'],
  ],
  keras: [
    ['', 'import keras'],
    ['tf', 'import tensorflow as tf'],
    ['ops', 'from keras import ops'],
  ],
};

/** Before any array is made: JAX and Keras compute in float32 unless told otherwise. */
const inFloat64: Readonly<Record<TensorDialect, readonly string[]>> = {
  torch: [],
  jax: ['', 'jax.config.update("jax_enable_x64", True)  # float64, as the page\'s reference'],
  keras: ['', 'keras.config.set_floatx("float64")  # as the page\'s reference'],
};

const uses = (text: string, name: string): boolean =>
  name === '' || new RegExp(`(^|[^.\\w"])${name}\\.`, 'm').test(text);

/** The imports that a program needs. Keras runs on TensorFlow here, which has to be said before it is imported. */
export function importLines(program: string, dialect: TensorDialect): string[] {
  const used = (list: typeof modules) => list.filter(([name]) => uses(program, name)).map(([, statement]) => statement);
  const isKeras = dialect === 'keras';
  const standard = [...used(modules), ...(isKeras ? ['import os'] : [])].sort();
  return [
    ...standard,
    ...(standard.length > 0 ? [''] : []),
    ...(isKeras ? ['os.environ["KERAS_BACKEND"] = "tensorflow"', ''] : []),
    ...(uses(program, 'plt') ? ['import matplotlib.pyplot as plt'] : []),
    ...(uses(program, 'np') ? ['import numpy as np'] : []),
    ...used(ofLibraries[dialect]),
    ...inFloat64[dialect],
  ];
}

/** A linear system, which torch and TensorFlow refuse where the matrix is singular, and the page and JAX do not. */
const solvedLines: Readonly<Record<TensorDialect, readonly string[]>> = {
  torch: trying('torch.linalg.solve(a, b)', 'torch.linalg.LinAlgError', 'torch.full_like(b, math.nan)'),
  jax: ['return jnp.linalg.solve(a, b)'],
  keras: trying('ops.solve(a, b)', 'tf.errors.InvalidArgumentError', 'ops.full_like(b, math.nan)'),
};

function trying(value: string, error: string, otherwise: string): string[] {
  return ['try:', `    return ${value}`, `except ${error}:  # a is singular`, `    return ${otherwise}`];
}

/**
 * Small functions that a program may call.
 * @param library how it makes a tensor, and in which numbers
 */
export function helperLines(
  program: string,
  { dialect, tensor, numbers }: Pick<Library, 'dialect' | 'tensor'> & { readonly numbers: Numbers | undefined },
): string[] {
  const doc = numbers?.roundsEach
    ? '    """A number as the format has it; newer versions of torch read a plain one in float32."""'
    : '    """A number for functions of torch that take only tensors."""';
  const number = ['def number(value):', doc, `    return ${tensor('value')}`];
  const power = [
    'def power(x, n):',
    '    """x to a whole power, by products that are rounded one by one."""',
    '    if n < 0:',
    '        return 1/power(x, -n)',
    '    if n == 1:',
    '        return x',
    '    half = power(x, n//2)',
    '    return half*half if n % 2 == 0 else half*half*x',
  ];
  const inFloat32 = [
    'def in_float32(function, *args):',
    '    """A function that torch 1.13 does not have in float16 on a CPU: in float32, and rounded."""',
    '    if all(x.dtype != torch.float16 for x in args if isinstance(x, torch.Tensor)):',
    '        return function(*args)',
    '    wide = [x.float() if isinstance(x, torch.Tensor) else x for x in args]',
    '    return function(*wide).to(torch.float16)',
  ];
  const rounded = [
    'def float32(value):',
    '    """The nearest number of single precision, which torch keeps this value in."""',
    '    return ctypes.c_float(value).value',
  ];
  const solved = ['def solved(a, b):', '    """The x with a x = b."""', ...indent(solvedLines[dialect])];
  const calls = (name: string) => new RegExp(`(^|[^.\\w])${name}\\(`, 'm').test(program);
  const found = [
    calls('number') ? number : [],
    calls('float32') ? rounded : [],
    calls('solved') ? solved : [],
    calls('power') && !program.includes('def power(') ? power : [],
    calls('in_float32') ? inFloat32 : [],
  ].filter((lines) => lines.length > 0);
  return found.flatMap((lines, i) => (i === 0 ? lines : ['', '', ...lines]));
}
