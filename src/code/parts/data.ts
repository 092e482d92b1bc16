import { randomSource, streamSeed } from '../../engine/samples/random';
import { comment, indent, listText, numberText } from '../python/lines';
import type { DataSubject } from '../subject/loss';
import type { RunSubject } from '../subject/run';
import type { Library } from './library';
import { samplers } from './samplers';

/** Numbers that a program holds itself; more are read from a file. */
const MAX_NUMBERS = 20_000;

/** The training samples as one tensor, a row for each: features, then the target. */
export function dataLines(subject: RunSubject, data: DataSubject, { tensor }: Library): string[] {
  return [
    ...rowsLines(subject, data),
    ...heldBackLines(subject, data),
    ...(data.choice.settings.standardize === 1 ? standardizeLines(data) : []),
    ...(hasCurriculum(data) ? ['easiest = sorted(range(len(samples)), key=lambda i: difficulty[i])'] : []),
    `samples = ${tensor('samples')}`,
  ];
}

export const hasCurriculum = ({ batch }: DataSubject): boolean => batch.stages > 1;

function rowsLines(subject: RunSubject, data: DataSubject): string[] {
  const { userData, settings } = data.choice;
  if (userData) return writtenOut(userData.x.map((row, i) => [...row, userData.y[i] ?? Number.NaN]));
  const sampler = samplers[data.problem.id];
  if (!sampler) return sampledHere(subject, data);
  const { sample, row, difficulty, after } = sampler(settings);
  const curriculum = hasCurriculum(data);
  return [
    `uniform = stream(${streamSeed(subject.seed, 'data')})`,
    'normal = normal_numbers(uniform)',
    'samples = []',
    ...(curriculum && !after ? ['difficulty = []'] : []),
    `for i in range(${data.total}):`,
    ...indent(sample),
    `    samples.append(${row})`,
    ...(curriculum && !after ? [`    difficulty.append(${difficulty})`] : []),
    ...(after ?? []),
    ...(curriculum && after ? [`difficulty = [${difficulty} for row in samples]`] : []),
  ];
}

/** The samples of a problem that has no sampler in Python, as numbers. */
function sampledHere({ seed }: RunSubject, { problem, choice, total }: DataSubject): string[] {
  const { columns, difficulty } = problem.sample(choice.settings, randomSource(seed, 'data'));
  const rows = Array.from({ length: total }, (_, i) => columns.map((column) => column[i] ?? Number.NaN));
  return [...writtenOut(rows), ...(difficulty ? [`difficulty = ${listText(difficulty)}`] : [])];
}

function writtenOut(rows: readonly (readonly number[])[]): string[] {
  const count = rows.length * (rows[0]?.length ?? 0);
  if (count <= MAX_NUMBERS) return ['samples = [', ...rows.map((row) => `    ${listText(row)},`), ']'];
  return [
    ...comment(
      `${count} numbers are too many to be written out here. This reads them from "samples.csv", which has a line for ` +
        'each sample, without a heading: the features, then the target.',
    ),
    'with open("samples.csv") as file:',
    '    samples = [[float(cell) for cell in line.split(",")] for line in file if line.strip()]',
  ];
}

/** Of user data the seed decides which samples are held back; sampled data are in random order already. */
function heldBackLines({ seed }: RunSubject, { choice, size, total }: DataSubject): string[] {
  if (size === total) return [];
  const isShuffled = choice.userData !== undefined;
  return [
    ...comment(`${total - size} of the ${total} samples are held back: training never sees them.`),
    ...(isShuffled ? [`samples = shuffled(samples, stream(${streamSeed(seed, 'validation')}))`] : []),
    `samples = samples[:${numberText(size)}]`,
  ];
}

const standardizeLines = ({ columns }: DataSubject): string[] => [
  '',
  'def mean(values):',
  '    total = 0.0',
  '    for value in values:',
  '        total += value',
  '    return total/len(values)',
  '',
  `for j in range(${columns.length - 1}):  # every feature, minus its mean, over its standard deviation`,
  '    column = [row[j] for row in samples]',
  '    center = mean(column)',
  '    deviation = math.sqrt(mean([(value - center)**2 for value in column])) or 1',
  '    for row in samples:',
  '        row[j] = (row[j] - center)/deviation',
];
