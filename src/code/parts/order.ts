import { streamSeed } from '../../engine/samples/random';
import { comment, listText, numberText } from '../python/lines';
import type { DataSubject } from '../subject/loss';
import type { Subject } from '../subject/subject';
import { hasCurriculum } from './data';

/** Indices that a program holds itself; more are read from a file. */
const MAX_INDICES = 20_000;

/** What `batches()` yields for each update: the samples, and under dropout the factors of the hidden units. */
export const yieldedNames = ({ dropout }: DataSubject): string[] => ['batch', ...(dropout ? ['factors'] : [])];

/** The samples of every update: `batches()` yields their indices, of all the micro-batches of an update together. */
export function orderLines({ seed }: Subject, data: DataSubject): string[] {
  const { size, epochs, microBatch, batch, dropout } = data;
  const order = data.choice.userData?.order;
  const group = microBatch * batch.accumulate;
  const slice = `[first:first + ${group}]`;
  const values = [`order${slice}`, ...(dropout ? [`factors${slice}`] : [])];
  return [
    ...(order ? visitLines(order.slice(0, epochs)) : []),
    'def batches():',
    `    """The samples of every update, by their indices${dropout ? ', with the factors of the hidden units' : ''}."""`,
    ...(needsStream(data) ? [`    uniform = stream(${streamSeed(seed, 'order')})`] : []),
    ...(dropout ? [`    chance = stream(${streamSeed(seed, 'dropout')})`] : []),
    ...(isShuffledOnce(data) ? [`    order = shuffled(range(${size}), uniform)`] : []),
    `    for epoch in range(${epochs}):`,
    ...epochLines(data).map((line) => `        ${line}`),
    ...(dropout ? factorLines(data, dropout).map((line) => `        ${line}`) : []),
    `        for first in range(0, ${size}, ${group}):`,
    `            yield ${values.join(', ')}`,
  ];
}

/** The order of each epoch of user data that bring one. */
function visitLines(order: readonly (readonly number[])[]): string[] {
  const count = order.reduce((sum, epoch) => sum + epoch.length, 0);
  const lines =
    count <= MAX_INDICES
      ? ['visits = [', ...order.map((epoch) => `    ${listText(epoch)},`), ']']
      : [
          ...comment(
            `${count} indices are too many to be written out here. This reads them from "order.csv", which has a line ` +
              'for each epoch: the indices of the samples, from 0, in the order of their visit.',
          ),
          'with open("order.csv") as file:',
          '    visits = [[int(cell) for cell in line.split(",")] for line in file if line.strip()]',
        ];
  return [...lines, '', ''];
}

const hasOwnOrder = ({ choice }: DataSubject): boolean => choice.userData?.order !== undefined;

const needsStream = (data: DataSubject): boolean =>
  !hasOwnOrder(data) && !data.isInOrder && data.batch.sampling !== 'none';

const isShuffledOnce = (data: DataSubject): boolean =>
  needsStream(data) && data.batch.sampling === 'once' && !hasCurriculum(data);

/** The statements that make the order of one epoch. */
function epochLines(data: DataSubject): string[] {
  const { size, epochs, batch } = data;
  const { sampling, stages } = batch;
  if (hasOwnOrder(data)) return ['order = visits[epoch]'];
  if (isShuffledOnce(data)) return [];
  const curriculum = hasCurriculum(data) && !data.isInOrder;
  const pool = curriculum
    ? [`pool = easiest[:math.ceil(${size}*(epoch*${stages}//${epochs} + 1)/${stages})]  # the easiest samples first`]
    : [];
  const from = curriculum ? 'pool' : `range(${size})`;
  const once = sampling === 'none' || data.isInOrder ? `list(${from})` : `shuffled(${from}, uniform)`;
  if (sampling === 'replacement' && !data.isInOrder)
    return [
      ...pool,
      `order = [${curriculum ? 'pool[int(uniform()*len(pool))]' : `int(uniform()*${size})`} for _ in range(${size})]`,
    ];
  if (!curriculum) return [`order = ${once}`];
  return [...pool, 'order = []', `while len(order) < ${size}:`, `    order += ${once}`, `del order[${size}:]`];
}

const factorLines = ({ size }: DataSubject, { factors, p }: NonNullable<DataSubject['dropout']>): string[] => [
  `factors = [[1/(1 - ${numberText(p)}) if chance() >= ${numberText(p)} else 0.0 for _ in range(${factors.length})] for _ in range(${size})]`,
];
