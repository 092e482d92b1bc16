import { registerKernel, type NamedAttrMap } from '@tensorflow/tfjs-core';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu/dist/backend_cpu';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { onCpu } from './kernels.cpu';
import { onWebgl } from './kernels.webgl';
import type { Work } from './work';

/** The name of a kernel in TensorFlow.js. */
export const kernelName = (kernel: Work['kernel']): string => `Overshoot.${kernel}`;

/** Registers the kernels for both backends; called once per worker. */
export function registerKernels(): void {
  for (const kernel of ['trajectory', 'gradient', 'update', 'rows', 'losses', 'landscape', 'sweep'] as const) {
    registerKernel({
      kernelName: kernelName(kernel),
      backendName: 'webgl',
      kernelFunc: ({ inputs, backend, attrs }) => onWebgl(backend as MathBackendWebGL, inputs, workOf(attrs)),
    });
    registerKernel({
      kernelName: kernelName(kernel),
      backendName: 'cpu',
      kernelFunc: ({ inputs, backend, attrs }) => onCpu(backend as MathBackendCPU, inputs, workOf(attrs)),
    });
  }
}

/** TensorFlow.js declares attributes as plain values but passes objects through unchanged. */
export const attributesOf = (work: Work): NamedAttrMap => ({ work }) as unknown as NamedAttrMap;
const workOf = (attrs: NamedAttrMap | undefined): Work => (attrs as unknown as { work: Work }).work;
