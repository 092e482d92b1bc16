import { hyperDomain } from '../catalogue';
import { isHyperTarget } from './core/axisTarget';
import { changeHyper } from './core/edits';
import { axisChoices, defaultSweepSteps, sweepEpochLimit } from './core/sweep';
import type { AxisRange, Experiment, Run } from './core/types';
import { finderRates } from './finder';

/** How many rates every run is tried with: six to a power of ten over the seven of the rate's slider. */
export const TRIED_RATES = 43;

/** How many rates lie between the neighbours of the best of those, both included: each some 3% above the one before. */
export const BETWEEN_RATES = 25;

/** Significant digits of the rates that are tried: as few as tell them apart, so that a run gets a rate that can be read. */
const DIGITS = 3;

/**
 * The ends of the rates that a run is tried with: those of its rate's slider, which every rule of the catalogue shares and a
 * rule of the user's may declare. A declared slider that reaches 0 has no logarithm and gives way to the shared one.
 */
export function triedRange({ optimizer }: Run): Required<AxisRange> {
  const { min, max, slider } = hyperDomain('lr', optimizer);
  const isPositive = slider.scale !== 'flag' && slider.min > 0 && slider.min >= min && slider.max <= max;
  const { from, to } = isPositive ? { from: slider.min, to: slider.max } : finderRates;
  return { from, to, scale: 'log', digits: DIGITS };
}

/** Whether a run has a rate to find: its rule reads the one that is set. */
export const readsSetRate = (experiment: Experiment, run: Run): boolean =>
  axisChoices(experiment, run).some(({ target }) => isHyperTarget(target, 'lr'));

/** The experiment as long as every rate is tried for: as it is, or where that is too long, as long as a run of a sweep may be. */
export function triedLength(experiment: Experiment): Experiment {
  const { epochs } = experiment;
  const steps = defaultSweepSteps(experiment);
  if (epochs === undefined) return steps === undefined ? experiment : { ...experiment, steps };
  return { ...experiment, epochs: Math.min(epochs, sweepEpochLimit(experiment)) };
}

/** The experiment with another rate in each run, which a schedule begins from; null leaves a run as it is. */
export const withRates = (experiment: Experiment, rates: readonly (number | null)[]): Experiment =>
  rates.reduce<Experiment>(
    (now, rate, run) => (rate === null || now.runs[run]?.hyper.lr === rate ? now : changeHyper(now, run, 'lr', rate)),
    experiment,
  );
