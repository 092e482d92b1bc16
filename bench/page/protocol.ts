/** The worker is asked to run a contestant once. */
export interface Call {
  readonly id: number;
  readonly contest: string;
  readonly contestant: string;
}

/** How long that took, in milliseconds, and every number that came out. */
export interface Result {
  readonly ms: number;
  readonly answer: readonly number[];
}

export type Reply = { readonly id: number } & (Result | { readonly failed: string });
