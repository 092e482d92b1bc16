import type { Device, Tables } from '../gpu/device';
import type { EngineName } from '../trace/types';
import type { TileCost } from './cost';
import { layoutOf, RUNS_PER_TEXEL } from './layout';
import { emptyMeasures, storeLosses, storeMeasures, texelsPerRow } from './measures';
import { planAt, planSweep, type Grid, type SweepPlan } from './plan';
import { sweepSource } from './shader';
import { hasLossOnly, lossOnlySource, pairedTable } from './shader.lossOnly';
import { summarize } from './summary';
import { gridTables, mostPixels, pixelTables } from './tables';
import type { SweepMeasures, SweepRequest, SweepResult } from './types';
import { sweepDraw, type SweepDraw, type SweepProgram } from './work';

/** Sides, in pixels, of the grids before the one that was asked for. */
const COARSE_SIDES = [32, 128];
/** Milliseconds of computing on the CPU between two yields. */
const SLICE_MS = 20;

/** The grids of a streamed sweep, coarse to fine; one with more than half the final side is left out. */
export function gridsOf({ width, height }: Grid): Grid[] {
  const coarse = COARSE_SIDES.filter((side) => 2 * side <= Math.max(width, height));
  return [
    ...coarse.map((side) => ({ width: Math.min(side, width), height: Math.min(side, height) })),
    { width, height },
  ];
}

/** The measures of a grid that is filled texel by texel. */
class GridBuffer {
  readonly measures: SweepMeasures;
  /** Texels of the grid. */
  readonly size: number;
  /** Texels computed so far. */
  done = 0;

  constructor(
    private readonly engine: EngineName,
    readonly grid: Grid,
    private readonly runs = 1,
  ) {
    this.measures = emptyMeasures(grid.width * grid.height);
    this.size = texelsPerRow(grid, runs) * grid.height;
  }

  get left(): number {
    return this.size - this.done;
  }

  store(texels: Float32Array, count: number): void {
    if (this.runs === 1) storeMeasures(this.measures, texels, this.done, count);
    else storeLosses(this.measures, texels, this.grid, this.done, count);
    this.done += count;
  }

  /** The result so far. It shares its arrays with later ones, so a caller that keeps it must copy it. */
  result(): SweepResult {
    const {
      engine,
      measures,
      grid: { width, height },
    } = this;
    return { engine, width, height, done: Math.floor(this.done / texelsPerRow(this.grid, this.runs)), measures };
  }
}

/**
 * Runs a sweep on a device, grid after grid, and yields the present grid after every draw. `cost` keeps the draws short.
 * @throws ExperimentError for a request that `checkSweep` refuses, RangeError if its tables would be too large, ContextLostError
 */
export function* sweepOnDevice(
  request: SweepRequest,
  grids: readonly Grid[],
  device: Device,
  cost: TileCost,
): Generator<SweepResult, void> {
  const sweep = planSweep(request);
  const layout = layoutOf(sweep);
  const lossOnly = request.only === 'loss' && hasLossOnly(sweep, layout);
  const source = lossOnly ? lossOnlySource(sweep, layout) : sweepSource(sweep, layout);
  const runs = lossOnly ? RUNS_PER_TEXEL : 1;
  const program: SweepProgram = { sweep, layout, source, runs };
  for (const grid of grids) {
    const buffer = new GridBuffer(device.status.engine, grid, runs);
    const tables = gridTables(sweep, layout, grid, device, lossOnly && pairedTable(layout) !== null);
    const tiles = new TileRunner(program, buffer, tables, device, cost);
    try {
      while (buffer.left > 0) {
        tiles.advance();
        yield buffer.result();
      }
    } finally {
      tiles.dispose();
      for (const table of Object.values(tables)) table.dispose();
    }
  }
}

/** The runs of one draw, and the tables that only they need. */
interface Tile {
  readonly work: SweepDraw;
  readonly own: Tables;
}

/**
 * Computes a grid tile by tile. While the GPU computes one, the tables of the next are made. The next draw is not issued
 * before the reading: a GPU executes draws in order, so that the reading would wait for both.
 */
class TileRunner {
  private ready: Tile | null = null;
  private next = 0;

  constructor(
    private readonly program: SweepProgram,
    private readonly buffer: GridBuffer,
    private readonly tables: Tables,
    private readonly device: Device,
    private readonly cost: TileCost,
  ) {}

  /** Computes and reads one more tile. */
  advance(): void {
    const tile = this.ready ?? this.prepare();
    if (!tile) return;
    const { device, cost } = this;
    const { work, own } = tile;
    const started = performance.now();
    const result = device.run(work, { ...this.tables, ...own });
    this.ready = this.prepare();
    const texels = device.read(result, work);
    cost.learn(device.status.engine, work.sweep, work.count * work.runs, performance.now() - started);
    this.buffer.store(texels, work.count);
    result.dispose();
    free(tile);
  }

  dispose(): void {
    if (this.ready) free(this.ready);
  }

  private prepare(): Tile | null {
    const { program, device, buffer, cost } = this;
    const left = buffer.size - this.next;
    if (left === 0) return null;
    const count = Math.min(
      left,
      Math.ceil(cost.runs(device.status.engine, program.sweep) / program.runs),
      mostPixels(program),
    );
    const work = sweepDraw(program, buffer.grid, this.next, count);
    this.next += count;
    return { work, own: pixelTables(work, device) };
  }
}

const free = ({ own }: Tile): void => Object.values(own).forEach((table) => table.dispose());

/** Runs a sweep in float64 on the CPU, run by run, as the reference for the other engines. Yields periodically. */
export function* sweepReference(request: SweepRequest): Generator<SweepResult, void> {
  const sweep = planSweep(request);
  const buffer = new GridBuffer('float64', request);
  let started = performance.now();
  while (buffer.left > 0) {
    buffer.store(referenceRun(sweep, buffer), 1);
    if (buffer.left > 0 && performance.now() - started < SLICE_MS) continue;
    yield buffer.result();
    started = performance.now();
  }
}

function referenceRun(sweep: SweepPlan, { grid, done }: GridBuffer): Float32Array {
  const row = Math.floor(done / grid.width);
  return Float32Array.from(summarize(planAt(sweep, grid, done - row * grid.width, row), 'float64'));
}
