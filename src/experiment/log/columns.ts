import { logError } from './faults';
import { isNumeric } from './numbers';
import type { LogColumns, LogTable } from './types';

/** `run-1 - train/Loss` as `train_loss`: without the name of the run that Weights & Biases puts before it. */
export const plainName = (name: string): string =>
  (name.split(' - ').at(-1) ?? name)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');

/** Names of a step, the likeliest first. */
const STEPS: readonly RegExp[] = [
  /^(?:global_|train_|training_)?steps?$/,
  /^trainer_global_step$/,
  /^(?:iter|iters|iteration|iterations|it|update|updates|num_updates)$/,
  /^(?:步|步数|步骤|迭代|迭代次数|训练步数|更新次数)$/,
  /^(?:batch|batch_idx|t|k|n|i|index)$/,
  /^(?:unnamed_0)?$/,
];
const EPOCHS = /^(?:epochs?|轮|轮次|轮数|周期)$/;

/** Names of a loss, the likeliest first. */
const LOSSES: readonly RegExp[] = [
  /^(?:(?:train|training)_)?loss$/,
  /^loss_(?:train|training)$/,
  /^(?:(?:train|training)_)?loss_(?:step|batch)$/,
  /^(?:(?:train|training)_)?loss_epoch$/,
  /^(?:损失|损失值|训练损失|目标值|目标函数|函数值)$/,
  /^(?!.*(?:val|test|eval|dev)).*loss/,
  /^(?:value|objective|obj|cost|fval|f|fx|f_x|f_x_y|j|l)$/,
  /loss|损失/,
  /^(?:mse|rmse|mae|nll|error|err|perplexity)$/,
];

/** Names of a loss over held-back samples. */
const VALIDATION_LOSS = /^(?:.*_)?(?:val|valid|validation|dev|eval)_(?:.*_)?loss(?:_epoch)?$|^验证集?损失$/;

/** What the page calls a column: its name, or its number from 1 where the file has no name for it. */
export const shownName = ({ names }: LogTable, column: number): string => names[column] || `#${column + 1}`;

export const isValidationLoss = (name: string): boolean => VALIDATION_LOSS.test(plainName(name)) && !isAside(name);

/** Columns that are no quantity of the run itself, or the spread that Weights & Biases adds to each. */
const ASIDE = /^(?:wall_time|relative_time.*|time|runtime|timestamp|date|datetime|elapsed|seconds)$|__?(?:min|max)$/;

const isAside = (name: string): boolean => ASIDE.test(plainName(name)) || /__(?:MIN|MAX)$/.test(name);

/** Indices of the columns that hold numbers, or mostly numbers: a cell that is none is then a fault that can be named. */
export const numericColumns = ({ names, rows }: LogTable, all = false): readonly number[] =>
  names.flatMap((_, column) =>
    isNumeric(
      rows.map((row) => row[column]),
      all,
    )
      ? [column]
      : [],
  );

/** The column of a step that counts updates, or else epochs; null if there is none. */
function stepColumn({ names }: LogTable, numeric: readonly number[]): number | null {
  const among = [...STEPS, EPOCHS];
  for (const pattern of among) {
    const found = numeric.find((column) => pattern.test(plainName(names[column] ?? '')));
    if (found !== undefined) return found;
  }
  return null;
}

export const isEpochName = (name: string): boolean => EPOCHS.test(plainName(name));

/** Columns that may be the loss, the likeliest first. @throws LogError if there is none */
export function lossColumns(table: LogTable): readonly number[] {
  const { names } = table;
  const numeric = numericColumns(table);
  const step = stepColumn(table, numeric);
  const free = numeric.filter(
    (column) => column !== step && !isAside(names[column] ?? '') && !isEpochName(names[column] ?? ''),
  );
  const rank = (column: number): number => {
    const found = LOSSES.findIndex((pattern) => pattern.test(plainName(names[column] ?? '')));
    return found < 0 ? LOSSES.length : found;
  };
  const ranked = [...free].sort((a, b) => rank(a) - rank(b) || a - b);
  const [best] = ranked;
  // Without a name that says so, only a column that stands alone is taken for the loss.
  if (best === undefined || (rank(best) === LOSSES.length && ranked.length > 1))
    throw logError('noLoss', {
      found: names
        .filter((name) => name !== '')
        .slice(0, 8)
        .join(', '),
    });
  return ranked;
}

/** What the columns most likely are. @throws LogError if none can be the loss */
export function likelyColumns(table: LogTable): LogColumns {
  const [loss = 0] = lossColumns(table);
  return { step: stepColumn(table, numericColumns(table)), loss };
}

/** Whether a table is a log by its names: it has a loss and something that counts. */
export function looksLikeLog(table: LogTable): boolean {
  const numeric = numericColumns(table);
  const counted = numeric.some((column) => {
    const name = plainName(table.names[column] ?? '');
    return name.length > 1 && (EPOCHS.test(name) || STEPS.some((pattern) => pattern.test(name)));
  });
  const hasLoss = numeric.some((column) => {
    const name = plainName(table.names[column] ?? '');
    return (
      /loss|损失/.test(name) || (name === 'value' && table.names.some((other) => plainName(other) === 'wall_time'))
    );
  });
  return hasLoss && (counted || table.countsEpochs);
}
