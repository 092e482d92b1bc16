import * as v from 'valibot';
import { defaultExperiment, freshExperiment } from '../core/defaults';
import { isOnUserData } from '../core/choice';
import { expect, oneOf } from '../core/expectations';
import { readLink, type Link } from './linkFields';
import { decodeProblem, encodeProblem } from './linkProblem';
import { decodeRun, encodeRule, encodeRun, ownRulesOf } from './linkRuns';
import { changedFields, decodeScreen, encodeScreen } from './linkScreen';
import { decodeValue, encodeNumber } from './linkText';
import { decodeUserData, encodeUserData, onSampledData } from './linkUserData';
import { LINK_VERSION, type LinkFields } from './migrate';
import { experimentOn } from '../json/parse';
import { readProblem } from '../json/problem';
import { Reader } from '../json/reader';
import type { Complaint } from '../core/complaints';
import type { LinkState } from '../core/screenState';
import { languages } from '../../language/languages';
import type { Experiment, ProblemChoice } from '../core/types';

/** The characters of a packed playlist; whether it can be unpacked is seen later. */
const packedPlaylist = expect(v.pipe(v.string(), v.regex(/^[A-Za-z0-9.-]*[A-Za-z0-9]$/)), 'encoding', {
  allowed: 'A-Z, a-z, 0-9, -, .',
});

/** Written instead of a start whose coordinates are sampled from the seed. */
const SAMPLED_START = 'drawn';

/**
 * The fragment of an address, without its `#`, that opens this state. Its fields are what differs from a fresh experiment
 * on the same problem, in a fixed order, so that a state always has the same link (docs/experiment-format.md).
 */
export function encodeLink(state: LinkState): string {
  const experiment = state.userData?.experiment ?? state.experiment;
  const fields = [
    ['v', String(LINK_VERSION)],
    ...experimentFields(experiment),
    ...encodeUserData(experiment, state.userData?.name),
    ...encodeScreen(state, onSampledData(experiment)),
    ...(state.plays ? [['play', 'true'] as const] : []),
    ...(state.playlist ? [['playlist', state.playlist] as const] : []),
    ...(state.language ? [['lang', state.language] as const] : []),
  ];
  return fields.map(([key, value]) => `${key}=${value}`).join('&');
}

function experimentFields(experiment: Experiment): LinkFields {
  const { problem, start, steps, epochs, seed, runs } = experiment;
  const first = freshExperiment(problem, runs);
  const fields: LinkFields = [
    ...encodeProblem(problem),
    ...fieldIfChanged('s', start, first.start, encodeStart),
    ...fieldIfChanged('n', steps, first.steps, encodeNumber),
    // A link does not carry the order of visits, from which the default of user data may follow.
    ...fieldIfChanged('e', epochs, isOnUserData(experiment) ? undefined : first.epochs, encodeNumber),
    ...fieldIfChanged('seed', seed, first.seed, encodeNumber),
  ];
  const rules = ownRulesOf(runs);
  const texts = runs.map((run) => encodeRun(run, rules));
  const defaultTexts = freshExperiment(problem).runs.map((run) => encodeRun(run, []));
  const sameRuns = texts.join('&') === defaultTexts.join('&');
  const named = fields.filter(([key, value]) => key !== 'p' || value !== defaultProblem);
  return [
    ...named,
    ...(sameRuns ? [] : texts.map((text) => ['r', text] as const)),
    ...rules.map((rule) => ['rule', encodeRule(rule)] as const),
  ];
}

const defaultProblem = defaultExperiment.problem.kind === 'custom' ? '' : defaultExperiment.problem.id;

/** The field of a value, unless its text is that of the default. */
function fieldIfChanged<T>(
  key: string,
  value: T | undefined,
  defaultValue: T | undefined,
  encode: (value: T) => string,
): LinkFields {
  if (value === undefined) return [];
  const text = encode(value);
  return defaultValue !== undefined && text === encode(defaultValue) ? [] : [[key, text]];
}

const encodeStart = (start: Experiment['start']): string =>
  start === null ? SAMPLED_START : start.map(encodeNumber).join(',');

/**
 * Reads a link's fragment, with or without its `#`. Never throws: an invalid field gets a complaint and its default, the
 * rest is kept. An empty fragment is the experiment that the page opens with.
 */
export function decodeLink(fragment: string): { state: LinkState; complaints: readonly Complaint[] } {
  const reader = new Reader();
  const link = readLink(reader, fragment);
  const chosen = readProblem(reader, decodeProblem(reader, link.fields, defaultProblem));
  const { name, problem } = decodeUserData(reader, link.fields.get('data'), chosen);
  const said = experimentOf(reader, link, problem);
  const state = stateOf(reader, link, onSampledData(said));
  return {
    state: name === undefined ? state : { ...state, userData: { name, experiment: said } },
    complaints: reader.complaints,
  };
}

function experimentOf(reader: Reader, { fields, runs, rules }: Link, problem: ProblemChoice): Experiment {
  const start = fields.get('s');
  const values: [string, unknown][] = [
    ['start', start === undefined ? undefined : start === SAMPLED_START ? null : start.split(',').map(decodeValue)],
    [
      'runs',
      runs.length === 0 ? undefined : runs.map((text, index) => decodeRun(reader, `runs.${index}`, text, rules)),
    ],
    ['steps', fieldValue(fields, 'n')],
    ['epochs', fieldValue(fields, 'e')],
    ['seed', fieldValue(fields, 'seed')],
  ];
  return experimentOn(reader, problem, new Map(values));
}

function fieldValue(fields: Link['fields'], key: string): number | string | undefined {
  const text = fields.get(key);
  return text === undefined ? undefined : decodeValue(text);
}

/** The scale and the axis of the loss always, of the other fields those that differ from their defaults. */
function stateOf(reader: Reader, { fields }: Link, experiment: Experiment): LinkState {
  const screen = decodeScreen(reader, fields, experiment);
  const { lossScale, lossAxis } = screen;
  const language = reader.read('lang', fields.get('lang'), oneOf(languages), undefined);
  const plays = reader.read('play', fields.get('play'), oneOf(['true']), undefined);
  const playlist = reader.read('playlist', fields.get('playlist'), packedPlaylist, undefined);
  return {
    experiment,
    ...changedFields(screen, experiment),
    lossScale,
    lossAxis,
    ...(playlist !== undefined && { playlist }),
    ...(language && { language }),
    ...(plays && { plays: true as const }),
  };
}
