import { limits } from './limits';

/**
 * Every way in which something from outside can be wrong, with the placeholders that its message has.
 * All messages have `field` and `value` as well.
 */
export const complaintCodes = {
  /** Not `{...}`; `allowed` are its keys. */
  object: ['allowed'],
  /** Not a list, or of a wrong length; `range` is e.g. `1 ≤ n ≤ 8`. */
  list: ['range'],
  missing: ['allowed'],
  unknownKey: ['allowed'],
  /** Not one of a few. */
  choice: ['allowed'],
  /** Not a number, or outside of `range`, e.g. `0 ≤ beta1 ≤ 1`. */
  number: ['range'],
  integer: ['range'],
  /** Neither `"all"` nor a whole number of `range`. */
  batchSize: ['range'],
  /** Neither true nor false; `allowed` says so in the notation of the format. */
  flag: ['allowed'],
  /** Not a text, or longer than `max` characters. */
  text: ['max'],
  /** A typed loss that cannot be read: `reason` is a FormulaError's code, `at` counts characters from 1, `message` is its English. */
  formula: ['reason', 'at', 'message'],
  /** A parameter's name that the formula language does not allow. */
  name: ['max'],
  /** A parameter named twice. */
  sameName: ['allowed'],
  /** A field that only data problems, or only functions, have. */
  onlyData: ['allowed'],
  onlyFunction: ['allowed'],
  /** More updates than allowed; `epochs` is how many epochs are within it. */
  updates: ['updates', 'max', 'epochs'],
  /** More visits of samples than there is room for. */
  visits: ['visits', 'max', 'epochs'],
  /** A plot's view that does not name every parameter once, or has a range that is none; `allowed` is an example. */
  view: ['allowed'],
  /** In links: a key that stands twice, text that cannot be decoded, a link that is too long. */
  duplicate: ['allowed'],
  encoding: ['allowed'],
  linkLength: ['max'],
  /** A link of a version that this page does not know yet. */
  newerLink: ['max'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ComplaintCode = keyof typeof complaintCodes;

/** What was wrong with one field of something from outside, in a form every language can say. */
export interface Complaint {
  /** Dotted path of the field, e.g. `runs.0.hyper.lr`. */
  readonly field: string;
  /** The value that was found, shortened for display. */
  readonly value: string;
  /** Message key of `complaint.*` in the message catalogue; complaints.ts lists them with their placeholders. */
  readonly code: ComplaintCode;
  /** Values for the message's placeholders, e.g. { min: 0, max: 1 }. */
  readonly allowed: Readonly<Record<string, string | number>>;
}

/** Values for the placeholders of one code; a formula's complaint also carries those of its own message. */
export type Allowed<Code extends ComplaintCode> = Complaint['allowed'] &
  Readonly<Record<(typeof complaintCodes)[Code][number], string | number>>;

/** Collects what was wrong while something from outside is read. */
export class Complaints {
  private readonly found: Complaint[] = [];

  /** At most `limits.complaints` of them, in the order in which they were found. */
  get complaints(): readonly Complaint[] {
    return this.found;
  }

  add<Code extends ComplaintCode>(field: string, value: unknown, code: Code, allowed: Allowed<Code>): void {
    this.complain(field, value, { code, allowed });
  }

  protected complain(field: string, value: unknown, { code, allowed }: Pick<Complaint, 'code' | 'allowed'>): void {
    if (this.found.length < limits.complaints)
      this.found.push({ field: shorten(field, 80), value: show(value), code, allowed });
  }
}

/** A value from outside in a few characters, the same in every language. Looks at three entries of it at most. */
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
