import { isOwnRule } from '../../catalogue';
import { plainRule } from '../../formula';
import { fullBatch, ruleDefaults } from '../core/defaults';
import { decodePrecision, encodePrecision, PRECISION } from './linkPrecision';
import { decodeModifiers, encodeModifiers, modifierKeys } from './linkModifiers';
import { batchKeys } from '../json/runs';
import { decodeValue, encodeNumber, encodeText } from './linkText';
import { decodeSchedule, encodeSchedule } from './linkSchedule';
import type { Reader } from '../json/reader';
import type { Run } from '../core/types';

/** The key under which a run names the rule number `index` (from 0) of a link. */
const ruleKey = (index: number): string => `rule${index + 1}`;

/** The rules of the user's that some runs have, each once. */
export const ownRulesOf = (runs: readonly Run[]): readonly string[] => [
  ...new Set(runs.flatMap(({ optimizer }) => (isOwnRule(optimizer) ? [optimizer] : []))),
];

/** A rule in one field of a link: without comments, and with semicolons in place of line breaks. */
export const encodeRule = (rule: string): string =>
  encodeText(plainRule(rule).replaceAll('\n', ';')).replace(/%3B|%3D|%2C/g, decodeURIComponent);

/**
 * `adam;lr=0.05;amsgrad;batch=10;schedule=cosine;tMax=50`: the optimizer, the hyperparameters that differ from the rule's
 * defaults (a flag that is on as its bare name), batch, modifiers, precision, and the schedule last.
 * @param rules the user's rules of all runs (`ownRulesOf`), which a run names by their number: `rule1`
 */
export function encodeRun(
  { optimizer, hyper, batch = fullBatch, schedule, modifiers = {}, precision }: Run,
  rules: readonly string[],
): string {
  const defaults = ruleDefaults(optimizer);
  const changed = Object.entries(defaults).flatMap(([name, default_]) => {
    const value = hyper[name] ?? default_;
    return value === default_ ? [] : [[name, value] as const];
  });
  const hyperSegments = changed.map(([name, value]) => encodeSegment(name, value));
  const batchSegments = batchKeys.flatMap((key) =>
    batch[key] === fullBatch[key] ? [] : [encodeSegment(key === 'size' ? BATCH : key, batch[key])],
  );
  return [
    isOwnRule(optimizer) ? ruleKey(rules.indexOf(optimizer)) : optimizer,
    ...hyperSegments,
    ...batchSegments,
    ...encodeModifiers(modifiers),
    ...(precision ? [encodePrecision(precision)] : []),
    ...(schedule ? encodeSchedule(schedule) : []),
  ].join(';');
}

function encodeSegment(name: string, value: number | boolean | string): string {
  if (value === true) return name;
  return `${name}=${typeof value === 'number' ? encodeNumber(value) : value}`;
}

/**
 * The run of a text as public JSON, not yet validated.
 * @param rules the texts of the link's rules
 */
export function decodeRun(reader: Reader, field: string, text: string, rules: readonly string[]): unknown {
  const [optimizer, ...segments] = text.split(';');
  const at = segments.findIndex((segment) => nameAndValue(segment)[0] === SCHEDULE);
  const runSegments = at < 0 ? segments : segments.slice(0, at);
  const scheduleSegments = at < 0 ? [] : segments.slice(at);
  const { warmup, ...others } = decodeSegments(reader, field, runSegments);
  const { [SCHEDULE]: kind, ...args } = decodeSegments(reader, `${field}.${SCHEDULE}`, scheduleSegments);
  const modifiers = decodeModifiers(runSegments.map(nameAndValue));
  const batchEntries = batchKeys
    .map((key) => [key, others[key === 'size' ? BATCH : key]] as const)
    .filter(([, value]) => value !== undefined);
  const batch = batchEntries.length === 0 ? undefined : Object.fromEntries(batchEntries);
  const hyper = Object.fromEntries(Object.entries(others).filter(([name]) => !OTHER_SEGMENTS.has(name)));
  const rule = rules.find((_, index) => ruleKey(index) === optimizer);
  const chosen = rule === undefined ? { optimizer } : { rule };
  const precision = decodePrecision(others[PRECISION]);
  return { ...chosen, hyper, batch, schedule: decodeSchedule(kind, args, warmup), modifiers, precision };
}

/** The name of a batch's size in links. */
const BATCH = 'batch';

/** Names of the segments of a run that are not hyperparameters; no hyperparameter of a rule has one of these names. */
const OTHER_SEGMENTS: ReadonlySet<string> = new Set([
  BATCH,
  ...batchKeys.filter((key) => key !== 'size'),
  ...modifierKeys,
  PRECISION,
]);

/** The name of the segment that begins the schedule; all segments after it belong to the schedule. */
const SCHEDULE = 'schedule';

/** Segments `name=value`, or a bare `name`, which means true; the first of two with the same name counts. */
export function decodeSegments(reader: Reader, field: string, segments: readonly string[]): Record<string, unknown> {
  const found = new Map<string, unknown>();
  for (const text of segments) {
    const [name, value] = nameAndValue(text);
    if (found.has(name)) reader.add(`${field}.${name}`, value ?? name, 'duplicate', { allowed: `${name}=…` });
    else found.set(name, value === undefined ? true : decodeSegment(value));
  }
  return Object.fromEntries(found);
}

function decodeSegment(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return text.includes(',') ? text.split(',').map(decodeValue) : decodeValue(text);
}

/** The text before the first `=` and the text after it; undefined without an `=`. */
export function nameAndValue(text: string): readonly [string, string | undefined] {
  const at = text.indexOf('=');
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
