/** A place in the page's window, in pixels from its upper left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A browser with one window, as far as the smoke tests need it: each is driven by the library that can. */
export interface Browser {
  /** Loads an address, and comes back when the page's scripts have run. */
  goTo(address: string): Promise<void>;
  /** What a function gives in the page. It may use nothing from outside but its argument; both and its promise's value are JSON. */
  evaluate<Given, Result>(work: (given: Given) => Result | Promise<Result>, given: Given): Promise<Result>;
  /** Presses the pointer at a place, moves it to another, and lets go. */
  drag(from: Place, to: Place): Promise<void>;
  /** Errors and warnings in the console since the start. */
  complaints(): readonly string[];
  close(): Promise<void>;
}

/** The JavaScript that calls a function in the page and promises its result as JSON, or null where it has none. */
export const scriptOf = <Given, Result>(work: (given: Given) => Result, given: Given): string =>
  `Promise.resolve((${String(work)})(${JSON.stringify(given)})).then((result) => JSON.stringify(result ?? null))`;
