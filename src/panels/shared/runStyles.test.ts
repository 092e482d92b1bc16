import { describe, expect, it } from 'vitest';
import { runStyles } from './runStyles';

describe('the styles of runs', () => {
  it('differ in colour, dash and marker for all eight runs', () => {
    const styles = runStyles(Array.from({ length: 8 }, (_, i) => `run ${i}`));
    expect(new Set(styles.map(({ colour }) => colour)).size).toBe(8);
    expect(new Set(styles.map(({ marker }) => marker)).size).toBe(8);
    expect(new Set(styles.map(({ dash }) => dash.join())).size).toBe(8);
  });
});
