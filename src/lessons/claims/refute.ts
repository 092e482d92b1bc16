import type { ScreenClaim } from '../types';
import { comparisons } from './comparisons';
import { refuteDifference } from './differences';
import type { Evidence } from './evidence';
import type { ClaimOf, Judges, Refutation } from './judges';
import { singles } from './singles';

type Kind = ScreenClaim['kind'];

const judges: Judges<Kind> = { ...singles, ...comparisons, errs: refuteDifference, errsLeast: refuteDifference };

/** Why a claim does not hold of some runs, in words; null if it holds. Throws RangeError if there is no such run. */
export function refute<K extends Kind>(claim: ClaimOf<K>, evidence: Evidence): Refutation {
  const judge: (claim: ClaimOf<K>, evidence: Evidence) => Refutation = judges[claim.kind];
  return judge(claim, evidence);
}
