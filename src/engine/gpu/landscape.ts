import { contourBands } from '../view/contours';
import type { Device, Tables } from './device';
import type { LandscapeWork } from './work';
import { planProblem } from '../plan/plan';
import { evaluationsOf, type LossSource } from '../loss/source';
import { gridSize } from '../view/grid';
import { pointOnPlane, vectorAlong } from '../view/projection';
import { padRecords } from './texels';
import type { Experiment } from '../../experiment/core/types';
import type { Landscape, View } from '../view/types';
import { sampleTable } from './visitTable';

/** The loss over a view, with contour bands where the view has two axes. Throws ContextLostError. */
export function landscapeOn(device: Device, experiment: Experiment, view: View): Landscape {
  const problem = planProblem(experiment);
  const { width, height } = gridSize(view, evaluationsOf(problem));
  const work = workFor(problem, view, width, height);
  const texels = computeOn(device, work, tablesFor(problem, device));
  const stride = Math.ceil(width / 4) * 4;
  const values = new Float32Array(width * height);
  for (let row = 0; row < height; row += 1)
    values.set(texels.subarray(row * stride, row * stride + width), row * width);
  return { view, width, height, values, bands: height > 1 ? contourBands(values, width, height, view) : [] };
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

function workFor(fullLoss: LossSource, view: View, width: number, height: number): LandscapeWork {
  const [first, second] = view.axes;
  const count = view.held.length;
  const along = vectorAlong(first, count).map((u) => u * (view.x[1] - view.x[0]));
  const up =
    second === undefined ? view.held.map(() => 0) : vectorAlong(second, count).map((u) => u * (view.y[1] - view.y[0]));
  const origin = pointOnPlane(view, view.x[0], view.y[0]);
  return { kernel: 'landscape', fullLoss, width, height, origin, along, up };
}

function tablesFor(fullLoss: LossSource, device: Device): Tables {
  if (fullLoss.kind === 'data') return { Samples: device.upload(sampleTable(fullLoss.data)) };
  const { constants } = fullLoss;
  return { Runs: device.upload(padRecords(1, constants.length, (_, i) => constants[i] as number)) };
}
