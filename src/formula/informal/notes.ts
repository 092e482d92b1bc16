/** What the reader may change in a typed formula; each language has its own words for them. */
export type NoteKind =
  | 'leftSide'
  | 'parameters'
  | 'sign'
  | 'power'
  | 'product'
  | 'absolute'
  | 'function'
  | 'brackets'
  | 'root'
  | 'fraction'
  | 'name'
  | 'decimal'
  | 'constant'
  | 'plus';

/** One thing that was read otherwise than it stands: `from` as typed, at `at`, and `to` in the project's notation. */
export interface Note {
  readonly kind: NoteKind;
  readonly from: string;
  readonly to: string;
  readonly at: number;
  readonly length: number;
}

/** Collects notes; of equal ones only the first is kept. */
export class Notes {
  private readonly found = new Map<string, Note>();

  constructor(private readonly text: string) {}

  add(kind: NoteKind, at: number, length: number, to: string): void {
    const from = this.text.slice(at, at + length);
    const key = `${kind} ${from} ${to}`;
    if (from !== to && !this.found.has(key)) this.found.set(key, { kind, from, to, at, length });
  }

  /** All of them, in the order of the text. */
  list(): Note[] {
    return [...this.found.values()].sort((a, b) => a.at - b.at);
  }
}
