import { dataProblem } from '../core/choice';
import { fittingStart } from '../core/edits';
import { integerIn, textUpTo } from '../core/expectations';
import { limits } from '../core/limits';
import { fitModifiers } from '../core/modifiers';
import { epochLimit } from '../core/updates';
import { userDataName } from '../core/userDataName';
import type { Reader } from '../json/reader';
import type { Experiment, ProblemChoice, UserData } from '../core/types';
import { decodeValue, encodeNumber, encodeText } from './linkText';
import type { LinkFields } from './migrate';

const userDataOf = (problem: ProblemChoice): UserData | undefined =>
  problem.kind === 'data' ? problem.userData : undefined;

/**
 * `data=4cd6b60f7e,57,3`: the name of user data, of which links carry only how many rows and features there are.
 * @param name the name where the data in the experiment only stand for them
 */
export function encodeUserData({ problem }: Experiment, name: string | undefined): LinkFields {
  const userData = userDataOf(problem);
  const named = name ?? (userData && userDataName(userData));
  if (named === undefined) return [];
  const shape = userData ? [userData.y.length, userData.x[0]?.length ?? 0] : [];
  return [['data', [encodeText(named), ...shape.map(encodeNumber)].join(',')]];
}

/** The name of a link's user data, if it has any, and its problem on as many rows and features of zeros; links of earlier releases do not say how many. */
export function decodeUserData(reader: Reader, text: string | undefined, problem: ProblemChoice) {
  const [written, ...shape] = text?.split(',') ?? [];
  const name = reader.read('data', written, textUpTo(limits.userDataName), undefined);
  const range = problem.kind === 'data' ? dataProblem(problem.id).features : null;
  if (name === undefined || problem.kind !== 'data' || range === null || shape.length === 0) return { name, problem };
  const [rows, features] = [limits.samples, range].map((each, index) =>
    reader.read('data', decodeValue(shape[index] ?? ''), integerIn('n', each), null),
  );
  if (!rows || !features) return { name, problem };
  const zeros = (length: number): number[] => Array<number>(length).fill(0);
  const row = zeros(features);
  return { name, problem: { ...problem, userData: { x: zeros(rows).map(() => row), y: zeros(rows) } } };
}

/** An experiment on user data as it is on as many sampled ones, without what does not fit these; any other as it is. */
export function onSampledData(experiment: Experiment): Experiment {
  const { problem, runs } = experiment;
  if (problem.kind !== 'data' || !problem.userData) return experiment;
  const settings = { ...problem.settings, samples: problem.userData.y.length };
  const sampled = { kind: problem.kind, id: problem.id, settings };
  const epochs = Math.min(experiment.epochs ?? limits.epochs.min, epochLimit({ problem: sampled, runs }));
  return {
    ...experiment,
    problem: sampled,
    epochs,
    start: fittingStart(experiment, sampled),
    runs: runs.map((run) => fitModifiers(run, sampled)),
  };
}
