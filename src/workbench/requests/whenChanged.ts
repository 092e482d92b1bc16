/**
 * Something done again only when what it depends on has changed.
 * @param act told all that it depends on, which is compared by identity
 */
export function whenChanged<Inputs extends readonly unknown[]>(
  act: (...inputs: Inputs) => void,
): (...inputs: Inputs) => void {
  let last: Inputs | null = null;
  return (...inputs) => {
    if (last?.every((input, i) => Object.is(input, inputs[i]))) return;
    last = inputs;
    act(...inputs);
  };
}
