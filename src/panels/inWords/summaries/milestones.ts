/** Digits of the steps that are listed, as scales of instruments have them. */
const DIGITS = [1, 2, 5];

/**
 * The steps of a run that a short table lists: 0, then 1, 2, 5, 10, 20, 50 and so on, the last one, and the one shown.
 * @param last the last step of all runs @param shown the transport's step
 * @returns ascending, each once
 */
export function milestones(last: number, shown: number): number[] {
  const steps = new Set([0, shown, last]);
  for (let power = 1; power <= last; power *= 10) for (const digit of DIGITS) steps.add(digit * power);
  return [...steps].filter((step) => step <= last).sort((a, b) => a - b);
}
