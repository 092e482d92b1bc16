import type { ScreenClaim } from '../types';
import type { Evidence } from './evidence';

type Kind = ScreenClaim['kind'];
export type ClaimOf<K extends Kind> = Extract<ScreenClaim, { readonly kind: K }>;

/** Why a claim does not hold, in words for a test's report; null if it holds. */
export type Refutation = string | null;

/** A judge for each of some kinds of claims. */
export type Judges<K extends Kind> = { readonly [Each in K]: (claim: ClaimOf<Each>, evidence: Evidence) => Refutation };
