import { expect, test } from 'vitest';
import { opening, openingStops } from '../../lessons/opening';
import { isFinished, progressStore } from '../../workbench/lessons/progress';
import { bowl } from '../../lessons/opening/bowl';
import { guessAt, keepGuess, noteTrial } from './guesses';

test('a value beside that of the question shows the answer, but is not the value that one could go back to', () => {
  keepGuess(bowl, 1);
  expect(guessAt(bowl)).toEqual({ guess: 1, isTried: false, wasAtValue: false });
  noteTrial(bowl, 1.05);
  expect(guessAt(bowl)).toEqual({ guess: 1, isTried: true, wasAtValue: false });
  noteTrial(bowl, bowl.question.at);
  noteTrial(bowl, 1.2);
  expect(guessAt(bowl)).toEqual({ guess: 1, isTried: true, wasAtValue: true });
});

test('the opening is done once each stop has an answer, without a way on', () => {
  const isDone = () => isFinished(progressStore.getState().progress, opening);
  for (const stop of openingStops) {
    expect(isDone()).toBe(false);
    keepGuess(stop, 0);
  }
  expect(isDone()).toBe(true);
});
