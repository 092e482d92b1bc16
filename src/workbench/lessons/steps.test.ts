import { beforeEach, expect, test } from 'vitest';
import { lessons, type Lesson } from '../../lessons';
import { lessonStore, noLesson } from './lessonStore';
import { clearProgress, progressStore } from './progress';
import { giveAnswer, goOn } from './steps';

const beginningWith = (kind: 'see' | 'predict'): Lesson => {
  const lesson = lessons.find(({ steps }) => steps[0]?.kind === kind);
  if (!lesson) throw new Error(`no lesson begins with a step to ${kind}`);
  return lesson;
};
const done = ({ id }: Lesson) => progressStore.getState().progress[id] ?? [];

beforeEach(clearProgress);

test('what was to be seen counts as seen for whoever goes on before the runs have played', () => {
  const lesson = beginningWith('see');
  lessonStore.setState({ ...noLesson, lesson, isWaiting: true });
  goOn();
  expect(lessonStore.getState().index).toBe(1);
  expect(done(lesson)).toEqual([0]);
});

test('a question counts only with an answer, whose runs need not have played', () => {
  const lesson = beginningWith('predict');
  lessonStore.setState({ ...noLesson, lesson });
  goOn();
  expect(done(lesson)).toEqual([]);
  lessonStore.setState({ ...noLesson, lesson });
  giveAnswer(0);
  goOn();
  expect(done(lesson)).toEqual([0]);
});
