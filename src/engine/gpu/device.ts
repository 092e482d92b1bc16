import {
  engine,
  env,
  findBackendFactory,
  registerBackend,
  removeBackend,
  tensor,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu/dist/backend_cpu';
import { GPGPUContext, MathBackendWebGL, setWebGLContext } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { attributesOf, kernelName } from './kernels';
import { resultTexels, type Work } from './work';
import { TABLE_WIDTH, tableHeight } from './texels';
import type { EngineStatus } from './types';

/** Textures kept for reuse beyond this many bytes are deleted. */
const TEXTURE_POOL_BYTES = 64 * 2 ** 20;

/** TensorFlow.js keeps every program that it compiled; a person who types formulas makes new ones. */
const MOST_PROGRAMS = 200;

/** What a device holds, by TensorFlow.js's own count. */
export interface DeviceMemory {
  readonly tensors: number;
  /** Of tensors. */
  readonly bytes: number;
  /** Of all textures, those kept for reuse among them. */
  readonly allocated: number;
  readonly programs: number;
}

/** The browser took the GPU away; everything on it is gone. */
export class ContextLostError extends Error {
  constructor() {
    super('the graphics context was lost');
    this.name = 'ContextLostError';
  }
}

/** Tables that a kernel reads, by the name that its shader gives them. */
export type Tables = Readonly<Record<string, Tensor>>;

/** Where kernels run: a TensorFlow.js backend with our kernels on it. */
export interface Device {
  readonly status: EngineStatus;
  /** Makes a table of numbers, four a texel. */
  upload(numbers: ArrayLike<number>): Tensor;
  run(work: Work, tables: Tables): Tensor;
  /** The result of a run, in the order of its texels. Throws ContextLostError. */
  read(result: Tensor, work: Work): Float32Array;
  dispose(): void;
  /** Whether it has gathered so much that it had better be opened anew once nothing runs on it. */
  isWornOut?(): boolean;
  /** For tests. */
  memory?(): DeviceMemory;
  /** Loses the context as a browser under pressure would: for trying out what happens then. */
  loseContext?(): void;
}

/** A WebGL device on a canvas of its own, or the reason why there is none. */
export function openWebgl(): Device | NonNullable<EngineStatus['reason']> {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2', {
    alpha: false,
    antialias: false,
    depth: false,
    stencil: false,
    premultipliedAlpha: false,
    preserveDrawingBuffer: false,
    failIfMajorPerformanceCaveat: false,
  });
  if (!gl) return 'noWebgl2';
  if (!gl.getExtension('EXT_color_buffer_float')) return 'noFloatTargets';
  // The package registers a factory of its own, which would win over ours.
  if (findBackendFactory('webgl')) removeBackend('webgl');
  setWebGLContext(2, gl);
  env().set('WEBGL_VERSION', 2);
  env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', TEXTURE_POOL_BYTES);
  // A context handed over has a program cache of its own: the shared one would outlive a lost context.
  const backend = new MathBackendWebGL(new GPGPUContext(gl));
  registerBackend('webgl', () => backend, 2);
  return new WebglDevice(backend, gl);
}

class WebglDevice implements Device {
  readonly status: EngineStatus;

  constructor(
    private readonly backend: MathBackendWebGL,
    private readonly gl: WebGL2RenderingContext,
  ) {
    const info = gl.getExtension('WEBGL_debug_renderer_info');
    const renderer: unknown = info && gl.getParameter(info.UNMASKED_RENDERER_WEBGL);
    this.status = { engine: 'webgl', ...(typeof renderer === 'string' ? { renderer } : {}) };
  }

  upload(numbers: ArrayLike<number>): Tensor {
    this.enter();
    const { backend } = this;
    const height = tableHeight(numbers.length);
    // TensorFlow.js packs a matrix in 2 x 2 blocks, one block a texel.
    const info = backend.makeTensorInfo([2 * height, 2 * TABLE_WIDTH], 'float32');
    backend.getDataInfo(info.dataId).isPacked = true;
    // The texels as they lie: TensorFlow.js's own upload would pack a matrix of numbers in a further draw.
    backend.gpgpu.uploadDenseMatrixToTexture(
      backend.getTexture(info.dataId),
      TABLE_WIDTH,
      height,
      new Float32Array(numbers),
    );
    return engine().makeTensorFromTensorInfo(info, backend);
  }

  run(work: Work, tables: Tables): Tensor {
    this.enter();
    return runKernel(work, tables);
  }

  read(result: Tensor, work: Work): Float32Array {
    this.enter();
    const [rows = 0, columns = 0] = result.shape;
    // The texels as they lie: TensorFlow.js's own reading would first unpack them in a further draw.
    const texture = this.backend.getTexture(result.dataId);
    const values = this.backend.gpgpu.downloadMatrixFromPackedTexture(texture, rows / 2, columns / 2);
    if (this.gl.isContextLost()) throw new ContextLostError();
    return values.subarray(0, resultTexels(work) * 4);
  }

  memory(): DeviceMemory {
    const { numBytesInGPU: bytes, numBytesInGPUAllocated: allocated = 0 } = this.backend.memory();
    return { tensors: engine().memory().numTensors, bytes, allocated, programs: this.programs() };
  }

  isWornOut(): boolean {
    return this.programs() >= MOST_PROGRAMS;
  }

  private programs(): number {
    return Object.keys(this.backend['binaryCache'] as Readonly<Record<string, unknown>>).length;
  }

  loseContext(): void {
    this.gl.getExtension('WEBGL_lose_context')?.loseContext();
  }

  dispose(): void {
    if (!this.gl.isContextLost()) this.loseContext();
    removeBackend('webgl');
  }

  /** Kernels of a lost context return zeros without a word, so it is asked every time. */
  private enter(): void {
    if (this.gl.isContextLost()) throw new ContextLostError();
    enterBackend('webgl');
  }
}

let cpuBackend: MathBackendCPU | null = null;

/** One for all that compute on the processor: TensorFlow.js knows it by its name. */
function theCpuBackend(): MathBackendCPU {
  if (cpuBackend) return cpuBackend;
  const backend = new MathBackendCPU();
  registerBackend('cpu', () => backend, 1);
  return (cpuBackend = backend);
}

/** The CPU device: always there. */
export function openCpu(reason?: NonNullable<EngineStatus['reason']>): Device {
  const backend = theCpuBackend();
  return {
    status: { engine: 'cpu', ...(reason ? { reason } : {}) },
    upload(numbers) {
      enterBackend('cpu');
      return tensor(Float32Array.from(numbers), [Math.max(1, numbers.length)], 'float32');
    },
    run(work, tables) {
      enterBackend('cpu');
      return runKernel(work, tables);
    },
    read: (result, work) =>
      (backend.data.get(result.dataId).values as Float32Array).subarray(0, resultTexels(work) * 4),
    dispose: () => undefined,
  };
}

function runKernel(work: Work, tables: Tables): Tensor {
  return engine().runKernel<Tensor>(kernelName(work.kernel), { ...tables }, attributesOf(work));
}

/** Takes effect at once for a backend whose factory is synchronous. */
function enterBackend(name: 'webgl' | 'cpu'): void {
  if (engine().backendName !== name) void engine().setBackend(name);
}
