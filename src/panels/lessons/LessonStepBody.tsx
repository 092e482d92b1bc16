import type { Lesson, LessonStep } from '../../lessons';
import { usePreference } from '../../workbench/stores/preferences';
import { inLanguage } from '../../language';
import { DoBody } from './DoBody';
import { PredictBody } from './PredictBody';
import { RunOutcomes } from './RunOutcomes';
import { WhyBody } from './WhyBody';

interface LessonStepBodyProps {
  readonly lesson: Lesson;
  readonly step: LessonStep;
  readonly index: number;
}

/** What a step says and asks. */
export function LessonStepBody({ lesson, step, index }: LessonStepBodyProps) {
  const language = usePreference((state) => state.language);
  switch (step.kind) {
    case 'see':
      return (
        <div className="lesson-body">
          <p>{inLanguage(step.text, language)}</p>
          <RunOutcomes />
        </div>
      );
    case 'predict':
      return <PredictBody step={step} index={index} />;
    case 'do':
      return <DoBody step={step} />;
    case 'why':
      return <WhyBody lesson={lesson} text={inLanguage(step.text, language)} />;
  }
}
