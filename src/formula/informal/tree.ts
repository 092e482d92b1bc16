import type { OperatorName } from '../node';
import type { Expression } from '../syntax';

/* Nodes of trees that are only printed, and so have no positions. */
const nowhere = { at: 0, length: 0 } as const;

export const numeral = (value: number): Expression => ({ kind: 'number', value, ...nowhere });
export const named = (name: string): Expression => ({ kind: 'name', name, ...nowhere });
export const apply = (operator: OperatorName, ...args: readonly Expression[]): Expression => ({
  kind: 'apply',
  operator,
  args,
  ...nowhere,
});
