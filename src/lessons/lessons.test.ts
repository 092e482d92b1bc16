import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { planExperiment } from '../engine/plan/plan';
import type { Plan } from '../engine/plan/types';
import { runReference } from '../engine/float64/reference';
import { decodeLink, limits, readExperiment } from '../experiment';
import { refute, type RunRecord } from './testing/claims';
import { chapters, findLesson, lessonLink, lessons, lessonState } from '.';

const rowsOf = (flat: Float64Array, rows: number): number[][] => {
  const width = flat.length / rows;
  return Array.from({ length: rows }, (_, row) => [...flat.subarray(row * width, (row + 1) * width)]);
};

/** The runs of a lesson on the float64 reference. */
function computed(lesson: (typeof lessons)[number]): { runs: RunRecord[]; plan: Plan } {
  const plan = planExperiment(readExperiment(lesson.experiment));
  const runs = runReference(plan).map(({ params, loss, validation, rows, outcome }): RunRecord => {
    if (!outcome) throw new Error('a run without an end');
    return {
      params: rowsOf(params, rows),
      loss: [...loss],
      ...(validation && { validation: [...validation] }),
      outcome,
    };
  });
  return { runs, plan };
}

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

test('every chapter has a lesson', () => {
  for (const chapter of chapters) expect(lessons.map((lesson) => lesson.chapter)).toContain(chapter);
});

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('%s', (_, lesson) => {
  test('its link opens its experiment and screen state', () => {
    const { state, complaints } = decodeLink(lessonLink(lesson));
    expect(complaints).toEqual([]);
    expect(state).toEqual(lessonState(lesson));
    expect(lessonLink(lesson).length).toBeLessThan(limits.linkLength);
  });

  test('has a short title and text in both languages', () => {
    for (const text of [lesson.title, lesson.about])
      for (const words of [text.en, text.zh]) expect(words.trim()).toBe(words);
    expect(lesson.title.en.length).toBeLessThan(48);
    expect(lesson.about.en.length).toBeLessThan(330);
    expect(lesson.about.zh).toMatch(/\p{Script=Han}/u);
  });

  test('its claims hold on the float64 reference', () => {
    expect(lesson.claims.length).toBeGreaterThan(0);
    const { runs, plan } = computed(lesson);
    for (const claim of lesson.claims) {
      // Overflow is where float32 ends: in float64 it comes later, if at all.
      if (claim.kind === 'diverges') continue;
      expect(refute(claim, runs, plan), JSON.stringify(claim)).toBeNull();
    }
  });
});
