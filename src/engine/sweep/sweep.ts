import type { Device, Tables } from '../gpu/device';
import type { EngineName } from '../trace/types';
import type { TileCost } from './cost';
import { layoutOf, RUNS_PER_TEXEL } from './layout';
import { emptyMeasures, storeLosses, storeMeasures, texelsPerRow } from './measures';
import { planAt, sweepPlanOf, type Grid, type SweepPlan } from './plan';
import { sweepSource } from './shader';
import { hasLossOnly, lossOnlySource, pairedTable } from './shader.lossOnly';
import { summarize } from './summary';
import { gridTables, mostPixels, pixelTables } from './tables';
import type { SweepMeasures, SweepRequest, SweepResult } from './types';
import { sweepDraw, type SweepDraw, type SweepProgram } from './work';

/** Sides of the pictures that come before the one that was asked for. */
const COARSE = [32, 128];
/** Runs in plain TypeScript between two yields last about this long, in milliseconds. */
const SLICE_MS = 20;

/** The grids of a streamed sweep, coarse to fine; one that is hardly coarser than the next is left out. */
export function gridsOf({ width, height }: Grid): Grid[] {
  const coarse = COARSE.filter((side) => 2 * side <= Math.max(width, height));
  return [
    ...coarse.map((side) => ({ width: Math.min(side, width), height: Math.min(side, height) })),
    { width, height },
  ];
}

/** A grid being filled, texel by texel. */
class Filling {
  readonly measures: SweepMeasures;
  /** Texels of the whole grid. */
  readonly size: number;
  /** Texels known so far. */
  known = 0;

  constructor(
    private readonly engine: EngineName,
    readonly grid: Grid,
    private readonly runs = 1,
  ) {
    this.measures = emptyMeasures(grid.width * grid.height);
    this.size = texelsPerRow(grid, runs) * grid.height;
  }

  get left(): number {
    return this.size - this.known;
  }

  store(texels: Float32Array, count: number): void {
    if (this.runs === 1) storeMeasures(this.measures, texels, this.known, count);
    else storeLosses(this.measures, texels, this.grid, this.known, count);
    this.known += count;
  }

  /** The same arrays every time: whoever keeps a result past the next step copies it. */
  result(): SweepResult {
    const {
      engine,
      measures,
      grid: { width, height },
    } = this;
    return { engine, width, height, done: Math.floor(this.known / texelsPerRow(this.grid, this.runs)), measures };
  }
}

/**
 * Runs a sweep on a device, grid after grid. Yields after every draw what is known of the grid at hand. Draws are cut to what `cost` has learnt, so that none is long.
 * @throws ExperimentError for a request that `checkSweep` refuses, RangeError if its tables would be too large, ContextLostError
 */
export function* sweepOnDevice(
  request: SweepRequest,
  grids: readonly Grid[],
  device: Device,
  cost: TileCost,
): Generator<SweepResult, void> {
  const sweep = sweepPlanOf(request);
  const layout = layoutOf(sweep);
  const lossOnly = request.only === 'loss' && hasLossOnly(sweep, layout);
  const source = lossOnly ? lossOnlySource(sweep, layout) : sweepSource(sweep, layout);
  const runs = lossOnly ? RUNS_PER_TEXEL : 1;
  const program: SweepProgram = { sweep, layout, source, runs };
  for (const grid of grids) {
    const filling = new Filling(device.status.engine, grid, runs);
    const tables = gridTables(sweep, layout, grid, device, lossOnly && pairedTable(layout) !== null);
    const tiles = new Tiles(program, filling, tables, device, cost);
    try {
      while (filling.left > 0) {
        tiles.advance();
        yield filling.result();
      }
    } finally {
      tiles.dispose();
      for (const table of Object.values(tables)) table.dispose();
    }
  }
}

/** Some texels of a grid, and the tables of their own that they are drawn from. */
interface Tile {
  readonly work: SweepDraw;
  readonly own: Tables;
}

/**
 * Draws a grid tile by tile. While the GPU draws one the tables of the next are made. None is drawn ahead of the one that is
 * read: a GPU draws in order, so that reading would wait for both.
 */
class Tiles {
  private ready: Tile | null = null;
  private next = 0;

  constructor(
    private readonly program: SweepProgram,
    private readonly filling: Filling,
    private readonly tables: Tables,
    private readonly device: Device,
    private readonly cost: TileCost,
  ) {}

  /** Draws and reads one more tile. */
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
    this.filling.store(texels, work.count);
    result.dispose();
    free(tile);
  }

  dispose(): void {
    if (this.ready) free(this.ready);
  }

  private prepare(): Tile | null {
    const { program, device, filling, cost } = this;
    const left = filling.size - this.next;
    if (left === 0) return null;
    const count = Math.min(
      left,
      Math.ceil(cost.runs(device.status.engine, program.sweep) / program.runs),
      mostPixels(program),
    );
    const work = sweepDraw(program, filling.grid, this.next, count);
    this.next += count;
    return { work, own: pixelTables(work, device) };
  }
}

const free = ({ own }: Tile): void => Object.values(own).forEach((table) => table.dispose());

/** Runs a sweep in float64 in plain TypeScript, run by run: what the other engines are held to. Yields now and then. */
export function* sweepReference(request: SweepRequest): Generator<SweepResult, void> {
  const sweep = sweepPlanOf(request);
  const filling = new Filling('float64', request);
  let started = performance.now();
  while (filling.left > 0) {
    filling.store(referenceRun(sweep, filling), 1);
    if (filling.left > 0 && performance.now() - started < SLICE_MS) continue;
    yield filling.result();
    started = performance.now();
  }
}

function referenceRun(sweep: SweepPlan, { grid, known }: Filling): Float32Array {
  const row = Math.floor(known / grid.width);
  return Float32Array.from(summarize(planAt(sweep, grid, known - row * grid.width, row), 'float64'));
}
