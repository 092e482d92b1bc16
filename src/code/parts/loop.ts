import { indent } from '../python/lines';
import type { Subject } from '../subject/subject';
import type { Library } from './library';
import { yieldedNames } from './order';

interface Loop {
  /** The statements of one update. */
  readonly update: readonly string[];
  /** Python for theta as a plain tensor. */
  readonly theta: string;
}

/** The loop of the updates, which keeps the parameters of every row and the full loss there. */
export function loopLines(subject: Subject, library: Library, { update, theta }: Loop): string[] {
  const loss = fullLoss(subject, library, theta);
  return [
    `rows = [${library.list(theta)}]  # the parameters after every update, the start first`,
    `losses = [${library.item(loss)}]`,
    header(subject, update),
    ...indent([
      'if not all(map(math.isfinite, [*rows[-1], losses[-1]])):',
      '    break  # the run has diverged',
      ...update,
      `rows.append(${library.list(theta)})`,
      `losses.append(${library.item(loss)})`,
    ]),
  ];
}

function header({ loss, updates }: Subject, update: readonly string[]): string {
  const countsTime = update.some((line) => /\bt\b/.test(line));
  if (loss.kind === 'function' || loss.isWhole) return `for t in range(1, ${updates + 1}):`;
  const names = yieldedNames(loss).join(', ');
  if (!countsTime) return `for ${names} in batches():`;
  return `for t, ${names.includes(',') ? `(${names})` : names} in enumerate(batches(), 1):`;
}

function fullLoss({ loss }: Subject, library: Library, theta: string): string {
  if (loss.kind === 'data') return library.mean(`sample_losses(${theta}, samples)`);
  return `${loss.objective ? 'objective_at' : 'loss_at'}(${theta})`;
}

/** How the epoch, from 0, follows from the number of the update, `t` from 0. */
export function epochOf({ loss }: Subject): string {
  if (loss.kind === 'function') return '0';
  const perEpoch = Math.ceil(loss.size / (loss.microBatch * loss.batch.accumulate));
  return perEpoch === 1 ? 't' : `t//${perEpoch}`;
}
