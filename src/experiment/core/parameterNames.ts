import { isReserved } from '../../formula';
import { limits } from './limits';

/** The form of a parameter's name; words of the formula language are excluded as well. */
export const PARAMETER_NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/** Whether a parameter of a typed loss may have this name. */
export const isParameterName = (name: string): boolean =>
  name.length <= limits.nameLength && PARAMETER_NAME.test(name) && !isReserved(name);

/** Whether a typed loss may have parameters of these names: one or two, all different. */
export const areParameterNames = (names: readonly string[]): boolean =>
  names.length >= limits.parameters.min &&
  names.length <= limits.parameters.max &&
  new Set(names).size === names.length &&
  names.every(isParameterName);
