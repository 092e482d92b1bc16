import { screenDefaults, type ScreenFields } from '../core/screenState';
import type { Experiment } from '../core/types';
import type { Reader } from '../json/reader';
import type { LinkFields } from './migrate';
import { screenFields, type ScreenContext } from './screenFields';

type FieldName = keyof ScreenFields;
type Editable<T> = { -readonly [K in keyof T]: T[K] };

const names = Object.keys(screenFields) as FieldName[];

/** The names of the screen's fields in a link, in the order in which they are written. */
export const screenKeys: readonly string[] = names.map((name) => screenFields[name].key);

/** The fields of a link for what differs from the defaults. */
export function encodeScreen(screen: Partial<ScreenFields>, experiment: Experiment): LinkFields {
  const context = { experiment, selected: screen.selected ?? screenDefaults.selected };
  return names.flatMap((name) => encodeField(name, screen[name], context));
}

/** No field where the value is absent, the default, or does not apply. */
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

/** Every field of the screen that a link shows: the default where the link names none, or a damaged one. */
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

/** The screen as far as it applies to an experiment: it may name runs or parameters that are no longer there. */
export const fitScreen = (screen: ScreenFields, experiment: Experiment): ScreenFields =>
  makeScreen(experiment, (name, context) => {
    const { appliesTo, fit } = screenFields[name];
    if (appliesTo?.(experiment) === false) return undefined;
    return fit ? fit(screen[name], context) : screen[name];
  });

/** The values in the table's order, so that each may depend on the fields above it; the default where there is none. */
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

/** Only the fields that a link would name. */
export function changedFields(screen: ScreenFields, experiment: Experiment): Partial<ScreenFields> {
  const context = { experiment, selected: screen.selected };
  const changed: Editable<Partial<ScreenFields>> = {};
  const copy = <K extends FieldName>(name: K) => {
    if (encodeField(name, screen[name], context).length > 0) changed[name] = screen[name];
  };
  for (const name of names) copy(name);
  return changed;
}
