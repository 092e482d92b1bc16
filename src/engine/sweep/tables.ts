import type { Tensor } from '@tensorflow/tfjs-core';
import type { Device } from '../gpu/device';
import { constantInput, noiseAt } from '../plan/parameterInputs';
import type { Coefficients } from '../plan/coefficients';
import { padRecords, texelsFor } from '../gpu/texels';
import { sampleTable, visitTable } from '../gpu/visitTable';
import { recordSize, type FixedNumber, type SweepLayout, type TimedTable } from './layout';
import {
  handedAlong,
  handedAt,
  settingsAlong,
  settingsAt,
  type Grid,
  type PixelSettings,
  type SweepPlan,
} from './plan';
import type { Along } from './split';
import { endsEpoch } from './summary';
import type { SweepDraw, SweepProgram } from './work';

/** Texels of the largest table: 8,192 rows of a texture, which every device of the last ten years has. */
const TABLE_TEXELS = 8192 * 256;

/** Shader's names of the tables. */
export const fixedTable = { shared: 'FixedShared', x: 'FixedX', y: 'FixedY' } as const;
export const timedTable = { shared: 'TimedShared', x: 'TimedX', y: 'TimedY', pixel: 'TimedPixel' } as const;

const places = ['shared', 'x', 'y'] as const;

/** Texels that one run takes in the table of what changes with every run and update; 0 where there is none. */
const pixelTexels = ({ layout, sweep }: Pick<SweepProgram, 'layout' | 'sweep'>): number =>
  layout.timed
    .filter(({ along }) => along === 'pixel')
    .reduce((sum, table) => sum + sweep.run.updates * texelsFor(recordSize(table)), 0);

/** The most runs of one draw that the tables allow. */
export function mostPixels(work: Pick<SweepProgram, 'layout' | 'sweep'>): number {
  const texels = pixelTexels(work);
  return texels === 0 ? Infinity : Math.max(1, Math.floor(TABLE_TEXELS / texels));
}

/**
 * Uploads the tables of one grid, except those of single runs.
 * @param paired whether two updates share a texel (shader.lossOnly.ts)
 * Throws RangeError where a table would be too large. */
export function gridTables(
  sweep: SweepPlan,
  layout: SweepLayout,
  grid: Grid,
  device: Device,
  paired = false,
): Record<string, Tensor> {
  const tables: Record<string, Tensor> = {};
  const handed = handedAlong(sweep, grid);
  const [shared] = handed.shared as [Coefficients];
  for (const along of places) {
    const numbers = layout.fixed[along];
    if (numbers.length === 0) continue;
    const settings = along === 'shared' ? [settingsAt(sweep, grid, 0, 0)] : settingsAlong(sweep, grid, along);
    const values = handed[along];
    tables[fixedTable[along]] = device.upload(
      padRecords(settings.length, numbers.length, (k, i) =>
        fixedValue(sweep, along, numbers[i] as FixedNumber, settings[k] as PixelSettings, values[k] as Coefficients),
      ),
    );
  }
  for (const table of layout.timed) {
    if (table.along === 'pixel') continue;
    const values = handed[table.along];
    tables[timedTable[table.along]] = device.upload(
      paired ? pairedRecords(sweep, table, values, shared) : timedRecords(sweep, table, values, shared),
    );
  }
  return { ...tables, ...dataTables(sweep, device) };
}

/** Uploads what changes with every run of a tile of the grid. */
export function pixelTables(work: SweepDraw, device: Device): Record<string, Tensor> {
  const { sweep, layout, grid, first, count } = work;
  const table = layout.timed.find(({ along }) => along === 'pixel');
  if (!table) return {};
  const hypers = Array.from(
    { length: count },
    (_, k) => settingsAt(sweep, grid, (first + k) % grid.width, Math.floor((first + k) / grid.width)).hyper,
  );
  const values = hypers.map((hyper) => handedAt(sweep, 'pixel', hyper));
  return {
    [timedTable.pixel]: device.upload(timedRecords(sweep, table, values, handedAt(sweep, 'shared', sweep.run.hyper))),
  };
}

function fixedValue(
  sweep: SweepPlan,
  along: Along,
  number: FixedNumber,
  settings: PixelSettings,
  { fixed }: Coefficients,
): number {
  switch (number.kind) {
    case 'constant':
      return settings.constants[number.index] as number;
    case 'start':
      return settings.start[number.index] as number;
    case 'found':
      return sweep.minima.values[number.index] as number;
    case 'given':
      return constantInput(number.name, number.index, sweep.run.parameterInputs);
    case 'schedule':
      return fixed[placeOf(sweep.split.fixed, along, number.node)] as number;
  }
}

/** Where a number stands among the schedule's results along an axis. */
function placeOf(numbers: SweepPlan['split']['fixed'], along: Along, node: number): number {
  return numbers.filter((number) => number.along === along).findIndex((number) => number.node === node);
}

function timedRecords(
  sweep: SweepPlan,
  table: TimedTable,
  values: readonly Coefficients[],
  shared: Coefficients,
): Float32Array {
  const { updates } = sweep.run;
  const size = recordSize(table);
  if (values.length * updates * texelsFor(size) > TABLE_TEXELS) {
    throw new RangeError(
      `sweep: ${values.length} runs of ${updates} updates are too many along one axis; fewer pixels or epochs would do`,
    );
  }
  const stride = 4 * texelsFor(size);
  const records = new Float32Array(values.length * updates * stride);
  placeNumbers(records, { perSetting: updates * stride, perUpdate: stride }, sweep, table, values, shared);
  if (!table.batch && table.noise === 0) return records;
  const own = table.numbers.length;
  for (let record = 0; record < values.length * updates; record += 1) {
    for (let i = own; i < size; i += 1) records[record * stride + i] = rest(sweep, table, record % updates, i - own);
  }
  return records;
}

/** What follows the schedule's numbers in a record: noise, then the batch. */
const rest = (sweep: SweepPlan, { noise }: TimedTable, update: number, i: number): number =>
  i < noise ? noiseAt(sweep.run.parameterInputs, update, i) : batchNumber(sweep, update, i - noise);

/** The same numbers, the two of an even update and those of the next side by side. */
function pairedRecords(
  sweep: SweepPlan,
  table: TimedTable,
  values: readonly Coefficients[],
  shared: Coefficients,
): Float32Array {
  const perSetting = 4 * Math.ceil(sweep.run.updates / 2);
  const records = new Float32Array(values.length * perSetting);
  placeNumbers(records, { perSetting, perUpdate: 2 }, sweep, table, values, shared);
  return records;
}

/** Writes what updates read of the schedule, number after number from where the record of its setting and update begins. */
function placeNumbers(
  records: Float32Array,
  strides: { readonly perSetting: number; readonly perUpdate: number },
  { split: { timed }, run: { updates } }: SweepPlan,
  table: TimedTable,
  values: readonly Coefficients[],
  shared: Coefficients,
): void {
  table.numbers.forEach(({ node, along }, i) => {
    const width = timed.filter((number) => number.along === along).length;
    const place = placeOf(timed, along, node);
    values.forEach((own, setting) => {
      const { perUpdate } = along === 'shared' ? shared : own;
      const first = setting * strides.perSetting + i;
      for (let update = 0; update < updates; update += 1)
        records[first + update * strides.perUpdate] = perUpdate[update * width + place] as number;
    });
  });
}

function batchNumber({ run }: SweepPlan, update: number, i: number): number {
  const { start, tailStart, end, headWeight, tailWeight } = run.batches as NonNullable<typeof run.batches>;
  return i === 5
    ? Number(endsEpoch(run, update))
    : ([start, tailStart, end, headWeight, tailWeight][i]?.[update] as number);
}

/** The samples in the order of the visits, and once each for the full loss. */
function dataTables({ plan, run }: SweepPlan, device: Device): Record<string, Tensor> {
  const { data } = plan;
  if (!data) return {};
  return {
    Data: device.upload(visitTable(data, run.visits, run.dropout)),
    Samples: device.upload(sampleTable(data)),
  };
}
