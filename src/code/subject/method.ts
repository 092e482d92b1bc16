import type { Experiment } from '../../experiment/core/types';
import { runSubject, type RunSubject } from './run';

/** All that a program for a run by a classical method is made from. */
export interface MethodSubject extends RunSubject {
  /** Key of the method. */
  readonly id: string;
  readonly hyper: Readonly<Record<string, number>>;
}

/** @param index of the run. Throws RangeError if there is no such run. */
export function methodSubject(experiment: Experiment, index: number): MethodSubject {
  const { run, subject } = runSubject(experiment, index);
  const { loss } = subject;
  return {
    ...subject,
    // A method descends what is recorded, also where the updates of a rule descend a loss that changes with `t`.
    loss: loss.kind === 'function' && loss.objective ? { ...loss, loss: loss.objective, objective: null } : loss,
    id: run.optimizer,
    hyper: Object.fromEntries(Object.entries(run.hyper).map(([name, value]) => [name, Number(value)])),
  };
}
