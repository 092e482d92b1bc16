import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeLink, limits, toJson } from '../experiment';
import type { LocalName } from '../catalogue';
import type { Experiment } from '../experiment/core/types';
import { isAtPar, rightAnswer, taskState } from './claims/task';
import { referenceEvidence, refuteAny, type TestEvidence } from './testing/evidence';
import { textsOf, wordFaults } from './testing/texts';
import type { DoStep, Lesson, PredictStep } from './types';
import { chapters, findLesson, lessonExperiment, lessonLink, lessons, lessonState } from '.';

test('ids are unique and need no escaping in a link', () => {
  expect(new Set(lessons.map(({ id }) => id)).size).toBe(lessons.length);
  for (const { id } of lessons) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  for (const lesson of lessons) expect(findLesson(lesson.id)).toBe(lesson);
});

test('every file of a lesson is in the list', () => {
  const list = readFileSync(new URL('./lessons.ts', import.meta.url), 'utf8');
  for (const file of readdirSync(new URL('./list', import.meta.url)))
    expect(list).toContain(`./list/${file.replace(/\.ts$/, '')}'`);
});

test('every chapter has a lesson, and there are missions', () => {
  for (const chapter of chapters) expect(lessons.map((lesson) => lesson.chapter)).toContain(chapter);
  expect(lessons.filter(({ steps }) => steps.some((step) => step.kind === 'do' && step.par)).length).toBeGreaterThan(3);
});

const limitsOfText = {
  title: 48,
  about: 110,
  see: 300,
  question: 240,
  answer: 90,
  because: 340,
  task: 240,
  hint: 200,
  why: 400,
};

const memo = new Map<string, TestEvidence>();

/** What an experiment does in float64; each is computed once. */
function evidenceOf(experiment: Experiment): TestEvidence {
  const key = JSON.stringify(toJson(experiment));
  const evidence = memo.get(key) ?? referenceEvidence(experiment);
  memo.set(key, evidence);
  return evidence;
}

const predictionsOf = ({ steps }: Lesson): PredictStep[] => steps.filter((step) => step.kind === 'predict');
const tasksOf = ({ steps }: Lesson): DoStep[] => steps.filter((step) => step.kind === 'do');

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('%s', (_, lesson) => {
  test('its numbers are short enough for their fields', () => {
    const { problem, start, runs } = lessonExperiment(lesson);
    const constants = problem.kind === 'function' ? Object.values(problem.constants) : [];
    for (const number of [...constants, ...(start ?? []), ...runs.flatMap(({ hyper }) => Object.values(hyper))])
      expect(String(number).length).toBeLessThanOrEqual(8);
  });

  test('its link opens its experiment and screen state', () => {
    const { state, complaints } = decodeLink(lessonLink(lesson));
    expect(complaints).toEqual([]);
    expect(state).toEqual(lessonState(lesson));
    expect(lessonLink(lesson).length).toBeLessThan(limits.linkLength);
  });

  test('has two to five steps, begins with one to see or to predict, and asks for something', () => {
    expect(lesson.steps.length).toBeGreaterThanOrEqual(2);
    expect(lesson.steps.length).toBeLessThanOrEqual(5);
    expect(['see', 'predict']).toContain(lesson.steps[0]?.kind);
    expect(predictionsOf(lesson).length).toBeGreaterThan(0);
    for (const { answers } of predictionsOf(lesson)) {
      expect(answers.length).toBeGreaterThanOrEqual(2);
      expect(answers.length).toBeLessThanOrEqual(4);
    }
    expect(lesson.minutes).toBeGreaterThan(0);
    expect(lesson.minutes).toBeLessThanOrEqual(6);
  });

  test('has short texts in both languages', () => {
    for (const [kind, text] of textsOf(lesson)) {
      for (const words of [text.en, text.zh]) expect(words.trim()).toBe(words);
      expect(text.en.length, text.en).toBeLessThanOrEqual(limitsOfText[kind]);
      expect(text.zh.length, text.zh).toBeLessThanOrEqual(0.7 * limitsOfText[kind]);
      expect(text.en).not.toMatch(/\p{Script=Han}/u);
    }
    const long: LocalName[] = textsOf(lesson).flatMap(([kind, text]) =>
      kind === 'answer' || kind === 'title' ? [] : [text],
    );
    for (const { zh } of long) expect(zh).toMatch(/\p{Script=Han}/u);
  });

  test('its claims hold on the float64 reference', () => {
    const evidence = evidenceOf(lessonExperiment(lesson));
    for (const claim of lesson.claims) {
      // Overflow is where float32 ends: in float64 it comes later, if at all.
      if (claim.kind === 'diverges') continue;
      expect(refuteAny(claim, evidence), JSON.stringify(claim)).toBeNull();
    }
  });

  test('exactly one answer of each prediction is right', () => {
    for (const step of predictionsOf(lesson)) {
      const evidence = evidenceOf(lessonExperiment(lesson, step.change));
      const found = step.answers.map(({ claim }) => refuteAny(claim, evidence));
      for (const claim of step.claims ?? []) expect(refuteAny(claim, evidence), JSON.stringify(claim)).toBeNull();
      expect(rightAnswer(step, evidence), `${step.question.en}\n${JSON.stringify(found)}`).not.toBeNull();
    }
  });

  test('each task is not done at first, and its solution does it', () => {
    for (const step of tasksOf(lesson)) {
      const first = lessonExperiment(lesson);
      expect(taskState(lesson, step, evidenceOf(first)).isDone, `${step.task.en}: at first`).toBe(false);
      const solved = lessonExperiment(lesson, step.solution);
      const evidence = evidenceOf(solved);
      const reasons = step.claims.map((claim) => refuteAny(claim, evidence));
      const state = taskState(lesson, step, evidence);
      expect(state, `${step.task.en}: ${JSON.stringify(reasons)}`).toMatchObject({ isDone: true, isAstray: false });
      if (step.par) expect(isAtPar(step.par, state.score ?? Number.NaN), `${state.score}`).toBe(true);
    }
  });

  test('no word on its card contradicts a badge', () => {
    const shown = [
      undefined,
      ...predictionsOf(lesson).map(({ change }) => change),
      ...tasksOf(lesson).map(({ solution }) => solution),
    ];
    const outcomes = shown.flatMap((change) =>
      evidenceOf(lessonExperiment(lesson, change)).runs.map(({ outcome }) => outcome.kind),
    );
    expect(wordFaults(lesson, outcomes)).toEqual([]);
  });
});
