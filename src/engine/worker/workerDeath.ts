import english from '../../language/en/workerDeaths.json' with { type: 'json' };

/** Why a worker can no longer be used. The languages' catalogues have a sentence for each kind, under `workerDeath`. */
export type WorkerDeath =
  | { readonly kind: 'notLoaded' | 'unreadable' }
  | { readonly kind: 'stopped'; readonly message: string }
  | { readonly kind: 'silent'; readonly seconds: number };

/** What became of the computation after a worker died. */
export interface WorkerTrouble {
  /**
   * `restarted`: a new worker does the same work again. `onPage`: workers died repeatedly, and the page computes by
   * itself, on the CPU. `lost`: that could not be loaded either; nothing is computed until the next request.
   */
  readonly kind: 'restarted' | 'onPage' | 'lost';
  readonly cause: WorkerDeath;
}

/** The cause in English, for scripts. */
export function describeDeath(death: WorkerDeath): string {
  const values: Readonly<Record<string, unknown>> = { ...death };
  return english[death.kind].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}
