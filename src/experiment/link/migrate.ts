/** Keys and decoded values of a link, in order; `r` may occur several times. */
export type LinkFields = readonly (readonly [key: string, value: string])[];

/** Entry k rewrites a link of version k as one of version k + 1. */
const migrations: readonly ((fields: LinkFields) => LinkFields)[] = [fromLongKeys];

/** The version that links are written in. */
export const LINK_VERSION = migrations.length;

/** Rewrites a link of an older version as one of the current version. */
export const migrate = (version: number, fields: LinkFields): LinkFields =>
  migrations.slice(version).reduce((older, next) => next(older), fields);

/** Before the first release keys were whole words, and commas separated the segments of a problem or a run. */
function fromLongKeys(fields: LinkFields): LinkFields {
  return fields.map(([key, value]) => [
    longKeys.get(key) ?? key,
    key === 'problem' || key === 'run' ? value.replaceAll(',', ';') : value,
  ]);
}

const longKeys: ReadonlyMap<string, string> = new Map([
  ['problem', 'p'],
  ['loss', 'f'],
  ['parameters', 'vars'],
  ['start', 's'],
  ['steps', 'n'],
  ['epochs', 'e'],
  ['run', 'r'],
]);
