import { fullBatch, ruleDefaults } from '../core/defaults';
import { decodeModifiers, encodeModifiers, modifierKeys } from './linkModifiers';
import { batchKeys } from '../json/runs';
import { decodeValue, encodeNumber } from './linkText';
import { decodeSchedule, encodeSchedule } from './linkSchedule';
import type { Reader } from '../json/reader';
import type { Run } from '../core/types';

/**
 * `adam;lr=0.05;amsgrad;batch=10;schedule=cosine;tMax=50`: what differs from the rule's defaults, a flag by its bare name,
 * then the modifiers, and the schedule last.
 */
export function encodeRun({ optimizer, hyper, batch = fullBatch, schedule, modifiers = {} }: Run): string {
  const defaults = ruleDefaults(optimizer);
  const changed = Object.entries(defaults).flatMap(([name, usual]) => {
    const value = hyper[name] ?? usual;
    return value === usual ? [] : [[name, value] as const];
  });
  const parts = changed.map(([name, value]) => part(name, value));
  const batched = batchKeys.flatMap((key) =>
    batch[key] === fullBatch[key] ? [] : [part(key === 'size' ? BATCH : key, batch[key])],
  );
  parts.push(...batched);
  return [optimizer, ...parts, ...encodeModifiers(modifiers), ...(schedule ? encodeSchedule(schedule) : [])].join(';');
}

function part(name: string, value: number | boolean | string): string {
  if (value === true) return name;
  return `${name}=${typeof value === 'number' ? encodeNumber(value) : value}`;
}

/** The run that a text stands for, as public JSON that is still to be validated. */
export function decodeRun(reader: Reader, field: string, text: string): unknown {
  const [optimizer, ...parts] = text.split(';');
  const at = parts.findIndex((part) => splitAtEquals(part)[0] === SCHEDULE);
  const own = decodeParts(reader, field, at < 0 ? parts : parts.slice(0, at));
  const scheduled = at < 0 ? {} : decodeParts(reader, `${field}.${SCHEDULE}`, parts.slice(at));
  const modifiers = decodeModifiers((at < 0 ? parts : parts.slice(0, at)).map(splitAtEquals));
  const { warmup, ...settings } = own;
  const { [SCHEDULE]: kind, ...args } = scheduled;
  const batched = batchKeys
    .map((key) => [key, settings[key === 'size' ? BATCH : key]] as const)
    .filter(([, value]) => value !== undefined);
  const batch = batched.length === 0 ? undefined : Object.fromEntries(batched);
  const hyper = Object.fromEntries(Object.entries(settings).filter(([name]) => !NOT_HYPER.has(name)));
  return { optimizer, hyper, batch, schedule: decodeSchedule(kind, args, warmup), modifiers };
}

/** A batch's size in links. */
const BATCH = 'batch';

/** Parts of a run that are not its hyperparameters; no rule has one of these names. */
const NOT_HYPER: ReadonlySet<string> = new Set([BATCH, ...batchKeys.filter((key) => key !== 'size'), ...modifierKeys]);

/** Begins the part of a run that its schedule has. */
const SCHEDULE = 'schedule';

/** `name=value` or a bare `name` that stands for true; of two of the same name the first counts. */
export function decodeParts(reader: Reader, field: string, parts: readonly string[]): Record<string, unknown> {
  const found = new Map<string, unknown>();
  for (const text of parts) {
    const [name, value] = splitAtEquals(text);
    if (found.has(name)) reader.add(`${field}.${name}`, value ?? name, 'duplicate', { allowed: `${name}=…` });
    else found.set(name, value === undefined ? true : decodePart(value));
  }
  return Object.fromEntries(found);
}

function decodePart(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return text.includes(',') ? text.split(',').map(decodeValue) : decodeValue(text);
}

/** The text before the first `=`, and what follows it; undefined without one. */
export function splitAtEquals(text: string): readonly [string, string | undefined] {
  const at = text.indexOf('=');
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
