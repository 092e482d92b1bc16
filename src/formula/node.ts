/** Index of a node in its graph. Arguments always have smaller ids than the node that uses them. */
export type NodeId = number;

/** Every operator of the language; an entry that the table of operators lacks is a compile error. */
export type OperatorName =
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'pow'
  | 'neg'
  | 'lt'
  | 'le'
  | 'gt'
  | 'ge'
  | 'eq'
  | 'ne'
  | 'if'
  | 'abs'
  | 'sign'
  | 'sqrt'
  | 'exp'
  | 'log'
  | 'log1p'
  | 'expm1'
  | 'sin'
  | 'cos'
  | 'tan'
  | 'tanh'
  | 'sigmoid'
  | 'softplus'
  | 'relu'
  | 'floor'
  | 'asin'
  | 'acos'
  | 'atan'
  | 'sinh'
  | 'cosh'
  | 'asinh'
  | 'acosh'
  | 'atanh'
  | 'cbrt'
  | 'log2'
  | 'log10'
  | 'round'
  | 'mod'
  | 'erf'
  | 'float32'
  | 'min'
  | 'max'
  | 'clamp';

/** Adds nodes to a straight-line program; an equal node that is already there is shared. */
export interface NodeBuilder {
  constant(value: number): NodeId;
  apply(operator: OperatorName, ...args: NodeId[]): NodeId;
}
