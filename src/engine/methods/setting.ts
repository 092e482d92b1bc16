/** A hyperparameter of a method; the catalogue alone has their defaults (catalogue/methods.ts). Throws RangeError if it is missing. */
export function setting(hyper: Readonly<Record<string, number>>, name: string): number {
  const value = hyper[name];
  if (value === undefined) throw new RangeError(`no hyperparameter ${name}`);
  return value;
}
