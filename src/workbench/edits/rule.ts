import { findRule, isOwnRule } from '../../catalogue';
import { changeRule, duplicateRun, limits } from '../../experiment';
import { linesOfRule } from '../../experiment/core/ownRule';
import type { Run } from '../../experiment/core/types';
import { currentExperiment, edit } from '../stores/experimentStore';
import { noteWritten } from '../stores/ruleSession';
import { setScreen } from '../stores/screenStore';

/** The text of a run's rule, as its editor shows it. */
export const ruleTextOf = ({ optimizer }: Run): string => findRule(optimizer)?.rule ?? '';

/** Whether a text is another rule than a run's: not where lines that it ends at semicolons end at line breaks there. */
export const isOtherRule = (run: Run, text: string): boolean => ![text, linesOfRule(text)].includes(ruleTextOf(run));

/**
 * Gives a run another rule, which must be without fault. A run of the catalogue stays, and a copy of it beside it gets the
 * rule, so that both are on the screen; where no further run fits, the run itself does.
 */
export function setRule(index: number, text: string): void {
  const experiment = currentExperiment();
  const isCopied = !isOwnRule(experiment.runs[index]?.optimizer ?? '') && experiment.runs.length < limits.runs.max;
  const at = index + Number(isCopied);
  const rule = linesOfRule(text);
  noteWritten(at, rule);
  if (isCopied) setScreen({ selected: at });
  edit(changeRule(isCopied ? duplicateRun(experiment, index) : experiment, at, rule), false);
}
