import type { TensorDialect } from '../python/dialect';
import { indent } from '../python/lines';

/** Modules by the name that a program uses them by, with the statement that brings it. */
const modules: readonly (readonly [name: string, statement: string])[] = [
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
  return [
    ...[...used(modules), ...(isKeras ? ['import os'] : [])].sort(),
    '',
    ...(isKeras ? ['os.environ["KERAS_BACKEND"] = "tensorflow"', ''] : []),
    ...(uses(program, 'plt') ? ['import matplotlib.pyplot as plt'] : []),
    ...used(ofLibraries[dialect]),
    ...inFloat64[dialect],
  ];
}

/** A linear system, which torch and TensorFlow refuse where the matrix is singular, and the page and JAX do not. */
const solvedLines: Readonly<Record<TensorDialect, readonly string[]>> = {
  torch: trying('torch.linalg.solve(a, b)', 'RuntimeError', 'torch.full_like(b, math.nan)'),
  jax: ['return jnp.linalg.solve(a, b)'],
  keras: trying('ops.solve(a, b)', 'tf.errors.InvalidArgumentError', 'ops.full_like(b, math.nan)'),
};

function trying(value: string, error: string, otherwise: string): string[] {
  return ['try:', `    return ${value}`, `except ${error}:  # a is singular`, `    return ${otherwise}`];
}

/** Small functions that a program may call. */
export function helperLines(program: string, dialect: TensorDialect): string[] {
  const number = [
    'def number(value):',
    '    """A number for functions of torch that take only tensors."""',
    '    return torch.tensor(value, dtype=torch.float64)',
  ];
  const rounded = [
    'def float32(value):',
    '    """The nearest number of single precision, which torch keeps this value in."""',
    '    return ctypes.c_float(value).value',
  ];
  const solved = ['def solved(a, b):', '    """The x with a x = b."""', ...indent(solvedLines[dialect])];
  const calls = (name: string) => new RegExp(`(^|[^.\\w])${name}\\(`, 'm').test(program);
  const found = [calls('number') ? number : [], calls('float32') ? rounded : [], calls('solved') ? solved : []].filter(
    (lines) => lines.length > 0,
  );
  return found.flatMap((lines, i) => (i === 0 ? lines : ['', '', ...lines]));
}
