import * as v from 'valibot';
import { parametersOf } from '../core/choice';
import { defaultExperiment, freshExperiment } from '../core/defaults';
import { fittingStart } from '../core/edits';
import { expect, integerIn, numberIn, oneOf } from '../core/expectations';
import { limits } from '../core/limits';
import { readLink, type Link } from './linkFields';
import { decodePlot, encodePlot } from './linkPlot';
import { decodeProblem, encodeProblem } from './linkProblem';
import { decodeRun, encodeRun } from './linkRuns';
import { decodeSweep, encodeSweep } from './linkSweep';
import { decodeValue, encodeNumber } from './linkText';
import { usualLossScale } from '../core/lossScale';
import { LINK_VERSION, type LinkFields } from './migrate';
import { fitModifiers } from '../core/modifiers';
import { experimentOn } from '../json/parse';
import { readProblem } from '../json/problem';
import { Reader } from '../json/reader';
import { epochLimit, updateCounts } from '../core/updates';
import { decodeView, encodeView } from './view';
import type { Complaint } from '../core/complaints';
import {
  fieldStyles,
  linkLanguages,
  linkTabs,
  lossAxes,
  lossScales,
  plotQuantities,
  stepArrows,
  type Experiment,
  type LinkState,
  type LossAxis,
} from '../core/types';

/** In place of a start: drawn from the seed. */
const DRAWN = 'drawn';

/** Every update sees a sample at least. */
const EVERY_UPDATE = 1;

/**
 * The fragment of an address, without its `#`, that opens this state: short keys, in a fixed order, of what differs
 * from a fresh experiment on the same problem. The same state always gives the same link (docs/experiment-format.md).
 */
export function encodeLink(state: LinkState): string {
  const experiment = linkable(state.experiment);
  const fields = [
    ['v', String(LINK_VERSION)],
    ...experimentFields(experiment),
    ...screenFields({ ...state, experiment }),
  ];
  return fields.map(([key, value]) => `${key}=${value}`).join('&');
}

/** The experiment without what a link cannot carry. */
function linkable(experiment: Experiment): Experiment {
  const { problem, runs } = experiment;
  if (problem.kind !== 'data' || !problem.given) return experiment;
  const drawn = { kind: problem.kind, id: problem.id, settings: problem.settings };
  const epochs = Math.min(experiment.epochs ?? limits.epochs.min, epochLimit({ problem: drawn, runs }));
  return {
    ...experiment,
    problem: drawn,
    epochs,
    start: fittingStart(experiment, drawn),
    runs: runs.map((run) => fitModifiers(run, drawn)),
  };
}

function experimentFields({ problem, start, steps, epochs, seed, runs }: Experiment): LinkFields {
  const first = freshExperiment(problem, runs);
  const fields: LinkFields = [
    ...encodeProblem(problem),
    ...changed('s', start, first.start, encodeStart),
    ...changed('n', steps, first.steps, encodeNumber),
    ...changed('e', epochs, first.epochs, encodeNumber),
    ...changed('seed', seed, first.seed, encodeNumber),
  ];
  const texts = runs.map(encodeRun);
  const usual = freshExperiment(problem).runs.map(encodeRun);
  const sameRuns = texts.join('&') === usual.join('&');
  const named = fields.filter(([key, value]) => key !== 'p' || value !== defaultProblem);
  return [...named, ...(sameRuns ? [] : texts.map((text) => ['r', text] as const))];
}

const defaultProblem = defaultExperiment.problem.kind === 'custom' ? '' : defaultExperiment.problem.id;

/** The field of a value that differs from its default. */
function changed<T>(key: string, value: T | undefined, usual: T | undefined, encode: (value: T) => string): LinkFields {
  if (value === undefined) return [];
  const text = encode(value);
  return usual !== undefined && text === encode(usual) ? [] : [[key, text]];
}

const encodeStart = (start: Experiment['start']): string =>
  start === null ? DRAWN : start.map(encodeNumber).join(',');

function screenFields({
  experiment,
  step,
  lossScale,
  lossAxis,
  record = EVERY_UPDATE,
  validation,
  plot,
  arrows = [],
  view,
  selected = 0,
  tab = linkTabs[0],
  sweep,
  curvature,
  field,
  probe,
  angle = 0,
  lesson,
  language,
}: LinkState): LinkFields {
  const { problem, runs } = experiment;
  const run = runs[selected];
  const swept = run && sweep ? encodeSweep(experiment, run, sweep) : '';
  return [
    ...(step !== undefined && step < lastStep(experiment) ? [['at', encodeNumber(step)] as const] : []),
    ...changed('scale', lossScale, usualLossScale(problem), String),
    ...(lossAxis !== lossAxes[0] && problem.kind === 'data' ? [['axis', lossAxis] as const] : []),
    ...(record !== EVERY_UPDATE && problem.kind === 'data' ? [['record', encodeNumber(record)] as const] : []),
    ...(validation === false && problem.kind === 'data' ? [['validation', 'false'] as const] : []),
    ...(plot ? [['plot', encodePlot(plot)] as const] : []),
    ...(arrows.length > 0 ? [['arrows', arrows.join(',')] as const] : []),
    ...(view ? [['view', encodeView(view, parametersOf(problem))] as const] : []),
    ...(run && selected > 0 ? [['run', encodeNumber(selected)] as const] : []),
    ...(tab !== linkTabs[0] ? [['tab', tab] as const] : []),
    ...(swept !== '' ? [['sweep', swept] as const] : []),
    ...(lesson ? [['lesson', lesson] as const] : []),
    ...changed('curvature', curvature, lossScales[0], String),
    ...changed('field', field, fieldStyles[0], String),
    ...(probe ? [['probe', probe.map(encodeNumber).join(',')] as const] : []),
    ...(angle !== 0 ? [['angle', encodeNumber(angle)] as const] : []),
    ...(language ? [['lang', language] as const] : []),
  ];
}

/** `batch-sizes`; any such word, for the lessons are not this floor's. */
const lessonKey = expect(v.pipe(v.string(), v.maxLength(48), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)), 'choice', {
  allowed: 'a-z, 0-9, -',
});

const lastStep = (experiment: Experiment): number => Math.max(...updateCounts(experiment));

/**
 * Opens a link's fragment, with or without its `#`. Never throws: what is damaged is complained about and replaced by
 * what a fresh experiment has there; the rest is kept. An empty fragment is the page's first picture.
 */
export function decodeLink(fragment: string): { state: LinkState; complaints: readonly Complaint[] } {
  const reader = new Reader();
  const link = readLink(reader, fragment);
  const state = stateOf(reader, link, experimentOf(reader, link));
  return { state, complaints: reader.complaints };
}

function experimentOf(reader: Reader, { fields, runs }: Link): Experiment {
  const problem = readProblem(reader, decodeProblem(reader, fields, defaultProblem));
  const start = fields.get('s');
  const values: [string, unknown][] = [
    ['start', start === undefined ? undefined : start === DRAWN ? null : start.split(',').map(decodeValue)],
    ['runs', runs.length === 0 ? undefined : runs.map((text, index) => decodeRun(reader, `runs.${index}`, text))],
    ['steps', decodeField(fields, 'n')],
    ['epochs', decodeField(fields, 'e')],
    ['seed', decodeField(fields, 'seed')],
  ];
  return experimentOn(reader, problem, new Map(values));
}

function decodeField(fields: Link['fields'], key: string): number | string | undefined {
  const text = fields.get(key);
  return text === undefined ? undefined : decodeValue(text);
}

function stateOf(reader: Reader, { fields }: Link, experiment: Experiment): LinkState {
  const last = lastStep(experiment);
  const axes = experiment.problem.kind === 'data' ? lossAxes : ([lossAxes[0]] as const);
  const step = reader.read('at', decodeField(fields, 'at'), integerIn('at', { min: 0, max: last }), last);
  const record = decodeRecord(reader, decodeField(fields, 'record'), experiment);
  const validation = reader.read(
    'validation',
    fields.get('validation'),
    oneOf(experiment.problem.kind === 'data' ? ['true', 'false'] : ['true']),
    'true',
  );
  const text = fields.get('view');
  const view = text === undefined ? undefined : decodeView(reader, text, parametersOf(experiment.problem));
  const plotted = fields.get('plot');
  const plot = plotted === undefined ? undefined : decodePlot(reader, plotted, experiment);
  const arrows = reader.each('arrows', fields.get('arrows')?.split(',') ?? [], oneOf(stepArrows)) ?? [];
  const tabs = linkTabs.filter((name) => name !== 'data' || experiment.problem.kind === 'data');
  const tab = reader.read('tab', fields.get('tab'), oneOf(tabs), linkTabs[0]);
  const selected = reader.read(
    'run',
    decodeField(fields, 'run'),
    integerIn('run', { min: 0, max: experiment.runs.length - 1 }),
    0,
  );
  const run = experiment.runs[selected];
  const swept = fields.get('sweep');
  const sweep = swept === undefined || !run ? undefined : decodeSweep(reader, swept, experiment, run);
  const curvature = reader.read('curvature', fields.get('curvature'), oneOf(lossScales), lossScales[0]);
  const field = reader.read('field', fields.get('field'), oneOf(fieldStyles), fieldStyles[0]);
  const probe = decodePoint(reader, 'probe', fields.get('probe'), experiment);
  const angle = reader.read('angle', decodeField(fields, 'angle'), numberIn('angle', limits.angle), 0);
  const lesson = reader.read('lesson', fields.get('lesson'), lessonKey, undefined);
  const language = reader.read('lang', fields.get('lang'), oneOf(linkLanguages), undefined);
  return {
    experiment,
    ...(step < last && { step }),
    lossScale: reader.read('scale', fields.get('scale'), oneOf(lossScales), usualLossScale(experiment.problem)),
    lossAxis: reader.read('axis', fields.get('axis'), oneOf<LossAxis>(axes), lossAxes[0]),
    ...(record !== EVERY_UPDATE && { record }),
    ...(validation === 'false' && { validation: false }),
    ...(plot && plot.quantity !== plotQuantities[0] && { plot }),
    ...(arrows.length > 0 && { arrows: stepArrows.filter((name) => arrows.includes(name)) }),
    ...(view && { view }),
    ...(selected > 0 && { selected }),
    ...(tab !== linkTabs[0] && { tab }),
    ...(sweep && { sweep }),
    ...(curvature !== lossScales[0] && { curvature }),
    ...(field !== fieldStyles[0] && { field }),
    ...(probe && { probe }),
    ...(angle !== 0 && { angle }),
    ...(lesson && { lesson }),
    ...(language && { language }),
  };
}

/** Samples between two losses that are shown. Only updates on data see samples. */
function decodeRecord(reader: Reader, value: unknown, { problem }: Experiment): number {
  if (problem.kind === 'data') return reader.read('record', value, integerIn('record', limits.record), EVERY_UPDATE);
  if (value !== undefined) reader.add('record', value, 'onlyData', { allowed: String(EVERY_UPDATE) });
  return EVERY_UPDATE;
}

/** One number for every parameter; undefined where there is no text, and with a complaint where it is no such point. */
function decodePoint(
  reader: Reader,
  field: string,
  text: string | undefined,
  { problem }: Experiment,
): readonly number[] | undefined {
  if (text === undefined) return undefined;
  const count = parametersOf(problem).length;
  const values = reader.list(field, text.split(',').map(decodeValue), { min: count, max: count });
  return (values && reader.each(field, values, numberIn('x', limits.coordinate))) ?? undefined;
}
