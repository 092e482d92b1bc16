import type { TensorDialect } from '../python/dialect';

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

/** Small functions that a program may call. */
export function helperLines(program: string): string[] {
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
  const calls = (name: string) => new RegExp(`(^|[^.\\w])${name}\\(`, 'm').test(program);
  const found = [calls('number') ? number : [], calls('float32') ? rounded : []].filter((lines) => lines.length > 0);
  return found.flatMap((lines, i) => (i === 0 ? lines : ['', '', ...lines]));
}
