import { create } from 'zustand';
import type { OpeningStop } from '../../lessons/opening';

/** What a user has answered at a stop of the opening, and whether the control has stood where the question asks about. */
interface Guess {
  readonly guess: number | null;
  readonly isTried: boolean;
}

const NONE: Guess = { guess: null, isTried: false };

/** Kept while the page is open, so that going back finds what was answered. */
const useGuesses = create<ReadonlyMap<OpeningStop, Guess>>(() => new Map());

export const useGuess = (stop: OpeningStop): Guess => useGuesses((guesses) => guesses.get(stop) ?? NONE);

const change = (stop: OpeningStop, part: Partial<Guess>): void =>
  useGuesses.setState((guesses) => new Map(guesses).set(stop, { ...(guesses.get(stop) ?? NONE), ...part }), true);

export const keepGuess = (stop: OpeningStop, guess: number): void => change(stop, { guess });

export const noteTrial = (stop: OpeningStop): void => change(stop, { isTried: true });
