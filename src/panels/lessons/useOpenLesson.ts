import { useEffect } from 'react';
import type { Lesson } from '../../lessons';
import { followLesson } from '../../workbench/lessons/followLesson';
import { beginLesson, endLesson } from '../../workbench/lessons/steps';
import { useScreen } from '../../workbench/stores/screenStore';

/** Begins a lesson and keeps it up to date while the component is there; begins it again when it is opened again. */
export function useOpenLesson(lesson: Lesson): void {
  const opened = useScreen((state) => state.opened);
  useEffect(() => {
    beginLesson(lesson);
    const stop = followLesson();
    return () => {
      stop();
      endLesson();
    };
  }, [lesson, opened]);
}
