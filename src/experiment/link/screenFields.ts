import { parametersOf } from '../core/choice';
import { integerIn, numberIn, oneOf, textUpTo } from '../core/expectations';
import { limits } from '../core/limits';
import { defaultLossScale } from '../core/lossScale';
import { screenDefaults, type ScreenFields } from '../core/screenState';
import { fitSweep } from '../core/sweep';
import {
  axisUnits,
  fieldStyles,
  lowerTabs,
  lossAxesFor,
  lossScales,
  plotFramings,
  stepArrows,
  type Experiment,
} from '../core/types';
import { lastStep } from '../core/updates';
import type { Reader } from '../json/reader';
import { lessonKey } from './lessonKey';
import { decodePlot, encodePlot, fitPlot } from './linkPlot';
import { decodeProse, encodeProse } from './linkProse';
import { decodeStage, encodeStage, fitStage } from './linkStage';
import { decodeSweep, encodeSweep } from './linkSweep';
import { decodeValue, encodeNumber } from './linkText';
import { decodeView, encodeView } from './linkView';

/** What a field's value may depend on. */
export interface ScreenContext {
  readonly experiment: Experiment;
  /** Index of the selected run. */
  readonly selected: number;
}

/** How a link carries one field of the screen. */
interface ScreenField<T> {
  /** The field's name in links. */
  readonly key: string;
  /** The text of a value. A link omits the field if this text is empty or is that of the default. */
  readonly encode: (value: T, context: ScreenContext) => string;
  /** The value of a text; undefined, with a complaint, if the text is invalid. */
  readonly decode: (reader: Reader, text: string, context: ScreenContext) => T | undefined;
  /** The default, if it depends on the experiment; otherwise it is that of `screenDefaults`. */
  readonly defaultFor?: (experiment: Experiment) => T;
  /** Whether the field means anything for an experiment; absent: for every experiment. */
  readonly appliesTo?: (experiment: Experiment) => boolean;
  /** The nearest value that fits an experiment, after a run or parameter that the value refers to has been removed. */
  readonly fit?: (value: T, context: ScreenContext) => T;
}

/**
 * Every screen field, in the order in which links write them and are read. A field may depend on those above it: the
 * sweep is of the selected run.
 */
export const screenFields: { readonly [K in keyof ScreenFields]: ScreenField<ScreenFields[K]> } = {
  step: {
    key: 'at',
    encode: (step, { experiment }) => (step !== null && step <= lastStep(experiment) ? encodeNumber(step) : ''),
    decode: (reader, text, { experiment }) =>
      reader.read('at', decodeValue(text), integerIn('at', { min: 0, max: lastStep(experiment) }), undefined),
  },
  lossScale: {
    ...choiceField('scale', lossScales),
    defaultFor: ({ problem }) => defaultLossScale(problem),
  },
  lossAxis: {
    key: 'axis',
    encode: String,
    decode: (reader, text, { experiment }) =>
      reader.read('axis', text, oneOf(lossAxesFor(isData(experiment))), undefined),
    fit: (axis, { experiment }) => (lossAxesFor(isData(experiment)).includes(axis) ? axis : screenDefaults.lossAxis),
  },
  record: {
    key: 'record',
    encode: encodeNumber,
    decode: decodeRecord,
    appliesTo: isData,
  },
  validation: {
    key: 'validation',
    encode: String,
    decode: (reader, text, { experiment }) => {
      const read = reader.read('validation', text, oneOf(isData(experiment) ? ['true', 'false'] : ['true']), undefined);
      return read === undefined ? undefined : read === 'true';
    },
    appliesTo: isData,
  },
  plot: {
    key: 'plot',
    encode: encodePlot,
    decode: (reader, text, { experiment }) => decodePlot(reader, text, experiment),
    fit: (plot, { experiment }) => fitPlot(plot, experiment),
  },
  arrows: {
    key: 'arrows',
    encode: (arrows) => arrows.join(','),
    decode: (reader, text) => {
      const read = reader.each('arrows', text.split(','), oneOf(stepArrows));
      return read ? stepArrows.filter((name) => read.includes(name)) : undefined;
    },
  },
  framing: choiceField('frame', plotFramings),
  units: choiceField('units', axisUnits),
  view: {
    key: 'view',
    encode: (view, { experiment }) => (view ? encodeView(view, parametersOf(experiment.problem)) : ''),
    decode: (reader, text, { experiment }) => decodeView(reader, text, parametersOf(experiment.problem)),
  },
  selected: {
    key: 'run',
    encode: (selected, { experiment }) => (experiment.runs[selected] ? encodeNumber(selected) : ''),
    decode: (reader, text, { experiment: { runs } }) =>
      reader.read('run', decodeValue(text), integerIn('run', { min: 0, max: runs.length - 1 }), undefined),
    fit: (selected, { experiment: { runs } }) => Math.min(selected, runs.length - 1),
  },
  tab: {
    key: 'tab',
    encode: String,
    decode: (reader, text, { experiment }) =>
      reader.read('tab', text, oneOf(lowerTabs.filter((name) => name !== 'data' || isData(experiment))), undefined),
    fit: (tab, { experiment }) => (tab === 'data' && !isData(experiment) ? screenDefaults.tab : tab),
  },
  sweep: {
    key: 'sweep',
    encode: (sweep, { experiment, selected }) => {
      const run = experiment.runs[selected];
      return sweep && run ? encodeSweep(experiment, run, sweep) : '';
    },
    decode: (reader, text, { experiment, selected }) => {
      const run = experiment.runs[selected];
      return run && decodeSweep(reader, text, experiment, run);
    },
    fit: (sweep, { experiment, selected }) => {
      const run = experiment.runs[selected];
      return sweep && run ? fitSweep(experiment, run, sweep) : null;
    },
  },
  lesson: {
    key: 'lesson',
    encode: (lesson) => lesson ?? '',
    decode: (reader, text) => reader.read('lesson', text, lessonKey, undefined),
  },
  question: {
    key: 'question',
    encode: (question) => question ?? '',
    decode: (reader, text) => reader.read('question', text, lessonKey, undefined),
  },
  stage: {
    key: 'stage',
    encode: (stage) => (stage ? encodeStage(stage) : ''),
    decode: (reader, text, { experiment }) => decodeStage(reader, text, experiment),
    fit: (stage, { experiment }) => stage && fitStage(stage, experiment),
  },
  title: proseField('title', limits.title),
  note: proseField('note', limits.note),
  curvature: choiceField('curvature', lossScales),
  field: choiceField('field', fieldStyles),
  probe: {
    key: 'probe',
    encode: (point) => point?.map(encodeNumber).join(',') ?? '',
    decode: decodeProbe,
    fit: (point, { experiment }) => (point?.length === parametersOf(experiment.problem).length ? point : null),
  },
  angle: {
    key: 'angle',
    encode: encodeNumber,
    decode: (reader, text) => reader.read('angle', decodeValue(text), numberIn('angle', limits.angle), undefined),
  },
};

/** A field whose value is one of a few words; a link has the same word. */
function choiceField<T extends string>(key: string, choices: readonly T[]): ScreenField<T> {
  return { key, encode: String, decode: (reader, text) => reader.read(key, text, oneOf(choices), undefined) };
}

/** A field for what the user writes. */
function proseField(key: string, max: number): ScreenField<string | null> {
  return {
    key,
    encode: (text) => encodeProse(text ?? ''),
    decode: (reader, text) => {
      const decoded = decodeProse(text)?.trim();
      if (decoded !== undefined)
        return reader.read(key, decoded === '' ? undefined : decoded, textUpTo(max), undefined);
      reader.add(key, text, 'text', { max });
      return undefined;
    },
  };
}

function isData({ problem }: Experiment): boolean {
  return problem.kind === 'data';
}

/** Samples between two plotted losses; a complaint if the problem has no data. */
function decodeRecord(reader: Reader, text: string, { experiment }: ScreenContext): number | undefined {
  const value = decodeValue(text);
  if (isData(experiment)) return reader.read('record', value, integerIn('record', limits.record), undefined);
  reader.add('record', value, 'onlyData', { allowed: String(screenDefaults.record) });
  return undefined;
}

/** The coordinates of the probe, one number for every parameter. */
function decodeProbe(reader: Reader, text: string, { experiment }: ScreenContext): readonly number[] | undefined {
  const count = parametersOf(experiment.problem).length;
  const values = reader.list('probe', text.split(',').map(decodeValue), { min: count, max: count });
  return (values && reader.each('probe', values, numberIn('x', limits.coordinate))) ?? undefined;
}
