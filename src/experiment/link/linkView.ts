import { limits } from '../core/limits';
import { decodeValue, encodeNumber, encodeText } from './linkText';
import { numberIn } from '../core/expectations';
import type { Reader } from '../json/reader';
import type { ParameterView, PlotView, PrincipalView } from '../core/types';

const coordinate = numberIn('x', limits.coordinate);

/** A view of one axis has no y range: the plot chooses the range of the loss. This is written instead. */
const ANY_RANGE = [0, 1] as const;

/** Written instead of the axes of a principal plane, whose directions are computed again from the run. */
const PRINCIPAL = 'principal';

/**
 * `w1,-2,5;b,-2,8;w2,-3.4`: name and range of each axis, then name and value of each held parameter.
 * `principal` or `principal,-3,3,-1,1`: the plane of the principal directions, with or without the ranges along them.
 */
export const encodeView = (view: PlotView, parameters: readonly string[]): string =>
  view.kind === PRINCIPAL
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

/** The text between two semicolons. */
interface ViewSegment {
  /** Index of the parameter, -1 where no parameter has that name. */
  readonly parameter: number;
  readonly numbers: readonly number[];
}

/** Undefined, with a complaint, if the text is not a view of these parameters. */
export function decodeView(reader: Reader, text: string, parameters: readonly string[]): PlotView | undefined {
  const segments: ViewSegment[] = [];
  for (const segment of text.split(';')) {
    const [name = '', ...values] = segment.split(',');
    const numbers = reader.each(`view.${name}`, values.map(decodeValue), coordinate);
    if (numbers === null) return undefined;
    segments.push({ parameter: parameters.indexOf(name), numbers });
  }
  const view = isPrincipal(text) && parameters.length > 2 ? principalOf(segments) : viewOf(segments, parameters.length);
  if (view === undefined) reader.add('view', text, 'view', { allowed: example(parameters) });
  return view;
}

const isPrincipal = (text: string): boolean => text.split(/[,;]/)[0] === PRINCIPAL;

/** Both ranges, or none; undefined if there is anything else. */
function principalOf([first, ...more]: readonly ViewSegment[]): PrincipalView | undefined {
  const [left, right, bottom, top, ...rest] = first?.numbers ?? [];
  if (more.length + rest.length > 0) return undefined;
  if (left === undefined) return { kind: PRINCIPAL };
  if (right === undefined || bottom === undefined || top === undefined || left >= right || bottom >= top)
    return undefined;
  return {
    kind: PRINCIPAL,
    ranges: [
      [left, right],
      [bottom, top],
    ],
  };
}

/** Undefined unless the segments name every parameter once, one or two of them with a range. */
function viewOf(segments: readonly ViewSegment[], count: number): ParameterView | undefined {
  const held = Array.from({ length: count }, (_, k) => segments.find(({ parameter }) => parameter === k)?.numbers);
  if (segments.length !== count || held.includes(undefined)) return undefined;
  const axes = segments.flatMap(({ parameter, numbers }) => axisOf(parameter, numbers));
  const [first, second] = axes;
  const heldSegments = segments.filter(({ numbers }) => numbers.length === 1);
  if (!first || axes.length > 2 || axes.length + heldSegments.length !== count) return undefined;
  const x = first.range;
  const heldAt = held.map((numbers) => (numbers?.length === 1 ? (numbers[0] ?? 0) : 0));
  return second
    ? { kind: 'plane', axes: [first.parameter, second.parameter], x, y: second.range, held: heldAt }
    : { kind: 'curve', axes: [first.parameter], x, y: ANY_RANGE, held: heldAt };
}

const axisOf = (parameter: number, [low, high, ...more]: readonly number[]) =>
  low !== undefined && high !== undefined && low < high && more.length === 0
    ? [{ parameter, range: [low, high] as const }]
    : [];

/** The form of a view, shown with the first four parameters at most. */
function example(parameters: readonly string[]): string {
  const axes =
    parameters
      .slice(0, 4)
      .map((name, k) => (k < 2 ? `${name},-2,2` : `${name},0`))
      .join(';') + (parameters.length > 4 ? ';…' : '');
  return parameters.length > 2 ? `${axes} / ${PRINCIPAL}` : axes;
}
