import { CostModel } from '../gpu/cost';
import { ContextLostError, openCpu, openWebgl, type Device, type DeviceMemory, type LossReason } from '../gpu/device';
import { providePrecision } from '../float64/precisionParts';
import { registerKernels } from '../gpu/kernels';
import { ShaderRefusedError } from '../gpu/kernels.webgl';
import type { EngineStatus } from '../gpu/types';
import type { ExperimentPlan } from '../plan/types';
import { precision } from '../precision';
import { SCREEN_DRAW_MS, TileCost } from '../sweep/cost';
import type { EngineName, RunTrace } from '../trace/types';

/** After so many lost contexts in a row the CPU takes over. */
const CONTEXT_LOSSES_BEFORE_CPU = 2;

/** A trace that was answered in full, with what it was computed from. */
export interface CompleteTrace {
  /** Id of the `trace` request. */
  readonly id: number;
  readonly plan: ExperimentPlan;
  readonly runs: RunTrace[];
  readonly engine: EngineName;
}

/** What the handlers of requests share: the devices, what their draws cost, and the trace that the screen shows. */
export class WorkerService {
  readonly cost = new CostModel();
  /** Of scripts' sweeps. */
  readonly tileCost = new TileCost();
  /** Of the screen's sweeps, whose draws are short so that the page stays fluent. */
  readonly screenTileCost = new TileCost(SCREEN_DRAW_MS);
  lastTrace: CompleteTrace | null = null;

  private device: Device | null = null;
  private cpu: Device | null = null;
  private contextLosses = 0;
  /** Of the last loss, until something has been computed again. */
  private lossReason: LossReason | undefined;
  private activeJobs = 0;

  /** @param cpuReason why the CPU computes and WebGL is not tried; absent where it is tried */
  constructor(
    private readonly onStatus: (status: EngineStatus) => void,
    private readonly cpuReason?: NonNullable<EngineStatus['reason']>,
  ) {
    registerKernels();
    providePrecision(precision);
  }

  /** The trace with this id, if it is the last that was completed. */
  traceById(id: number): CompleteTrace | null {
    return this.lastTrace?.id === id ? this.lastTrace : null;
  }

  /**
   * Runs work on the fastest device, from the start again if the graphics context is lost meanwhile, and on the CPU if the
   * graphics driver cannot compile what it needs.
   */
  *onDevice<T>(work: (device: Device) => Generator<void, T>): Generator<void, T> {
    this.reopenIfTooManyPrograms();
    this.activeJobs += 1;
    try {
      return yield* this.retryOnContextLoss(work);
    } finally {
      this.activeJobs -= 1;
    }
  }

  /** The named device. Throws where this browser lacks it. */
  openNamed(engine: Exclude<EngineName, 'float64'>): Device {
    const device = engine === 'cpu' ? this.openCpu() : this.openFastest();
    const { engine: had, reason } = device.status;
    if (had !== engine) throw new Error(`the engine "${engine}" cannot be had here (${reason}); use "${had}" instead`);
    return device;
  }

  /** For tests: takes the graphics context away as a browser would. */
  loseContext(): void {
    this.device?.loseContext?.();
  }

  /** For tests: what the device holds; null where it is the CPU. */
  memory(): DeviceMemory | null {
    return this.device?.memory?.() ?? null;
  }

  /** Frees all that the device holds by closing it, but only while no job uses it. */
  private reopenIfTooManyPrograms(): void {
    if (this.activeJobs > 0 || !this.device?.hasTooManyPrograms?.()) return;
    this.device.dispose();
    this.device = null;
  }

  private *retryOnContextLoss<T>(work: (device: Device) => Generator<void, T>): Generator<void, T> {
    for (;;) {
      const device = this.openFastest();
      try {
        const result = yield* work(device);
        this.contextLosses = 0;
        this.lossReason = undefined;
        return result;
      } catch (error) {
        if (error instanceof ShaderRefusedError) return yield* this.onCpuInstead(work, error);
        if (!(error instanceof ContextLostError)) throw error;
        // Another job may have noticed the loss before, and opened a new device.
        if (this.device === device) {
          device.dispose();
          this.device = null;
          this.contextLosses += 1;
          this.lossReason = error.reason;
        }
        yield;
      }
    }
  }

  /** Work that asks for the refusing device by name, as a script may, fails again. */
  private *onCpuInstead<T>(
    work: (device: Device) => Generator<void, T>,
    { kernel }: ShaderRefusedError,
  ): Generator<void, T> {
    const result = yield* work(this.openCpu());
    if (kernel !== 'sweep' && this.device) this.onStatus({ ...this.device.status, refuses: true });
    return result;
  }

  private openFastest(): Device {
    if (this.device) return this.device;
    const mayOpen = this.contextLosses < CONTEXT_LOSSES_BEFORE_CPU;
    const opened = this.cpuReason ?? (mayOpen ? openWebgl() : this.lossReason);
    // After a loss, a browser may say that it has no WebGL at all.
    this.device = typeof opened === 'object' ? opened : openCpu(this.lossReason ?? opened);
    this.onStatus(this.device.status);
    return this.device;
  }

  private openCpu(): Device {
    if (this.device?.status.engine === 'cpu') return this.device;
    this.cpu ??= openCpu();
    return this.cpu;
  }
}
