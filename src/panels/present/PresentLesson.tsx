import { findLesson, type Lesson } from '../../lessons';
import { useLesson } from '../../workbench/lessons/lessonStore';
import { withLateMessages } from '../late/LateMessages';
import { LessonStepBody } from '../lessons/LessonStepBody';
import { useOpenLesson } from '../lessons/useOpenLesson';
import '../lessons/lessonCard.css';

/** What the step of a lesson says and asks, for an audience. */
export default withLateMessages(function PresentLesson({ id }: { readonly id: string }) {
  const lesson = findLesson(id);
  return lesson ? <OpenLesson lesson={lesson} /> : null;
});

function OpenLesson({ lesson }: { readonly lesson: Lesson }) {
  useOpenLesson(lesson);
  const index = useLesson((state) => state.index);
  const step = lesson.steps[index];
  if (!step) return null;
  return (
    <section className="present-lesson" data-step={step.kind}>
      <LessonStepBody key={index} lesson={lesson} step={step} index={index} />
    </section>
  );
}
