import { expect, test } from 'vitest';
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
