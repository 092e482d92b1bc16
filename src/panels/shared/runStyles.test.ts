import { describe, expect, it } from 'vitest';
import { numbered, runStyles } from './runStyles';

describe('how runs look', () => {
  it('numbers labels only where they repeat', () => {
    expect(numbered(['Adam', 'SGD', 'Adam'])).toEqual(['Adam 1', 'SGD', 'Adam 2']);
  });

  it('gives each of eight runs a colour, a dash and a marker of its own', () => {
    const styles = runStyles(Array.from({ length: 8 }, (_, i) => `run ${i}`));
    expect(new Set(styles.map(({ colour }) => colour)).size).toBe(8);
    expect(new Set(styles.map(({ marker }) => marker)).size).toBe(8);
    expect(new Set(styles.map(({ dash }) => dash.join())).size).toBe(8);
  });
});
