import { parametersOf } from '../core/choice';
import { oneOf } from '../core/expectations';
import { encodeText } from './linkText';
import { quantitiesOf } from '../core/quantities';
import type { Reader } from '../json/reader';
import type { Experiment, PlotChoice } from '../core/types';

export const encodePlot = ({ quantity, parameter }: PlotChoice): string =>
  [quantity, ...(parameter === undefined ? [] : [parameter])].map(encodeText).join(';');

/** Undefined, with a complaint, where there is no such quantity; a parameter that is not there is left out, with one too. */
export function decodePlot(reader: Reader, text: string, experiment: Experiment): PlotChoice | undefined {
  const [written = '', ...rest] = text.split(';');
  const quantity = reader.read('plot', written, oneOf(quantitiesOf(experiment)), undefined);
  if (quantity === undefined) return undefined;
  const parameter =
    rest.length === 0
      ? undefined
      : reader.read('plot', rest.join(';'), oneOf(parametersOf(experiment.problem)), undefined);
  return { quantity, ...(parameter !== undefined && { parameter }) };
}
