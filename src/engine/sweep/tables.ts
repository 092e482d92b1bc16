import type { Tensor } from '@tensorflow/tfjs-core';
import type { Device } from '../gpu/device';
import { constantInput, noiseAt } from '../plan/parameterInputs';
import type { Coefficients } from '../plan/coefficients';
import { padRecords, texelsFor } from '../gpu/texels';
import { batchField, sampleTable, visitTable } from '../gpu/visitTable';
import { recordSize, type FixedNumber, type SweepLayout, type UpdateTable } from './layout';
import {
  gridCoefficients,
  coefficientsAt,
  pixelValuesAlong,
  pixelValuesAt,
  type Grid,
  type PixelValues,
  type SweepPlan,
} from './plan';
import type { VariesAlong } from './coefficients';
import { BATCH_FIELDS } from '../gpu/shaders';
import { endsEpoch } from '../samples/batches';
import type { SweepDraw, SweepProgram } from './work';

/** Texels of the largest table: 8,192 rows, which the textures of every device of the last ten years may have. */
const TABLE_TEXELS = 8192 * 256;

/** Names of the tables in the shader. */
export const fixedTable = { shared: 'FixedShared', x: 'FixedX', y: 'FixedY' } as const;
export const updateTable = { shared: 'UpdateShared', x: 'UpdateX', y: 'UpdateY', pixel: 'UpdatePixel' } as const;

const sides = ['shared', 'x', 'y'] as const;

/** Texels per run in the table that has a record for every run and update; 0 where there is no such table. */
const pixelTexels = ({ layout, sweep }: Pick<SweepProgram, 'layout' | 'sweep'>): number =>
  layout.perUpdate
    .filter(({ along }) => along === 'pixel')
    .reduce((sum, table) => sum + sweep.run.updates * texelsFor(recordSize(table)), 0);

/** The most runs of one draw for which the tables are small enough. */
export function mostPixels(work: Pick<SweepProgram, 'layout' | 'sweep'>): number {
  const texels = pixelTexels(work);
  return texels === 0 ? Infinity : Math.max(1, Math.floor(TABLE_TEXELS / texels));
}

/**
 * Uploads the tables of a grid, except those with records for every run. Throws RangeError where one would be too large.
 * @param paired whether two updates share a texel (shader.lossOnly.ts)
 */
export function gridTables(
  sweep: SweepPlan,
  layout: SweepLayout,
  grid: Grid,
  device: Device,
  paired = false,
): Record<string, Tensor> {
  const tables: Record<string, Tensor> = {};
  const coefficients = gridCoefficients(sweep, grid);
  const [shared] = coefficients.shared as [Coefficients];
  for (const along of sides) {
    const numbers = layout.fixed[along];
    if (numbers.length === 0) continue;
    const pixels = along === 'shared' ? [pixelValuesAt(sweep, grid, 0, 0)] : pixelValuesAlong(sweep, grid, along);
    const values = coefficients[along];
    tables[fixedTable[along]] = device.upload(
      padRecords(pixels.length, numbers.length, (k, i) =>
        fixedValue(sweep, along, numbers[i] as FixedNumber, pixels[k] as PixelValues, values[k] as Coefficients),
      ),
    );
  }
  for (const table of layout.perUpdate) {
    if (table.along === 'pixel') continue;
    const values = coefficients[table.along];
    tables[updateTable[table.along]] = device.upload(
      paired ? pairedRecords(sweep, table, values, shared) : updateRecords(sweep, table, values, shared),
    );
  }
  return { ...tables, ...dataTables(sweep, device) };
}

/** Uploads the table with records for every run of a tile. */
export function pixelTables(work: SweepDraw, device: Device): Record<string, Tensor> {
  const { sweep, layout, grid, first, count } = work;
  const table = layout.perUpdate.find(({ along }) => along === 'pixel');
  if (!table) return {};
  const hypers = Array.from(
    { length: count },
    (_, k) => pixelValuesAt(sweep, grid, (first + k) % grid.width, Math.floor((first + k) / grid.width)).hyper,
  );
  const values = hypers.map((hyper) => coefficientsAt(sweep, 'pixel', hyper));
  return {
    [updateTable.pixel]: device.upload(
      updateRecords(sweep, table, values, coefficientsAt(sweep, 'shared', sweep.run.hyper)),
    ),
  };
}

function fixedValue(
  sweep: SweepPlan,
  along: VariesAlong,
  number: FixedNumber,
  pixel: PixelValues,
  { fixed }: Coefficients,
): number {
  switch (number.kind) {
    case 'constant':
      return pixel.constants[number.index] as number;
    case 'start':
      return pixel.start[number.index] as number;
    case 'foundMinimum':
      return sweep.minima.values[number.index] as number;
    case 'parameterInput':
      return constantInput(number.name, number.index, sweep.run.parameterInputs);
    case 'coefficient':
      return fixed[indexAlong(sweep.coefficients.fixed, along, number.node)] as number;
  }
}

/** The index of a coefficient among those that vary along the same axis. */
function indexAlong(numbers: SweepPlan['coefficients']['fixed'], along: VariesAlong, node: number): number {
  return numbers.filter((number) => number.along === along).findIndex((number) => number.node === node);
}

function updateRecords(
  sweep: SweepPlan,
  table: UpdateTable,
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
  writeNumbers(records, { perPixel: updates * stride, perUpdate: stride }, sweep, table, values, shared);
  if (!table.batches && table.noise === 0) return records;
  const own = table.numbers.length;
  for (let record = 0; record < values.length * updates; record += 1) {
    for (let i = own; i < size; i += 1)
      records[record * stride + i] = noiseOrBatch(sweep, table, record % updates, i - own);
  }
  return records;
}

/** A number after the coefficients in a record: noise, then the batch. */
function noiseOrBatch({ run }: SweepPlan, { noise, batches }: UpdateTable, update: number, i: number): number {
  if (i < noise || !batches) return noiseAt(run.parameterInputs, update, i);
  return i - noise === BATCH_FIELDS ? Number(endsEpoch(batches, update)) : batchField(batches, update, i - noise);
}

/** The same coefficients, with two updates per texel: those of an even update, then those of the next. */
function pairedRecords(
  sweep: SweepPlan,
  table: UpdateTable,
  values: readonly Coefficients[],
  shared: Coefficients,
): Float32Array {
  const perPixel = 4 * Math.ceil(sweep.run.updates / 2);
  const records = new Float32Array(values.length * perPixel);
  writeNumbers(records, { perPixel, perUpdate: 2 }, sweep, table, values, shared);
  return records;
}

/** Writes the coefficients into the records; the strides say where the record of a column or row and an update begins. */
function writeNumbers(
  records: Float32Array,
  strides: { readonly perPixel: number; readonly perUpdate: number },
  { coefficients, run: { updates } }: SweepPlan,
  table: UpdateTable,
  values: readonly Coefficients[],
  shared: Coefficients,
): void {
  table.numbers.forEach(({ node, along }, i) => {
    const width = coefficients.perUpdate.filter((number) => number.along === along).length;
    const index = indexAlong(coefficients.perUpdate, along, node);
    values.forEach((own, pixel) => {
      const { perUpdate } = along === 'shared' ? shared : own;
      const first = pixel * strides.perPixel + i;
      for (let update = 0; update < updates; update += 1)
        records[first + update * strides.perUpdate] = perUpdate[update * width + index] as number;
    });
  });
}

/** Uploads the samples in visit order, for gradients, and once each, for the full loss. */
function dataTables({ run }: SweepPlan, device: Device): Record<string, Tensor> {
  if (run.kind === 'function') return {};
  const { data, visits, dropout } = run;
  return { Data: device.upload(visitTable(data, visits, dropout)), Samples: device.upload(sampleTable(data)) };
}
