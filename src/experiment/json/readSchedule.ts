import {
  findSchedule,
  schedules,
  warmupArguments,
  type RateSchedule,
  type ScheduleArgument,
  type ScheduleValues,
  type Warmup,
} from '../../catalogue';
import { integerIn, numberIn, oneOf, type Expectation } from '../core/expectations';
import type { Fields, Reader } from './reader';
import { CONSTANT, defaultWarmup, scheduleByKind, scheduleFits } from '../core/schedules';
import type { ProblemChoice, Schedule } from '../core/types';

/** The schedule of a run; undefined if its rate is constant without a warm-up. An absent `kind` means constant. */
export function readSchedule(
  reader: Reader,
  field: string,
  value: unknown,
  problem: ProblemChoice,
): Schedule | undefined {
  if (value === undefined) return undefined;
  const fields = reader.fields(field, value, keysOf(value));
  if (fields === null) return undefined;
  const kind = readKind(reader, `${field}.kind`, fields.get('kind'), problem);
  const warmup = readWarmup(reader, `${field}.warmup`, fields.get('warmup'));
  if (kind === CONSTANT && !warmup) return undefined;
  return { kind, args: readArgs(reader, field, fields, scheduleByKind(kind)), ...(warmup && { warmup }) };
}

/** The keys that a schedule of this kind has; for an unknown kind those of all kinds. */
function keysOf(value: unknown): string[] {
  const kind: unknown =
    typeof value === 'object' && value !== null ? (new Map(Object.entries(value)).get('kind') ?? CONSTANT) : CONSTANT;
  const found = typeof kind === 'string' ? findSchedule(kind) : undefined;
  const names = (found ? [found] : schedules).flatMap(({ args }) => Object.keys(args));
  return ['kind', ...new Set(names), 'warmup'];
}

const anyKind = oneOf(schedules.map(({ kind }) => kind));

function readKind(reader: Reader, field: string, value: unknown, problem: ProblemChoice): string {
  const kind = reader.read(field, value, anyKind, CONSTANT);
  if (scheduleFits(kind, problem)) return kind;
  const fitting = schedules.filter((one) => scheduleFits(one.kind, problem));
  reader.add(field, kind, 'onlyData', { allowed: fitting.map((one) => one.kind).join(', ') });
  return CONSTANT;
}

const readArgs = (reader: Reader, field: string, fields: Fields, { args }: RateSchedule): ScheduleValues =>
  Object.fromEntries(
    Object.entries(args).map(([name, arg]) => [name, readArg(reader, `${field}.${name}`, fields.get(name), name, arg)]),
  );

function readArg(
  reader: Reader,
  field: string,
  value: unknown,
  name: string,
  arg: ScheduleArgument,
): number | readonly number[] {
  if (!('count' in arg)) return reader.read(field, value, argExpectation(name, arg), arg.default);
  const list = value === undefined ? null : reader.list(field, value, arg.count);
  return (list && reader.each(field, list, argExpectation(name, arg))) ?? arg.default;
}

/** What a number in a schedule's arguments may be. */
const argExpectation = (name: string, arg: Pick<ScheduleArgument, 'min' | 'max' | 'integer'>): Expectation<number> =>
  arg.integer ? integerIn(name, arg) : numberIn(name, arg);

function readWarmup(reader: Reader, field: string, value: unknown): Warmup | undefined {
  const fields = value === undefined ? null : reader.fields(field, value, Object.keys(defaultWarmup));
  if (fields === null) return undefined;
  const read = (name: keyof Warmup) =>
    reader.read(`${field}.${name}`, fields.get(name), argExpectation(name, warmupArguments[name]), defaultWarmup[name]);
  return { startFactor: read('startFactor'), steps: read('steps') };
}
