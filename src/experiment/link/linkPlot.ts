import { parametersOf } from '../core/choice';
import { oneOf } from '../core/expectations';
import { quantitiesOf } from '../core/quantities';
import { screenDefaults } from '../core/screenState';
import type { Experiment, PlotChoice } from '../core/types';
import type { Reader } from '../json/reader';
import { encodeText } from './linkText';

export const encodePlot = ({ quantity, parameter }: PlotChoice): string =>
  [quantity, ...(parameter === undefined ? [] : [parameter])].map(encodeText).join(';');

/** Undefined, with a complaint, if no run has this quantity. A parameter that does not exist gets a complaint and is left out. */
export function decodePlot(reader: Reader, text: string, experiment: Experiment): PlotChoice | undefined {
  const [written = '', ...rest] = text.split(';');
  const quantity = reader.read('plot', written, oneOf(quantitiesOf(experiment)), undefined);
  if (quantity === undefined) return undefined;
  const parameter =
    rest.length === 0
      ? undefined
      : reader.read('plot', rest.join(';'), oneOf(parametersOf(experiment.problem)), undefined);
  return fitPlot({ quantity, ...(parameter !== undefined && { parameter }) }, experiment);
}

/** The default if no run has this quantity. Removes a parameter that does not exist, and any parameter of the loss. */
export function fitPlot({ quantity, parameter }: PlotChoice, experiment: Experiment): PlotChoice {
  if (quantity === 'loss' || !quantitiesOf(experiment).includes(quantity)) return screenDefaults.plot;
  const exists = parameter !== undefined && parametersOf(experiment.problem).includes(parameter);
  return { quantity, ...(exists && { parameter }) };
}
