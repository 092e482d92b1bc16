import { chapters, lessonExperiment, lessonLink, lessons, type Lesson } from '../src/lessons';
import { rightAnswer, taskState } from '../src/lessons/claims/task';
import { refuteAny, scriptEvidence, type TestEvidence } from '../src/lessons/testing/evidence';
import { wordFaults } from '../src/lessons/testing/texts';
import { toJson } from '../src/experiment';
import type { Experiment } from '../src/experiment/core/types';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPage, runJson } from './support/api';

/* Every prepared experiment, opened by its link, does on WebGL what its words say. */

async function onWebgl(page: Page, experiment: Experiment): Promise<TestEvidence> {
  const { runs } = await runJson(page, toJson(experiment), 'webgl');
  return scriptEvidence(experiment, runs);
}

/** What the screen can come to show in a lesson: each experiment computed once. */
async function checkSteps(page: Page, lesson: Lesson, first: TestEvidence): Promise<void> {
  const outcomes = first.runs.map(({ outcome }) => outcome.kind);
  const evidenceOf = async (change: Parameters<typeof lessonExperiment>[1]) => {
    if (!change) return first;
    const evidence = await onWebgl(page, lessonExperiment(lesson, change));
    outcomes.push(...evidence.runs.map(({ outcome }) => outcome.kind));
    return evidence;
  };
  for (const step of lesson.steps) {
    if (step.kind === 'predict') {
      const evidence = await evidenceOf(step.change);
      for (const claim of step.claims ?? [])
        expect(refuteAny(claim, evidence), `${lesson.id}: ${JSON.stringify(claim)}`).toBeNull();
      const found = step.answers.map(({ claim }) => refuteAny(claim, evidence));
      expect(rightAnswer(step, evidence), `${lesson.id}: ${step.question.en}\n${JSON.stringify(found)}`).not.toBeNull();
    }
    if (step.kind === 'do') {
      expect(taskState(lesson, step, first).isDone, `${lesson.id}: at first`).toBe(false);
      const evidence = await evidenceOf(step.solution);
      const reasons = JSON.stringify(step.claims.map((claim) => refuteAny(claim, evidence)));
      expect(taskState(lesson, step, evidence).isDone, `${lesson.id}: ${step.task.en}\n${reasons}`).toBe(true);
    }
  }
  expect(wordFaults(lesson, outcomes), lesson.id).toEqual([]);
}

for (const chapter of chapters) {
  test(`outcomes, predictions and tasks come out on WebGL: ${chapter}`, async ({ page }) => {
    await openPage(page);
    for (const lesson of lessons.filter((one) => one.chapter === chapter)) {
      const experiment = lessonExperiment(lesson);
      await page.evaluate((fragment) => (location.hash = fragment), lessonLink(lesson));
      await expect.poll(() => page.evaluate(() => window.overshoot.experiment())).toEqual(toJson(experiment));
      const evidence = await onWebgl(page, experiment);
      for (const claim of lesson.claims)
        expect(refuteAny(claim, evidence), `${lesson.id}: ${JSON.stringify(claim)}`).toBeNull();
      await checkSteps(page, lesson, evidence);
    }
  });
}
