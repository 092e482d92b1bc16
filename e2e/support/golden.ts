import { readFileSync } from 'node:fs';
import { parseRegression, parseTrajectories } from '../../src/catalogue/golden/cases';

const json = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../src/catalogue/golden/${name}`, import.meta.url), 'utf8'));

/** PyTorch's own trajectories and regression runs. */
export const trajectories = parseTrajectories(json('trajectories.json'));
export const regression = parseRegression(json('regression.json'));
