import { screenDefaults, type ScreenFields } from '../core/screenState';
import type { Experiment } from '../core/types';
import type { Reader } from '../json/reader';
import type { LinkFields } from './migrate';
import { screenFields, type ScreenContext } from './screenFields';

type FieldName = keyof ScreenFields;
type Editable<T> = { -readonly [K in keyof T]: T[K] };

const names = Object.keys(screenFields) as FieldName[];

/** The keys of the screen fields in a link, in the order in which they are written. */
export const screenKeys: readonly string[] = names.map((name) => screenFields[name].key);

/** The fields of a link for all screen fields that differ from their defaults. */
export function encodeScreen(screen: Partial<ScreenFields>, experiment: Experiment): LinkFields {
  const context = { experiment, selected: screen.selected ?? screenDefaults.selected };
  return names.flatMap((name) => encodeField(name, screen[name], context));
}

/** The field of a link as a list of one; empty if the value is absent, is the default or does not apply. */
function encodeField<K extends FieldName>(
  name: K,
  value: ScreenFields[K] | undefined,
  context: ScreenContext,
): LinkFields {
  const { key, encode, appliesTo } = screenFields[name];
  if (value === undefined || appliesTo?.(context.experiment) === false) return [];
  const text = encode(value, context);
  return text === '' || text === encode(defaultOf(name, context.experiment), context) ? [] : [[key, text]];
}

const defaultOf = <K extends FieldName>(name: K, experiment: Experiment): ScreenFields[K] =>
  screenFields[name].defaultFor?.(experiment) ?? screenDefaults[name];

/** All screen fields of a link; a field that is missing or invalid has its default. */
export const decodeScreen = (
  reader: Reader,
  fields: ReadonlyMap<string, string>,
  experiment: Experiment,
): ScreenFields =>
  makeScreen(experiment, (name, context) => {
    const { key, decode } = screenFields[name];
    const text = fields.get(key);
    return text === undefined ? undefined : decode(reader, text, context);
  });

/** The screen fields changed to fit an experiment, which may no longer have the run or the parameters they refer to. */
export const fitScreen = (screen: ScreenFields, experiment: Experiment): ScreenFields =>
  makeScreen(experiment, (name, context) => {
    const { appliesTo, fit } = screenFields[name];
    if (appliesTo?.(experiment) === false) return undefined;
    return fit ? fit(screen[name], context) : screen[name];
  });

/**
 * All screen fields, set in the order of the table, so that each may depend on those above it; the default where
 * `valueOf` returns undefined.
 */
function makeScreen(
  experiment: Experiment,
  valueOf: <K extends FieldName>(name: K, context: ScreenContext) => ScreenFields[K] | undefined,
): ScreenFields {
  const screen: Editable<ScreenFields> = { ...screenDefaults };
  const set = <K extends FieldName>(name: K) => {
    const value = valueOf(name, { experiment, selected: screen.selected });
    screen[name] = value === undefined ? defaultOf(name, experiment) : value;
  };
  for (const name of names) set(name);
  return screen;
}

/** Only the fields that a link would contain. */
export function changedFields(screen: ScreenFields, experiment: Experiment): Partial<ScreenFields> {
  const context = { experiment, selected: screen.selected };
  const changed: Editable<Partial<ScreenFields>> = {};
  const copy = <K extends FieldName>(name: K) => {
    if (encodeField(name, screen[name], context).length > 0) changed[name] = screen[name];
  };
  for (const name of names) copy(name);
  return changed;
}
