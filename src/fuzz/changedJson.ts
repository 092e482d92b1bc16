import fc from 'fast-check';

/** Names of fields and values that JSON from outside may have where another one belongs. */
const intruders: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, '', 'NaN', -1, 0, 5e-324, 2 ** 53, [], {}, '__proto__', '</script>'),
  fc.double(),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.jsonValue({ maxDepth: 2 }),
);

const names = fc.oneof(
  fc.constantFrom('id', 'runs', 'lr', 'hyper', 'problem', '__proto__', 'constructor', 'toString', 'length', '0'),
  fc.string({ maxLength: 6 }),
);

interface Change {
  readonly path: readonly number[];
  readonly how: 'replace' | 'remove' | 'add' | 'double';
  readonly name: string;
  readonly value: unknown;
}

const change: fc.Arbitrary<Change> = fc.record({
  path: fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
  how: fc.constantFrom('replace', 'remove', 'add', 'double'),
  name: names,
  value: intruders,
});

/** JSON in which a few fields, at any depth, are replaced, taken out, doubled or added. */
export const changedJson = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(values, fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([value, changes]) => changes.reduce((json, one) => withChange(json, one, 0), value));

function withChange(json: unknown, change: Change, depth: number): unknown {
  if (typeof json !== 'object' || json === null) return change.value;
  const entries = Object.entries(json) as [string, unknown][];
  const at = (change.path[depth] ?? 0) % Math.max(1, entries.length);
  const [name, inner] = entries[at] ?? [change.name, change.value];
  const goesOn = depth + 1 < change.path.length && typeof inner === 'object' && inner !== null;
  const replaced = goesOn ? withChange(inner, change, depth + 1) : change.value;
  const here: readonly [string, unknown][] =
    goesOn || change.how === 'replace'
      ? [[name, replaced]]
      : {
          remove: [],
          add: [[name, inner] as [string, unknown], [change.name, change.value] as [string, unknown]],
          double: [[name, [inner, inner]] as [string, unknown]],
        }[change.how];
  const all = [...entries.slice(0, at), ...here, ...entries.slice(at + 1)];
  // Defined one by one, as JSON.parse does, so that `__proto__` is a field like any other.
  return Array.isArray(json) ? all.map(([, one]) => one) : ownFields(all);
}

function ownFields(entries: readonly (readonly [string, unknown])[]): object {
  const made = {};
  for (const [name, value] of entries)
    Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true });
  return made;
}
