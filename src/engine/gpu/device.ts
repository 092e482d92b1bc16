import {
  engine as tensorflowEngine,
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

/** TensorFlow.js deletes unused textures above this many bytes. */
const TEXTURE_POOL_BYTES = 64 * 2 ** 20;

/** TensorFlow.js keeps every program that it compiled, and every typed formula makes new ones. */
const MAX_PROGRAMS = 200;

/** What a device holds, as TensorFlow.js counts it. */
export interface DeviceMemory {
  readonly tensors: number;
  /** Bytes of the tensors. */
  readonly bytes: number;
  /** Bytes of all textures, including unused ones that are kept for reuse. */
  readonly allocated: number;
  readonly programs: number;
}

/** Why a device that was opened can no longer be used, as in EngineStatus. */
export type LossReason = Extract<NonNullable<EngineStatus['reason']>, 'contextLost' | 'outOfMemory'>;

/** The browser lost the graphics context, and with it everything on the GPU; or its memory is full, which a new context frees. */
export class ContextLostError extends Error {
  constructor(readonly reason: LossReason = 'contextLost') {
    super(reason);
  }
}

/** What `getError` says where a texture has no memory: OUT_OF_MEMORY and INVALID_FRAMEBUFFER_OPERATION. */
const OUT_OF_MEMORY: readonly number[] = [0x0505, 0x0506];

/** Tables that a kernel reads, by their name in the shader. */
export type Tables = Readonly<Record<string, Tensor>>;

/** Where kernels run: a TensorFlow.js backend with our kernels on it. */
export interface Device {
  readonly status: EngineStatus;
  /** Makes a table from numbers, four per texel. */
  upload(numbers: ArrayLike<number>): Tensor;
  /** Throws ContextLostError, and ShaderRefusedError where the driver cannot compile the kernel. */
  run(work: Work, tables: Tables): Tensor;
  /** The result of a run, in the order of its texels. Throws ContextLostError. */
  read(result: Tensor, work: Work): Float32Array;
  dispose(): void;
  /** Whether so many programs have gathered that the device should be reopened once no job uses it. */
  hasTooManyPrograms?(): boolean;
  /** For tests. */
  memory?(): DeviceMemory;
  /** For tests: loses the context as a browser would. */
  loseContext?(): void;
}

/** Opens a WebGL device on its own canvas; returns the reason where that is impossible. */
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
  // TensorFlow.js registers its own factory, which would take precedence over ours.
  if (findBackendFactory('webgl')) removeBackend('webgl');
  setWebGLContext(2, gl);
  env().set('WEBGL_VERSION', 2);
  env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', TEXTURE_POOL_BYTES);
  try {
    // An explicit context has its own program cache; the shared one would survive a lost context.
    const backend = new MathBackendWebGL(new GPGPUContext(gl));
    registerBackend('webgl', () => backend, 2);
    return new WebglDevice(backend, gl);
  } catch {
    // The context is lost already, or lacks what TensorFlow.js needs.
    return 'noWebgl2';
  }
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

  upload = (numbers: ArrayLike<number>): Tensor => this.guarded(() => this.uploaded(numbers));

  run = (work: Work, tables: Tables): Tensor => this.guarded(() => runKernel(work, tables));

  read = (result: Tensor, work: Work): Float32Array =>
    this.guarded(() => this.downloaded(result)).subarray(0, resultTexels(work) * 4);

  private uploaded(numbers: ArrayLike<number>): Tensor {
    const { backend } = this;
    const height = tableHeight(numbers.length);
    // TensorFlow.js packs a matrix in 2 x 2 blocks, one block a texel.
    const info = backend.makeTensorInfo([2 * height, 2 * TABLE_WIDTH], 'float32');
    backend.getDataInfo(info.dataId).isPacked = true;
    // Uploads the texels directly; the upload of TensorFlow.js would need another draw to pack them.
    backend.gpgpu.uploadDenseMatrixToTexture(
      backend.getTexture(info.dataId),
      TABLE_WIDTH,
      height,
      new Float32Array(numbers),
    );
    return tensorflowEngine().makeTensorFromTensorInfo(info, backend);
  }

  private downloaded(result: Tensor): Float32Array {
    const [rows = 0, columns = 0] = result.shape;
    // Reads the texels directly; TensorFlow.js would need another draw to unpack them.
    const texture = this.backend.getTexture(result.dataId);
    const values = this.backend.gpgpu.downloadMatrixFromPackedTexture(texture, rows / 2, columns / 2);
    // A texture without memory is no complete target. Nothing else would say that the values are wrong.
    if (OUT_OF_MEMORY.includes(this.gl.getError())) throw new ContextLostError('outOfMemory');
    if (this.gl.isContextLost()) throw new ContextLostError();
    return values;
  }

  memory(): DeviceMemory {
    const { numBytesInGPU: bytes, numBytesInGPUAllocated: allocated = 0 } = this.backend.memory();
    return { tensors: tensorflowEngine().memory().numTensors, bytes, allocated, programs: this.programs() };
  }

  hasTooManyPrograms(): boolean {
    return this.programs() >= MAX_PROGRAMS;
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

  /**
   * Kernels of a lost context silently return zeros, so the context is checked before every call; one that is lost meanwhile
   * lets TensorFlow.js fail with errors of its own.
   */
  private guarded<T>(call: () => T): T {
    if (this.gl.isContextLost()) throw new ContextLostError();
    activateBackend('webgl');
    try {
      return call();
    } catch (error) {
      throw this.gl.isContextLost() ? new ContextLostError() : error;
    }
  }
}

let cpuBackend: MathBackendCPU | null = null;

/** There is one CPU backend, because TensorFlow.js finds backends by name. */
function sharedCpuBackend(): MathBackendCPU {
  if (cpuBackend) return cpuBackend;
  const backend = new MathBackendCPU();
  registerBackend('cpu', () => backend, 1);
  return (cpuBackend = backend);
}

/** Opens the CPU device, which every browser has. */
export function openCpu(reason?: NonNullable<EngineStatus['reason']>): Device {
  const backend = sharedCpuBackend();
  return {
    status: { engine: 'cpu', ...(reason ? { reason } : {}) },
    upload(numbers) {
      activateBackend('cpu');
      return tensor(Float32Array.from(numbers), [Math.max(1, numbers.length)], 'float32');
    },
    run(work, tables) {
      activateBackend('cpu');
      return runKernel(work, tables);
    },
    read: (result, work) =>
      (backend.data.get(result.dataId).values as Float32Array).subarray(0, resultTexels(work) * 4),
    dispose: () => undefined,
  };
}

function runKernel(work: Work, tables: Tables): Tensor {
  return tensorflowEngine().runKernel<Tensor>(kernelName(work.kernel), { ...tables }, attributesOf(work));
}

/** Takes effect at once for a backend whose factory is synchronous. */
function activateBackend(name: 'webgl' | 'cpu'): void {
  if (tensorflowEngine().backendName !== name) void tensorflowEngine().setBackend(name);
}
