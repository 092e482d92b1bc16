import type { Vector } from './types';

export const dot = (a: Vector, b: Vector): number => a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);

/** a + factor b. */
export const plus = (a: Vector, factor: number, b: Vector): number[] => a.map((x, i) => x + factor * (b[i] as number));

export const minus = (a: Vector, b: Vector): number[] => a.map((x, i) => x - (b[i] as number));

export const times = (factor: number, a: Vector): number[] => a.map((x) => factor * x);

export const norm = (a: Vector): number => Math.sqrt(dot(a, a));

/** The largest size of a component. */
export const largest = (a: Vector): number => a.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

/** A matrix, row by row, times a vector. */
export const applied = (matrix: readonly Vector[], a: Vector): number[] => matrix.map((row) => dot(row, a));

export const isFiniteVector = (a: Vector): boolean => a.every(Number.isFinite);

/** Whether every entry of a matrix is finite. */
export const isFiniteMatrix = (matrix: readonly Vector[]): boolean => matrix.every(isFiniteVector);
