import { isMethod, modifiers } from '../../catalogue';
import { modifiedRule } from '../../catalogue/modifiedRule';
import { readsRate, type Rule } from '../../formula';
import { ruleById } from './choice';
import type { Run } from './types';

/** The rule of a run: its optimizer's with the lines of its modifiers and, if `bounded`, the projection onto the domain. */
export const ruleOfRun = (run: Pick<Run, 'optimizer' | 'modifiers'>, bounded: boolean): Rule =>
  modifiedRule(
    ruleById(run.optimizer),
    modifiers.flatMap(({ id }) => (run.modifiers?.[id] === undefined ? [] : [id])),
    bounded,
  );

/** Whether a run uses the learning rate: its rule reads it. A classical method has none. */
export const hasRate = (run: Pick<Run, 'optimizer' | 'modifiers'>, bounded: boolean): boolean =>
  !isMethod(run.optimizer) && readsRate(ruleOfRun(run, bounded));
