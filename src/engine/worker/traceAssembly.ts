import type { RunRows, RunTrace, Trace, TracePart } from '../trace/types';

/**
 * Puts a trace together from its parts. Rows that were sent stay where they are and are never copied again: to send every
 * trace as a whole would be work that grows with the square of a long run.
 */
export class TraceAssembly {
  private runs: readonly RunAssembly[] = [];

  /** The trace so far. Its arrays are windows that later parts do not change. */
  add({ runs, ...part }: TracePart): Trace {
    if (runs.every(({ first }) => first === 0)) this.runs = runs.map((_, i) => new RunAssembly(part.totals[i] ?? 0));
    return { ...part, runs: runs.map((rows, i) => (this.runs[i] as RunAssembly).add(rows)) };
  }
}

type Name = 'params' | 'loss' | 'validation' | 'state' | 'samplesSeen' | 'lr';

class RunAssembly {
  private readonly buffers = new Map<Name, Float64Array>();

  constructor(private readonly total: number) {}

  add(part: RunRows): RunTrace {
    const { first, rows, outcome } = part;
    const soFar = (name: Name, updates = 0): Float64Array =>
      this.put(name, part[name] as Float64Array, first, rows, updates);
    return {
      rows,
      outcome,
      params: soFar('params'),
      loss: soFar('loss'),
      ...(part.validation && { validation: soFar('validation') }),
      state: soFar('state'),
      samplesSeen: soFar('samplesSeen'),
      lr: soFar('lr', 1),
      ...(part.evaluations !== undefined && { evaluations: part.evaluations }),
      ...(part.method && { method: part.method }),
    };
  }

  /** @param updates 1 for what belongs to the update before a row: the first row has none */
  private put(name: Name, values: Float64Array, first: number, rows: number, updates: number): Float64Array {
    const [from, to] = [Math.max(0, first - updates), Math.max(0, rows - updates)];
    // A last part may bring no row, but only an outcome; the first one always does.
    const width = to > from ? values.length / (to - from) : 0;
    const buffer = this.buffers.get(name) ?? new Float64Array(width * (this.total - updates));
    if (width > 0) this.buffers.set(name, buffer);
    buffer.set(values, width * from);
    return buffer.subarray(0, (buffer.length / (this.total - updates || 1)) * to);
  }
}
