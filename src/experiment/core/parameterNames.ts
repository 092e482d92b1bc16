import { isReserved, namedConstants, operators } from '../../formula';
import { limits } from './limits';

/** The form of the name of a parameter or constant; words of the formula language are excluded as well. */
export const PARAMETER_NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/** Why a name, or a list of names, cannot be that of the parameters of a typed loss. */
export interface NameFault {
  readonly code: NameFaultCode;
  readonly name: string;
  /** The most characters, or the most names. */
  readonly max: number;
}
export const nameFaultCodes = [
  'none',
  'many',
  'twice',
  'letter',
  'character',
  'long',
  'constant',
  'function',
  'word',
] as const;
type NameFaultCode = (typeof nameFaultCodes)[number];

/** What is wrong with the name of a parameter or constant; null if nothing is. These are all the rules there are. */
function nameFaultOf(name: string): NameFault | null {
  const fault = (code: NameFaultCode): NameFault => ({ code, name, max: limits.nameLength });
  if (!/^[A-Za-z]/.test(name)) return fault('letter');
  if (name.length > limits.nameLength) return fault('long');
  if (!PARAMETER_NAME.test(name)) return fault('character');
  if (Object.hasOwn(namedConstants, name)) return fault('constant');
  if (!isReserved(name)) return null;
  return fault(Object.hasOwn(operators, name) ? 'function' : 'word');
}

/** What is wrong with the names of the parameters of a typed loss, which must all differ; null if nothing is. */
export function namesFaultOf(names: readonly string[]): NameFault | null {
  const { min, max } = limits.parameters;
  if (names.length < min) return { code: 'none', name: '', max };
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) return { code: 'twice', name: twice, max };
  const wrong = names.map(nameFaultOf).find((fault) => fault !== null);
  if (wrong) return wrong;
  return names.length > max ? { code: 'many', name: names[max] ?? '', max } : null;
}

/** Whether a parameter or a constant of a typed loss may have this name. */
export const isParameterName = (name: string): boolean => nameFaultOf(name) === null;
