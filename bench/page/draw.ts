import * as tf from '@tensorflow/tfjs';
import type { Device, Tables } from '../../src/engine/gpu/device';
import type { Work } from '../../src/engine/gpu/work';

type WorkOf<Kernel extends Work['kernel']> = Extract<Work, { readonly kernel: Kernel }>;

/** One draw of a kernel and what it read. */
export interface Draw<Kernel extends Work['kernel']> {
  readonly work: WorkOf<Kernel>;
  readonly tables: Tables;
}

/** Lets the engine do something on a device that is watched, and keeps what its only draw was given. Throws where it is another kernel's, or there is none. */
export function onlyDraw<Kernel extends Work['kernel']>(
  device: Device,
  kernel: Kernel,
  act: (watched: Device) => void,
): Draw<Kernel> {
  const isOfKernel = (work: Work): work is WorkOf<Kernel> => work.kernel === kernel;
  const seen: Draw<Kernel>[] = [];
  act({
    status: device.status,
    upload: (numbers) => device.upload(numbers),
    run(work, tables) {
      if (!isOfKernel(work)) throw new Error(`a ${work.kernel} kernel where ${kernel} was expected`);
      // A clone outlives the table that the engine disposes of.
      seen.push({
        work,
        tables: Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, tf.keep(table.clone())])),
      });
      return device.run(work, tables);
    },
    read: (result, work) => device.read(result, work),
    dispose: () => device.dispose(),
  });
  const [draw, ...more] = seen;
  if (!draw || more.length > 0) throw new Error(`the engine drew ${seen.length} times where one draw was expected`);
  return draw;
}

/** Draws it and reads it back. */
export function drawAgain<Kernel extends Work['kernel']>(device: Device, { work, tables }: Draw<Kernel>): Float32Array {
  return readAndFree(device, work, device.run(work, tables));
}

/** Reads what a draw of this work, or of one that fills the same texture, wrote. */
export function readAndFree(device: Device, work: Work, result: tf.Tensor): Float32Array {
  const numbers = device.read(result, work);
  result.dispose();
  return numbers;
}

/** Shape of the texture that a draw fills. */
export function shapeOf<Kernel extends Work['kernel']>(device: Device, { work, tables }: Draw<Kernel>): number[] {
  const result = device.run(work, tables);
  result.dispose();
  return result.shape;
}
