import { landscapeOf } from '../view/contours';
import type { Device, Tables } from './device';
import type { LandscapeWork } from './work';
import { planProblem } from '../plan/plan';
import { evaluationsOf, type LossSource } from '../loss/source';
import { gridOver } from '../view/grid';
import { padRecords } from './texels';
import type { Experiment } from '../../experiment/core/types';
import type { Landscape, View } from '../view/types';
import { sampleTable } from './visitTable';

/** The loss over a view, with contour bands where the view has two axes. Throws ContextLostError. */
export function landscapeOn(device: Device, experiment: Experiment, view: View): Landscape {
  const problem = planProblem(experiment);
  const grid = gridOver(view, evaluationsOf(problem));
  const { width, height } = grid;
  const work: LandscapeWork = { kernel: 'landscape', fullLoss: problem, ...grid };
  const texels = computeOn(device, work, tablesFor(problem, device));
  const stride = Math.ceil(width / 4) * 4;
  const values = new Float32Array(width * height);
  for (let row = 0; row < height; row += 1)
    values.set(texels.subarray(row * stride, row * stride + width), row * width);
  return landscapeOf(view, grid, values);
}

function computeOn(device: Device, work: LandscapeWork, tables: Tables): Float32Array {
  try {
    const result = device.run(work, tables);
    const texels = device.read(result, work);
    result.dispose();
    return texels;
  } finally {
    for (const table of Object.values(tables)) table.dispose();
  }
}

function tablesFor(fullLoss: LossSource, device: Device): Tables {
  if (fullLoss.kind === 'data') return { Samples: device.upload(sampleTable(fullLoss.data)) };
  const { constants } = fullLoss;
  return { Runs: device.upload(padRecords(1, constants.length, (_, i) => constants[i] as number)) };
}
