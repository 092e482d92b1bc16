import { create } from 'zustand';
import { opening, openingStops, type OpeningStop } from '../../lessons/opening';
import { finishStep } from '../../workbench/lessons/progress';

/** What a user has answered at a stop of the opening, and what has been seen there. */
interface Guess {
  readonly guess: number | null;
  /** Whether the control has stood where the right answer can be seen. */
  readonly isTried: boolean;
  /** Whether it has stood at the very value that the question names. */
  readonly wasAtValue: boolean;
}

const NONE: Guess = { guess: null, isTried: false, wasAtValue: false };

/** Kept while the page is open, so that going back finds what was answered. */
const useGuesses = create<ReadonlyMap<OpeningStop, Guess>>(() => new Map());

export const guessAt = (stop: OpeningStop): Guess => useGuesses.getState().get(stop) ?? NONE;

export const useGuess = (stop: OpeningStop): Guess => useGuesses((guesses) => guesses.get(stop) ?? NONE);

const change = (stop: OpeningStop, part: Partial<Guess>): void =>
  useGuesses.setState((guesses) => new Map(guesses).set(stop, { ...guessAt(stop), ...part }), true);

/** With an answer the stop counts as done, whichever way the user then leaves. */
export function keepGuess(stop: OpeningStop, guess: number): void {
  change(stop, { guess });
  finishStep(opening, openingStops.indexOf(stop));
}

/** Notes that the control stands at a value where the right answer can be seen. */
export const noteTrial = (stop: OpeningStop, value: number): void =>
  change(stop, { isTried: true, ...(value === stop.question.at && { wasAtValue: true }) });
