import { oneOf } from '../core/expectations';
import { stageControlsOf, stagePlots, type Stage } from '../core/stage';
import type { Experiment } from '../core/types';
import type { Reader } from '../json/reader';
import { lessonKey } from './lessonKey';

/** Among the controls, that the start can be moved. */
const START = 'start';

/** Among the controls, that nothing about them is given away. */
const NO_HINTS = 'nohints';

/**
 * `path,loss;0.lr,start;opening-1`: the plots, the controls as run and name with the words `start` and `nohints` where they
 * hold, and the key of the words.
 */
export const encodeStage = ({ plots, controls, movesStart, showsHints, words }: Stage): string =>
  [
    plots.join(','),
    [...controls.map(textOf), ...(movesStart ? [START] : []), ...(showsHints ? [] : [NO_HINTS])].join(','),
    words ?? '',
  ]
    .join(';')
    .replace(/;+$/, '');

const textOf = ({ run, name }: Stage['controls'][number]): string => `${run}.${name}`;

const listOf = (text: string): string[] => (text === '' ? [] : text.split(','));

/** Undefined, with a complaint, if a plot or a control does not exist. */
export function decodeStage(reader: Reader, text: string, { runs }: Experiment): Stage | undefined {
  const [plotsText = '', controlsText = '', wordsText = ''] = text.split(';');
  const known = runs.flatMap((run, index) => stageControlsOf(run).map((name) => ({ run: index, name })));
  const plots = reader.each('stage', listOf(plotsText), oneOf(stagePlots));
  const names = reader.each('stage', listOf(controlsText), oneOf([...known.map(textOf), START, NO_HINTS]));
  const words = wordsText === '' ? null : reader.read('stage', wordsText, lessonKey, undefined);
  if (!plots || !names || words === undefined) return undefined;
  return {
    plots,
    controls: known.filter((control) => names.includes(textOf(control))),
    movesStart: names.includes(START),
    showsHints: !names.includes(NO_HINTS),
    words,
  };
}

/** Removes the controls of runs and hyperparameters that are no longer there. */
export const fitStage = (stage: Stage, { runs }: Experiment): Stage => ({
  ...stage,
  controls: stage.controls.filter(({ run, name }) => {
    const owner = runs[run];
    return owner !== undefined && stageControlsOf(owner).includes(name);
  }),
});
