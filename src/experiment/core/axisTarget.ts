import type { AxisTarget } from './types';

/** The text form of an axis target, for JSON and links: `lr`, `start.1` (the start's second coordinate) or `constant.b`. */
export function axisText(target: AxisTarget): string {
  switch (target.kind) {
    case 'hyper':
      return target.name;
    case 'start':
      return `start.${target.index}`;
    case 'constant':
      return `constant.${target.name}`;
  }
}

/** Parses the text form of an axis target. */
export function parseAxisTarget(text: string): AxisTarget {
  const at = text.indexOf('.');
  if (at < 0) return { kind: 'hyper', name: text };
  const name = text.slice(at + 1);
  return text.startsWith('start.') ? { kind: 'start', index: Number(name) } : { kind: 'constant', name };
}

export const isSameTarget = (one: AxisTarget, other: AxisTarget): boolean => axisText(one) === axisText(other);

/** Whether a target is this hyperparameter. */
export const isHyperTarget = (target: AxisTarget, name: string): boolean =>
  target.kind === 'hyper' && target.name === name;
