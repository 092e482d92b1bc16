import { findProblem, isOwnRule } from '../../catalogue';
import { requireEntry, dataProblem, hyperById } from '../core/choice';
import { fullBatch } from '../core/defaults';
import { normalizeModifiers } from '../core/modifiers';
import { batchKeys } from './runs';
import { writtenNumbers } from '../core/writtenNumbers';
import { defaultSchedule } from '../core/schedules';
import type {
  Batch,
  CustomChoice,
  DataChoice,
  Experiment,
  FunctionChoice,
  UserData,
  Modifiers,
  NumberFormat,
  ProblemChoice,
  Run,
  RunPrecision,
  Schedule,
  Warmup,
} from '../core/types';

/** An experiment as files and scripts write it: docs/experiment-format.md, public/experiment.schema.json. */
export interface ExperimentJson {
  readonly version: 1;
  readonly problem: ProblemJson;
  readonly start: readonly number[] | null;
  readonly steps?: number;
  readonly epochs?: number;
  readonly seed: number;
  readonly runs: readonly {
    readonly optimizer?: string;
    /** A rule that the user wrote, in place of `optimizer`. */
    readonly rule?: string;
    readonly hyper: Run['hyper'];
    readonly batch?: BatchJson;
    readonly schedule?: ScheduleJson;
    readonly modifiers?: Modifiers;
    /** A format by itself, or with how it is used. */
    readonly precision?: NumberFormat | RunPrecision;
  }[];
}

type BatchJson = Partial<Batch>;

/** The kind with its arguments beside it. */
interface ScheduleJson {
  readonly kind: string;
  readonly warmup?: Warmup;
  readonly [argument: string]: string | number | readonly number[] | Warmup | undefined;
}

export type SettingsJson = Readonly<Record<string, number | readonly number[]>>;

/** User data, with the settings of the model beside them. */
type UserDataJson = UserData & { readonly [setting: string]: number | UserData[keyof UserData] };

type ProblemJson =
  | { readonly id: string; readonly constants: SettingsJson }
  | { readonly id: string; readonly data: SettingsJson | UserDataJson }
  | Omit<CustomChoice, 'kind'>;

/**
 * The canonical public JSON of an experiment: everything written out, with keys in a fixed order.
 * `parseExperiment(toJson(e))` returns e.
 */
export function toJson({ version, problem, start, steps, epochs, seed, runs }: Experiment): ExperimentJson {
  return {
    version,
    problem: problemJson(problem),
    start,
    ...(steps !== undefined && { steps }),
    ...(epochs !== undefined && { epochs }),
    seed,
    runs: runs.map(runJson),
  };
}

function problemJson(problem: ProblemChoice): ProblemJson {
  if (problem.kind === 'custom') return customJson(problem);
  if (problem.kind === 'function') return { id: problem.id, constants: settingsJson(problem) };
  const { userData } = problem;
  if (!userData) return { id: problem.id, data: settingsJson(problem) };
  const { modelSettings } = dataProblem(problem.id);
  const model = Object.fromEntries(modelSettings.map((name) => [name, valueOf(problem.settings, name)]));
  return {
    id: problem.id,
    data: {
      x: userData.x,
      y: userData.y,
      ...(userData.order && { order: userData.order }),
      ...(userData.names && { names: userData.names }),
      ...(userData.divisors && { divisors: userData.divisors }),
      ...(userData.classes && { classes: userData.classes }),
      ...model,
    },
  };
}

const customJson = ({ loss, parameters, constants, ranges }: CustomChoice): Omit<CustomChoice, 'kind'> => ({
  loss,
  parameters,
  ...(constants && { constants }),
  ...(ranges && { ranges }),
});

/** Constants of a function, or settings of sampled data with numbered ones as lists, in the catalogue's order. */
export function settingsJson(choice: FunctionChoice | DataChoice): SettingsJson {
  const values = choice.kind === 'function' ? choice.constants : choice.settings;
  return Object.fromEntries(
    writtenNumbers(requireEntry(choice.id, findProblem(choice.id))).map(({ key, names, vector }) => [
      key,
      vector ? names.map((name) => valueOf(values, name)) : valueOf(values, key),
    ]),
  );
}

function runJson({ optimizer, hyper, batch, schedule, modifiers, precision }: Run) {
  const ordered = Object.fromEntries(hyperById(optimizer).map(({ name }) => [name, valueOf(hyper, name)]));
  const tidied = modifiers && normalizeModifiers(modifiers);
  return {
    ...(isOwnRule(optimizer) ? { rule: optimizer } : { optimizer }),
    hyper: ordered,
    ...(batch && { batch: batchJson(batch) }),
    ...(schedule && { schedule: scheduleJson(schedule) }),
    ...(tidied && { modifiers: tidied }),
    ...(precision && { precision: precisionJson(precision) }),
  };
}

function precisionJson({ format, rounding, master }: RunPrecision): NumberFormat | RunPrecision {
  const isPlain = !rounding && !master;
  return isPlain ? format : { format, ...(rounding && { rounding }), ...(master && { master }) };
}

/** Size and accumulation always; the rest if it differs from the default. */
const batchJson = (batch: Batch): BatchJson =>
  Object.fromEntries(
    batchKeys.flatMap((key) => (ALWAYS.includes(key) || batch[key] !== fullBatch[key] ? [[key, batch[key]]] : [])),
  );

const ALWAYS: readonly string[] = ['size', 'accumulate'];

function scheduleJson({ kind, args, warmup }: Schedule): ScheduleJson {
  const ordered = Object.fromEntries(
    Object.keys(defaultSchedule(kind).args).map((name) => [name, valueOf(args, name)]),
  );
  return { kind, ...ordered, ...(warmup && { warmup: { startFactor: warmup.startFactor, steps: warmup.steps } }) };
}

/** The value of a name. Throws RangeError if it is missing, which a validated experiment excludes. */
function valueOf<T>(values: Readonly<Record<string, T>>, name: string): T {
  const value = values[name];
  if (value === undefined) throw new RangeError(`"${name}" is missing from the experiment`);
  return value;
}
