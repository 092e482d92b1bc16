import fc from 'fast-check';

/** A log of numbers as a loop would write it, in any of the forms; and the same numbers. */
export const anyLog = fc
  .record({
    first: fc.integer({ min: 0, max: 3 }),
    every: fc.integer({ min: 1, max: 50 }),
    values: fc.array(
      fc.oneof(
        fc.double({ noDefaultInfinity: true, noNaN: true }).map((x) => x + 0),
        fc.constantFrom(NaN, Infinity, -Infinity),
      ),
      { minLength: 2, maxLength: 12 },
    ),
    words: fc.constantFrom({ nan: 'NaN', inf: 'Infinity' }, { nan: 'nan', inf: 'inf' }),
    form: fc.constantFrom('csv', 'tsv', 'entries', 'lines', 'columns', 'tensorboard'),
  })
  .map(({ first, every, values, words, form }) => {
    const steps = values.map((_, i) => first + i * every);
    const word = (value: number) =>
      Number.isNaN(value) ? words.nan : Number.isFinite(value) ? String(value) : `${value < 0 ? '-' : ''}${words.inf}`;
    const python = (value: number) => word(value).replace('nan', 'NaN').replace(/inf$/, 'Infinity');
    const rows = values.map((value, i) => ({ step: steps[i] ?? 0, value }));
    const text = {
      csv: () => `loss,step\n${rows.map(({ step, value }) => `${word(value)},${step}`).join('\n')}`,
      tsv: () => `iteration\tTrain Loss\n${rows.map(({ step, value }) => `${step}\t${word(value)}`).join('\n')}`,
      entries: () => `[${rows.map(({ step, value }) => `{"step": ${step}, "loss": ${python(value)}}`).join(', ')}]`,
      lines: () => rows.map(({ step, value }) => `{"step": ${step}, "loss": ${python(value)}}`).join('\n'),
      columns: () => `{"step": [${steps.join(', ')}], "loss": [${values.map(python).join(', ')}]}`,
      tensorboard: () =>
        JSON.stringify(rows.map(({ step, value }) => [1.7e9, step, Number.isFinite(value) ? value : python(value)])),
    };
    return { text: text[form](), steps, values };
  });
