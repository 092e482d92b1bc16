import { hyperDomain } from '../../catalogue/hyperparameters';
import { dataCurvature, type DataCurvature } from '../../engine/theory/dataCurvature';
import { networkCurvature } from '../../engine/theory/networkCurvature';
import * as experiments from '../../experiment';
import { dataProblem, defaultChoice } from '../../experiment/core/choice';
import { defaultRun, fullBatch, rateFamilyOf } from '../../experiment/core/defaults';
import type { DataChoice, Experiment, Run, UserData } from '../../experiment/core/types';
import { awaitedNow } from '../stores/awaited';
import { currentExperiment } from '../stores/experimentStore';
import { screenStore, setScreen } from '../stores/screenStore';
import { awaitedOn, showAwaited } from './awaitedData';
import { showProblem } from './edits';
import { withTargetFor } from './largeTarget';

/**
 * Changes to a model of the catalogue on user data, with rates and epochs that suit them, or as a link says that awaits these
 * data, and opens the data tab.
 */
export function setUserData(id: string, data: UserData, settings: DataChoice['settings']): void {
  const userData = withTargetFor(id, data);
  const awaited = awaitedOn(id, userData);
  if (awaited) showAwaited(awaited, settings);
  else showProblem(experimentOnData(currentExperiment(), id, userData, settings));
  // What a link's own data are is no longer the question: these are on the screen.
  const complaints = screenStore.getState().complaints.filter(({ code }) => code !== 'dataElsewhere');
  setScreen({ tab: 'data', complaints });
}

/** What a link that awaits user data says of the model on these; null where it awaits others or none. */
export function awaitedSettings(id: string, data: UserData): DataChoice['settings'] | null {
  const problem = awaitedOn(id, withTargetFor(id, data))?.problem;
  return problem?.kind === 'data' ? problem.settings : null;
}

/** The key of the problem of a link that awaits user data, and how many it awaits; null where none does. */
export function awaitedData() {
  const problem = awaitedNow()?.experiment.problem;
  if (problem?.kind !== 'data') return null;
  const { id, userData } = problem;
  return { id, rows: userData?.y.length ?? 0, features: userData?.x[0]?.length ?? 0 };
}

/** The seed of a random choice of rows: that of everything else on the page. */
export const seedForRows = (): number => currentExperiment().seed;

/** A problem on user data, with the settings that its catalogue entry or `settings` gives. */
function problemOn(id: string, userData: UserData, settings: DataChoice['settings']): DataChoice {
  const plain = defaultChoice(dataProblem(id));
  return { ...plain, settings: { ...plain.settings, ...settings }, userData };
}

/**
 * An experiment on user data in which a run of gradient descent arrives at the minimum, with or without momentum: its rates
 * and epochs follow from the curvature of the data. The rest of the runs stays as the user set it.
 */
export function experimentOnData(
  before: Experiment,
  id: string,
  data: UserData,
  wanted: DataChoice['settings'],
): Experiment {
  const settings = { ...wanted, ...degreeFor(id, data, wanted) };
  const fresh = experiments.changeUserData(before, id, data, settings);
  if (fresh.problem.kind !== 'data') return fresh;
  const curvature = dataCurvature(fresh.problem);
  if (!curvature) return withNetworkRates(fresh, fresh.problem);
  const runs = fresh.runs.map((run) => {
    const rated = withRate(run, curvature, experiments.sampleCount(fresh));
    return withMomentumFor(rated, curvature);
  });
  const rated = { ...fresh, runs };
  return withEpochsFor(rated, updatesToArrive(runs, curvature));
}

/** As many epochs as give every run so many updates, no fewer than there are and no more than are allowed. */
function withEpochsFor(experiment: Experiment, updates: number): Experiment {
  const perEpoch = Math.min(...experiments.updateCounts({ ...experiment, epochs: 1 }));
  const epochs = Math.max(experiment.epochs ?? 1, Math.ceil(updates / perEpoch));
  return { ...experiment, epochs: Math.min(epochs, experiments.epochLimit(experiment)) };
}

/**
 * What `resetExperiment` gives, and on user data the rates that suit them instead of the catalogue's. Every update takes all
 * rows, as when the data were chosen, unless the order of their visits came with them.
 */
export function resetOnData(before: Experiment): Experiment {
  const plain = experiments.resetExperiment(before);
  if (plain.problem.kind !== 'data' || !plain.problem.userData) return plain;
  const { id, userData, settings } = plain.problem;
  const runs = userData.order ? plain.runs : plain.runs.map((run) => ({ ...run, batch: fullBatch }));
  const standardize = Number(suitsStandardized(id, userData));
  return experimentOnData({ ...plain, runs }, id, userData, {
    ...settings,
    ...('standardize' in settings && { standardize }),
  });
}

/** Updates in which a network's loss descends clearly, at rates that suit it. */
const NETWORK_UPDATES = 400;

/**
 * A network on user data with rates that suit its first steps. Adam keeps the catalogue's: it moves weights by its rate
 * whatever the data, and they are of the order of 1.
 */
function withNetworkRates(fresh: Experiment, problem: DataChoice): Experiment {
  const curvature = networkCurvature(problem);
  if (!curvature) return fresh;
  const samples = experiments.sampleCount(fresh);
  const rated = {
    ...fresh,
    runs: fresh.runs.map((run) => {
      const family = rateFamilyOf(run.optimizer);
      if (family === undefined) return run;
      const rate = family === 'sgd' ? STEP_SHARE / batchCurvature(run, curvature, samples) : null;
      return rate ? withLr(run, rate) : { ...run, hyper: { ...run.hyper, lr: ownRate(run, problem) } };
    }),
  };
  return withEpochsFor(rated, NETWORK_UPDATES);
}

const ownRate = ({ optimizer }: Run, problem: DataChoice): number => Number(defaultRun(optimizer, problem).hyper['lr']);

/** Standardizing helps if it makes the longest valley much less long. */
const MUCH_LONGER = 4;

/** Whether standardized features suit these data better than their own units. */
export function suitsStandardized(id: string, data: UserData): boolean {
  const length = (standardize: number) => {
    const settings = { standardize, validation: 0 };
    // Of networks, the curvature of a linear model tells how unequal the features are.
    const like = id in LINEAR_LIKE ? LINEAR_LIKE[id] : id;
    const curvature = dataCurvature(problemOn(like ?? id, data, { ...settings, ...degreeFor(id, data, settings) }));
    return curvature ? curvature.largest / curvature.smallest : 1;
  };
  return length(0) > MUCH_LONGER * length(1);
}

const LINEAR_LIKE: Readonly<Record<string, string>> = {
  'network-fit': 'linear-regression',
  'network-classes': 'logistic-regression',
};

/** A longer valley takes more updates than a run may have. */
const LONGEST_VALLEY = 2000;
const MOST_DEGREE = 3;

/** The highest degree of a polynomial, up to 3, with which gradient descent arrives. */
function degreeFor(id: string, data: UserData, settings: DataChoice['settings']): DataChoice['settings'] {
  if (id !== 'polynomial-regression') return {};
  for (let degree = MOST_DEGREE; degree > 1; degree -= 1) {
    const curvature = dataCurvature(problemOn(id, data, { ...settings, degree }));
    if (curvature && curvature.largest <= LONGEST_VALLEY * curvature.smallest) return { degree };
  }
  return { degree: 1 };
}

/** The share of 1/curvature that is taken as a rate: well below the edges of plain descent, 2, and of Nesterov's momentum, 4/3. */
const STEP_SHARE = 0.7;
/** Adam moves by about its rate: this many updates to the farthest weight. */
const UPDATES_TO_WEIGHT = 20;

function withRate(run: Run, curvature: DataCurvature, samples: number): Run {
  const family = rateFamilyOf(run.optimizer);
  const rate =
    family && { sgd: STEP_SHARE / batchCurvature(run, curvature, samples), adam: adamRate(curvature) }[family];
  return rate ? withLr(run, rate) : run;
}

const withLr = (run: Run, rate: number): Run => ({
  ...run,
  hyper: { ...run.hyper, lr: Math.min(twoDigits(rate), hyperDomain('lr', run.optimizer).max) },
});

/**
 * What a batch's curvature is at most in expectation: between that of the mean and that of one sample. Gower et al. (2019),
 * SGD: General Analysis and Improved Rates, section 3.
 */
function batchCurvature(
  { batch }: Run,
  { largest, largestOfSample }: Pick<DataCurvature, 'largest' | 'largestOfSample'>,
  samples: number,
): number {
  const size = batch && batch.size !== 'all' ? Math.min(batch.size, samples) : samples;
  if (samples === 1 || size === samples) return largest * addedWeight(batch);
  const whole = (samples * (size - 1)) / (size * (samples - 1));
  return (whole * largest + (1 - whole) * largestOfSample) * addedWeight(batch);
}

/** How often micro-batches that are added, not averaged, multiply the curvature. */
const addedWeight = (batch: Run['batch']): number => (batch?.reduce === 'sum' ? batch.accumulate : 1);

/** Null where there is no minimum to walk to. */
function adamRate({ minimum }: DataCurvature): number | null {
  if (!minimum) return null;
  // The last parameter of affine models is the bias, which may be far away; a rate for it would throw the weights about.
  const farthest = Math.max(...minimum.slice(0, -1).map(Math.abs));
  return farthest > 0 ? farthest / UPDATES_TO_WEIGHT : null;
}

/** By which factor the distance must shrink. */
const NEAR = 1e5;
const ENOUGH_UPDATES = 200;
/** More updates than this are worth a larger momentum. */
const MANY_UPDATES = 2000;
const MOST_MOMENTUM = 0.999;

const momentumOf = ({ hyper }: Run): number => Number(hyper['momentum'] ?? 0);

/** Along a valley too long for its momentum, a run gets the momentum that is best for the valley. Nesterov (2004), section 2.2. */
function withMomentumFor(run: Run, curvature: DataCurvature): Run {
  if (rateFamilyOf(run.optimizer) !== 'sgd' || momentumOf(run) === 0) return run;
  if (updatesOf(run, curvature) <= MANY_UPDATES) return run;
  const root = Math.sqrt(Number(run.hyper['lr']) * curvature.smallest);
  const best = Math.min(MOST_MOMENTUM, Number(((1 - root) / (1 + root)).toPrecision(3)));
  return { ...run, hyper: { ...run.hyper, momentum: Math.max(momentumOf(run), best) } };
}

/** Updates until a run of gradient descent has come near the minimum: along the slowest direction, or until its momentum fades. */
function updatesOf(run: Run, { smallest }: DataCurvature): number {
  const momentum = Math.min(momentumOf(run), MOST_MOMENTUM);
  const share = Math.min(1, Number(run.hyper['lr'] ?? 0) * smallest) / (1 - momentum);
  const fading = momentum > 0 ? -Math.log(momentum) / 2 : Infinity;
  return Math.log(NEAR) / Math.min(share, fading);
}

/** Updates until the fastest run has come near the minimum. Without a run of gradient descent it is a guess. */
function updatesToArrive(runs: readonly Run[], curvature: DataCurvature): number {
  const counts = runs
    .filter(({ optimizer }) => rateFamilyOf(optimizer) === 'sgd')
    .map((run) => updatesOf(run, curvature));
  const length = curvature.largest / curvature.smallest;
  const fewest = counts.length > 0 ? Math.min(...counts) : ENOUGH_UPDATES * Math.log10(10 * length);
  return Math.ceil(Math.max(ENOUGH_UPDATES, fewest) / 10) * 10;
}

/** Rounded down, so that a rate below an edge stays there. */
function twoDigits(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Number((Math.floor(value / unit) * unit).toPrecision(2));
}
