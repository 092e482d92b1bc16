/** What code can be written for; a notebook holds the code for PyTorch. */
export const codeTargets = ['pytorch', 'optax', 'keras', 'notebook'] as const;
export type CodeTarget = (typeof codeTargets)[number];

export interface CodeOptions {
  readonly for: CodeTarget;
  /** Index of the run. */
  readonly run: number;
  /** Whether the program prints the rows of parameters, the start first, as one line of JSON, instead of showing a picture. */
  readonly trace: boolean;
}
