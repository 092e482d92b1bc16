import type { Evidence } from './evidence';
import type { ClaimOf, Refutation } from './judges';

/** Judges a claim about the error of finite differences. */
export function refuteDifference(claim: ClaimOf<'errs' | 'errsLeast'>, evidence: Evidence): Refutation {
  const found = evidence
    .differencesAt(claim.point)
    ?.find(({ scheme, precision }) => scheme === claim.scheme && precision === claim.precision);
  if (!found) return 'there are no such differences';
  const errorAt = (step: number) => found.errors[found.steps.indexOf(step)] ?? Number.NaN;
  const error = errorAt(claim.step);
  if (claim.kind === 'errs')
    return error >= claim.from && error <= claim.to ? null : `the error at ${claim.step} is ${error}`;
  const least = Math.min(...found.errors);
  return error === least && least <= claim.within ? null : `the error is ${error}, the least one ${least}`;
}
