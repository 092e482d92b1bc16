import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeLink, limits } from '../experiment';
import { findLesson } from '../lessons';
import { refute } from './testing/refute';
import { compute } from './testing/runs';
import { findQuestion, questionLink, questions, questionState, topics } from '.';

test('ids are unique and need no escaping in a link', () => {
  expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  for (const { id } of questions) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  for (const question of questions) expect(findQuestion(question.id)).toBe(question);
});

test('every file of a question is in the list', () => {
  const list = readFileSync(new URL('./questions.ts', import.meta.url), 'utf8');
  for (const file of readdirSync(new URL('./list', import.meta.url)))
    expect(list).toContain(`./list/${file.replace(/\.ts$/, '')}'`);
});

test('every topic has a question', () => {
  for (const topic of topics) expect(questions.map((question) => question.topic)).toContain(topic);
});

const sentencesOf = (text: string): number => text.match(/[.?!。？！](?=\s|$|[^\d\s])/gu)?.length ?? 0;

describe.each(questions.map((question) => [question.id, question] as const))('%s', (_, question) => {
  test('its link opens its experiment and screen state', () => {
    const { state, complaints } = decodeLink(questionLink(question));
    expect(complaints).toEqual([]);
    expect(state).toEqual(questionState(question));
    expect(questionLink(question).length).toBeLessThan(limits.linkLength);
  });

  test('has a question, wordings and an answer in both languages', () => {
    for (const text of [question.question, question.answer])
      for (const words of [text.en, text.zh]) expect(words.trim()).toBe(words);
    expect(question.question.en).toMatch(/\?$/);
    expect(question.question.zh).toMatch(/\p{Script=Han}.*？$/u);
    expect(question.question.en.length).toBeLessThan(70);
    expect(question.answer.zh).toMatch(/\p{Script=Han}/u);
    expect(question.answer.en.length).toBeLessThan(460);
    for (const answer of [question.answer.en, question.answer.zh]) expect(sentencesOf(answer)).toBeGreaterThan(1);
    for (const wordings of Object.values(question.wordings)) expect(wordings.length).toBeGreaterThan(0);
    expect(question.wordings.zh.join()).toMatch(/\p{Script=Han}/u);
  });

  test('the lesson that it names exists', () => {
    if (question.lesson !== undefined) expect(findLesson(question.lesson)).toBeDefined();
  });

  test.each(['float64', 'float32'] as const)('its claims hold in %s', (precision) => {
    expect(question.claims.length).toBeGreaterThan(0);
    const computed = compute(question.experiment, precision);
    for (const claim of question.claims) expect(refute(claim, computed, precision), JSON.stringify(claim)).toBeNull();
  });
});
