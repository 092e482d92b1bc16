import { limits } from './limits';

/**
 * Every kind of fault in input from outside, with the placeholders of its message.
 * All messages also have `field` and `value`.
 */
export const complaintCodes = {
  /** Not `{...}`; `allowed` are its keys. */
  object: ['allowed'],
  /** Not a list, or a list of the wrong length; `range` is e.g. `1 ≤ n ≤ 8`. */
  list: ['range'],
  missing: ['allowed'],
  unknownKey: ['allowed'],
  /** A value where there is nothing to set, such as constants of a loss that has none. */
  nothingToSet: [],
  /** Not one of the allowed values. */
  choice: ['allowed'],
  /** Not a number, or outside `range`, e.g. `0 ≤ beta1 ≤ 1`. */
  number: ['range'],
  integer: ['range'],
  /** Neither `"all"` nor a whole number of `range`. */
  batchSize: ['range'],
  /** Neither true nor false. */
  flag: ['allowed'],
  /** Not a text, or longer than `max` characters. */
  text: ['max'],
  /** A typed loss with a syntax error: `reason` is the code of a FormulaError, `at` its position in characters from 1, `message` its English text. */
  formula: ['reason', 'at', 'message'],
  /** A parameter name that the formula language does not allow. */
  name: ['max'],
  /** A parameter named twice. */
  sameName: ['allowed'],
  /** A field that only data problems, or only functions, have; `allowed` lists what is possible here. */
  onlyData: ['allowed'],
  onlyFunction: ['allowed'],
  /** A part of a training loop around a classical method, which has none; `allowed` lists what it has. */
  onlyRules: ['allowed'],
  /** A choice that only a precision of 16 bits leaves. */
  onlyShort: ['allowed'],
  /** More updates than allowed; `epochs` is how many epochs are within it. */
  updates: ['updates', 'max', 'epochs'],
  /** More visits of samples than the limit. */
  visits: ['visits', 'max', 'epochs'],
  /** A view that does not name every parameter exactly once, or has an empty range; `allowed` is an example. */
  view: ['allowed'],
  /** In links: a repeated key, text that cannot be decoded, a link that is too long. */
  duplicate: ['allowed'],
  encoding: ['allowed'],
  linkLength: ['max'],
  /** A link whose end is missing; `value` is what it ends with. */
  cutOff: ['allowed'],
  /** A link on user data that are not on this device. */
  dataElsewhere: ['allowed'],
  /** A link of a newer version than this page knows. */
  newerLink: ['max'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ComplaintCode = keyof typeof complaintCodes;

/** A fault in one field of input from outside, independent of the language. */
export interface Complaint {
  /** Dotted path of the field, e.g. `runs.0.hyper.lr`. */
  readonly field: string;
  /** The rejected value, shortened for display. */
  readonly value: string;
  /** Key of its message in `src/language/complaints.*.json`. */
  readonly code: ComplaintCode;
  /** Values for the message's placeholders, e.g. { min: 0, max: 1 }. */
  readonly allowed: Readonly<Record<string, string | number>>;
}

/** Values for the placeholders of one code; a formula's complaint also has those of the FormulaError's message. */
export type Allowed<Code extends ComplaintCode> = Complaint['allowed'] &
  Readonly<Record<(typeof complaintCodes)[Code][number], string | number>>;

/** How a field whose name is the empty text is written in a complaint. */
const NAMELESS = '""';

/** Collects complaints while input from outside is read. */
export class Complaints {
  private readonly found: Complaint[] = [];

  /** In the order in which they were found, at most `limits.complaints`. */
  get complaints(): readonly Complaint[] {
    return this.found;
  }

  add<Code extends ComplaintCode>(field: string, value: unknown, code: Code, allowed: Allowed<Code>): void {
    this.complain(field, value, { code, allowed });
  }

  protected complain(field: string, value: unknown, { code, allowed }: Pick<Complaint, 'code' | 'allowed'>): void {
    if (this.found.length < limits.complaints)
      this.found.push({ field: field === '' ? NAMELESS : shorten(field, 80), value: show(value), code, allowed });
  }
}

/** One complaint by itself. */
export function complaint<Code extends ComplaintCode>(
  field: string,
  value: unknown,
  code: Code,
  allowed: Allowed<Code>,
): Complaint {
  const all = new Complaints();
  all.add(field, value, code, allowed);
  const [one] = all.complaints;
  if (!one) throw new RangeError('no complaint is allowed');
  return one;
}

/** A value from outside in a few characters, the same in every language. Reads at most three of its entries. */
export function show(value: unknown): string {
  if (typeof value === 'string') return `"${shorten(value, 40)}"`;
  if (Array.isArray(value)) return `[${firstThree(value.slice(0, 4).map(brief))}]`;
  if (typeof value === 'object' && value !== null)
    return `{${firstThree(Object.keys(value).map((key) => shorten(key, 20)))}}`;
  return shorten(brief(value), 40);
}

function brief(value: unknown): string {
  if (typeof value === 'string') return `"${shorten(value, 20)}"`;
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object' && value !== null) return '{…}';
  return typeof value === 'function' ? 'function' : String(value);
}

const firstThree = (parts: readonly string[]): string =>
  [...parts.slice(0, 3), ...(parts.length > 3 ? ['…'] : [])].join(', ');

const shorten = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length)}…` : text);
