import { limits } from '../core/limits';
import { decodeValue, encodeNumber, encodeText } from './linkText';
import { numberIn } from '../core/expectations';
import type { Reader } from '../json/reader';
import type { ParameterView, PlotView, PrincipalView } from '../core/types';

const coordinate = numberIn('x', limits.coordinate);

/** For one axis the range of the loss is the plot's own choice; this stands in its place. */
const ANY_RANGE = [0, 1] as const;

/** In place of the axes: the two principal directions, which are found again from the run. */
const PRINCIPAL = 'principal';

/**
 * `w1,-2,5;b,-2,8;w2,-3.4`: name and range of each axis, then name and value of each parameter that is held.
 * `principal` or `principal,-3,3,-1,1`: the plane of the principal directions, with the ranges along them.
 */
export const encodeView = (view: PlotView, parameters: readonly string[]): string =>
  view.axes === PRINCIPAL
    ? [PRINCIPAL, ...(view.ranges ?? []).flat().map(encodeNumber)].join(',')
    : encodeParameters(view, parameters);

function encodeParameters({ axes, x, y, held }: ParameterView, parameters: readonly string[]): string {
  const ranges = [x, y];
  const shown = axes.map((parameter, k) => [parameters[parameter] ?? '', ...(ranges[k] ?? [])] as const);
  const fixed = parameters.flatMap((name, k) =>
    axes.some((axis) => axis === k) ? [] : [[name, held[k] ?? 0] as const],
  );
  return [...shown, ...fixed]
    .map(([name, ...numbers]) => [encodeText(name), ...numbers.map(encodeNumber)].join(','))
    .join(';');
}

interface Part {
  /** Index of the parameter, -1 where there is none of that name. */
  readonly parameter: number;
  readonly numbers: readonly number[];
}

/** Undefined, with a complaint, where the text is no view of these parameters. */
export function decodeView(reader: Reader, text: string, parameters: readonly string[]): PlotView | undefined {
  const parts: Part[] = [];
  for (const part of text.split(';')) {
    const [name = '', ...values] = part.split(',');
    const numbers = reader.each(`view.${name}`, values.map(decodeValue), coordinate);
    if (numbers === null) return undefined;
    parts.push({ parameter: parameters.indexOf(name), numbers });
  }
  const view = isPrincipal(text) && parameters.length > 2 ? principalOf(parts) : viewOf(parts, parameters.length);
  if (view === undefined) reader.add('view', text, 'view', { allowed: example(parameters) });
  return view;
}

const isPrincipal = (text: string): boolean => text.split(/[,;]/)[0] === PRINCIPAL;

/** No ranges, or both. */
function principalOf([part, ...more]: readonly Part[]): PrincipalView | undefined {
  const [left, right, bottom, top, ...rest] = part?.numbers ?? [];
  if (more.length + rest.length > 0) return undefined;
  if (left === undefined) return { axes: PRINCIPAL };
  if (right === undefined || bottom === undefined || top === undefined || left >= right || bottom >= top)
    return undefined;
  return {
    axes: PRINCIPAL,
    ranges: [
      [left, right],
      [bottom, top],
    ],
  };
}

/** Every parameter once, one or two of them with a range. */
function viewOf(parts: readonly Part[], count: number): ParameterView | undefined {
  const held = Array.from({ length: count }, (_, k) => parts.find(({ parameter }) => parameter === k)?.numbers);
  if (parts.length !== count || held.includes(undefined)) return undefined;
  const axes = parts.flatMap(({ parameter, numbers }) => axisOf(parameter, numbers));
  const [first, second] = axes;
  const fixed = parts.filter(({ numbers }) => numbers.length === 1);
  if (!first || axes.length > 2 || axes.length + fixed.length !== count) return undefined;
  return {
    axes: second ? [first.parameter, second.parameter] : [first.parameter],
    x: first.range,
    y: second?.range ?? ANY_RANGE,
    held: held.map((numbers) => (numbers?.length === 1 ? (numbers[0] ?? 0) : 0)),
  };
}

const axisOf = (parameter: number, [low, high, ...more]: readonly number[]) =>
  low !== undefined && high !== undefined && low < high && more.length === 0
    ? [{ parameter, range: [low, high] as const }]
    : [];

/** Of many parameters the first few, to show the form. */
function example(parameters: readonly string[]): string {
  const axes =
    parameters
      .slice(0, 4)
      .map((name, k) => (k < 2 ? `${name},-2,2` : `${name},0`))
      .join(';') + (parameters.length > 4 ? ';…' : '');
  return parameters.length > 2 ? `${axes} / ${PRINCIPAL}` : axes;
}
