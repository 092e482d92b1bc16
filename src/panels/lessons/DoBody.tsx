import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { hyperDomain } from '../../catalogue';
import type { DoStep, Par } from '../../lessons';
import { isAtPar } from '../../lessons/claims/task';
import { bringSelectedRunInSight } from '../shared/selectedInSight';
import { useProse } from '../shared/useProse';
import { RunOutcomes } from './RunOutcomes';
import { resetTask } from '../../workbench/lessons/steps';
import { useLesson } from '../../workbench/lessons/lessonStore';
import { usePreference } from '../../workbench/stores/preferences';
import { inLanguage } from '../../language';

/** Milliseconds after which a task that is not done shows its hint. */
const HINT_AFTER_MS = 60_000;

/** A task, whether it is done now, a hint, and the way back to the lesson's settings. */
export function DoBody({ step }: { readonly step: DoStep }) {
  const t = useTranslations('lessons');
  const language = usePreference((state) => state.language);
  const isDone = useLesson(({ task }) => task?.isDone ?? false);
  const [isHinted, setHinted] = useState(false);
  useEffect(() => {
    if (isDone) return undefined;
    const timer = setTimeout(() => setHinted(true), HINT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isDone]);
  useEffect(bringSelectedRunInSight, [step]);
  return (
    <div className="lesson-body">
      <div className="lesson-words">
        <p>{inLanguage(step.task, language)}</p>
        {isHinted && (
          <p className="soft" role="status">
            {inLanguage(step.hint, language)}
          </p>
        )}
        <RunOutcomes />
      </div>
      <div className="lesson-side">
        <TaskStatus par={step.par} />
        <span className="lesson-buttons">
          <button type="button" className="button" aria-expanded={isHinted} onClick={() => setHinted(!isHinted)}>
            {t('hint')}
          </button>
          <button type="button" className="button" onClick={resetTask}>
            {t('reset')}
          </button>
        </span>
      </div>
    </div>
  );
}

/** Whether the task is done with what is on the screen now; of a mission also the score. */
function TaskStatus({ par }: { readonly par: Par | undefined }) {
  const t = useTranslations('lessons');
  const task = useLesson((state) => state.task);
  const mood = task?.isDone ? 'good' : 'none';
  const words = task === null ? t('computing') : task.isDone ? t('done') : t(task.isAstray ? 'astray' : 'notYet');
  return (
    <div className="lesson-status" role="status" data-mood={mood}>
      <strong>
        {task?.isDone && <span aria-hidden="true">✓ </span>}
        {words}
      </strong>
      {par && <ScoreLine par={par} score={task?.score ?? null} />}
    </div>
  );
}

function ScoreLine({ par, score }: { readonly par: Par; readonly score: number | null }) {
  const t = useTranslations('lessons');
  const language = usePreference((state) => state.language);
  const write = useProse();
  const numbers = {
    par: write(par.is, 4),
    score: score === null ? '' : write(score, 4),
    name: par.of === 'hyper' ? inLanguage(hyperDomain(par.name).name, language) : '',
  };
  if (score === null) return <span>{t(`par.${par.of}`, numbers)}</span>;
  return <span>{t(isAtPar(par, score) ? `atPar.${par.of}` : `offPar.${par.of}`, numbers)}</span>;
}
