import type fc from 'fast-check';

/** What a door says of an input: `taken`, or the code of the first thing that it refused. */
export type Verdict = string;

/** A place where something from outside comes in, and what may be brought there. */
export interface Door {
  readonly name: string;
  /** Made at random, or valid once and changed since. */
  readonly inputs: fc.Arbitrary<unknown>;
  /**
   * Takes one input, as the page does.
   * @throws where the door breaks its promise: an error that is no refusal, a refusal without place or words, a result that cannot be used
   */
  readonly take: (input: unknown) => Verdict | Promise<Verdict>;
}

/** A door whose inputs are of one type. */
export const door = <T>(
  name: string,
  inputs: fc.Arbitrary<T>,
  take: (input: T) => Verdict | Promise<Verdict>,
): Door => ({ name, inputs, take: (input) => take(input as T) });
