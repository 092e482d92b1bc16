import { cpus } from 'node:os';
import { peersMissing } from './peers.mjs';

/** @typedef {import('./measure.mjs').Measured} Measured */

/** @param {number} value with three digits that mean something */
const number = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** @param {import('./measure.mjs').Spread} spread */
const spreadText = ({ median, low, high }) => `${number(median)} (${number(low)} to ${number(high)})`;

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
const table = (head, rows) =>
  [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** @param {boolean} met */
const verdict = (met) => (met ? 'Met' : '**Missed**');

/**
 * The machine, in words.
 * @param {string} browser its version @param {string} renderer as the browser names what draws
 */
export const machine = (browser, renderer) => {
  const software = /swiftshader|llvmpipe|software/i.test(renderer);
  return `${cpus().length} processor cores, ${software ? 'a software GPU' : 'a hardware GPU'} (${renderer}), Chromium ${browser}, Node ${process.versions.node}.`;
};

/**
 * Whether a contest's bars are met, each by the median of its rounds.
 * @param {import('./contests.mjs').Contest} contest @param {readonly Measured[]} measured
 */
export const judged = ({ bars, entries }, measured) =>
  bars.map((bar) => {
    const label = entries.find(({ id }) => id === bar.entry)?.label;
    const found = measured.find(({ name }) => name === label);
    if (!found) throw new RangeError(`nothing was measured of ${bar.entry}`);
    const { ratio, ms } = found;
    if ('within' in bar) {
      const met = ms.median <= bar.within;
      return { met, text: `${verdict(met)}: ${label} takes ${spreadText(ms)} ms; the bar is ${bar.within}.` };
    }
    const [met, wanted] =
      'atLeast' in bar
        ? [ratio.median >= bar.atLeast, `at least ${bar.atLeast}`]
        : [ratio.median <= bar.atMost, `at most ${bar.atMost}`];
    return { met, text: `${verdict(met)}: ${label} takes ${spreadText(ratio)} times as long; the bar is ${wanted}.` };
  });

/** @param {import('./contests.mjs').Contest} contest @param {readonly Measured[]} measured */
export const contestText = (contest, measured) => {
  const { title, note, tolerance, rounds } = contest;
  const rows = measured.map(({ name, ms, first, ratio: times, error }) => [
    name,
    spreadText(times),
    spreadText(ms),
    number(first),
    error.toExponential(0),
  ]);
  return `## ${title}

${note} ${rounds} rounds.

${table(['', `times "${measured[0]?.name}"`, 'milliseconds', 'first call, compiling', 'largest error'], rows)}

${judged(contest, measured)
  .map(({ text }) => text)
  .join('\n\n')}

Answers may be off by ${tolerance}.
`;
};

/** @param {readonly import('./sliders.mjs').Moved[]} moved @param {{ steps: number, moves: number, within: number }} how */
export const slidersText = (moved, { steps, moves, within }) => {
  const rows = moved.map(({ title, picture, median, inFrame, trace, computing, drawing, perSecond, longest }) => [
    title,
    number(picture),
    number(median),
    `${Math.round(100 * inFrame)}%`,
    number(trace),
    number(computing),
    number(drawing),
    number(perSecond),
    longest === 0 ? `none of ${within} ms` : number(longest),
  ]);
  return `## Slider moves: eight runs of ${steps} steps, redrawn in the built page

${moves} notches of one run's learning rate, each after the picture of the one before; then one every frame for two seconds. Milliseconds.

${table(['', 'notch to picture, 95% within', 'median', 'within one frame', 'notch to complete trace, 95% within', 'median', 'trace to picture, median', 'complete traces a second while dragging', "main thread's longest task"], rows)}

${verdict(moved.every(({ met }) => met))}: the bar is ${within} ms for 95% of the pictures, and no task of ${within} ms.
`;
};

/** @param {Awaited<ReturnType<typeof import('./input.mjs').measureInput>>} measured @param {typeof import('./input.mjs').inputDuringSweep} how */
export const inputText = ({ answered, sweep, longest, met }, { side, steps, within, task }) => {
  const rows = answered.map(({ title, count, most, median, longest: last }) => [
    title,
    String(count),
    number(most),
    number(median),
    number(last),
  ]);
  return `## Input while a sweep runs: ${(side * side).toLocaleString('en')} runs of ${steps} Adam steps in the built page

From an input until what it changes on the screen has been painted, one input after the other until the sweep is complete. Milliseconds.

${table(['', 'inputs', '95% within', 'median', 'longest'], rows)}

With all that input the sweep took ${number(sweep)} ms; the main thread's longest task took ${longest === 0 ? `less than ${task}` : number(longest)} ms.

${verdict(met)}: the bar is ${within} ms for 95% of each kind of input, and no task of ${task} ms.
`;
};

/**
 * @param {Awaited<ReturnType<typeof import('./load.mjs').measureLoads>>} measured @param {typeof import('./load.mjs').loads} bars
 * @param {number} bytes
 */
export const loadText = (measured, bars, bytes) => {
  /** @param {string} title @param {Omit<(typeof measured)[number]['peers'][number], 'title'>} visits */
  const row = (title, { paint, curve, used, bytes: loaded }) => [
    title,
    spreadText(paint),
    spreadText(curve),
    spreadText(used),
    number(loaded.median / 1000),
  ];
  const rows = measured.flatMap(({ title, peers, ...visits }) => [
    row(title, visits),
    ...peers.map((peer) => row(`${peer.title}, ${title}`, peer)),
  ]);
  return `## Opening the page: first visits with an empty cache

Milliseconds. The slow telephone has a processor of a quarter of the speed, 1.6 Mbit/s and a delay of 150 ms.

${table(['', 'first paint', 'first curve', 'can be used', 'kB until then, compressed'], rows)}

${measured
  .map(({ title, met }, i) => {
    const bar = bars[i];
    return `${verdict(met)}: on a ${title} the bars are ${bar?.paint} ms, ${bar?.curve} ms and ${number(bytes / 1000)} kB.`;
  })
  .join('\n\n')}
${peersMissing()
  .map((sentence) => `\n${sentence}\n`)
  .join('')}`;
};

/**
 * @param {Awaited<ReturnType<typeof import('./load.mjs').measureOfflineReloads>>} measured
 * @param {typeof import('./load.mjs').offlineReload} bar
 */
export const offlineText = ({ curve, met }, bar) => `## Opening the page without a network

A telephone with a processor of a quarter of the speed, which has the page from a visit before. Milliseconds.

${table(['', 'first curve'], [['slow telephone, offline', spreadText(curve)]])}

${verdict(met)}: the bar is ${bar.curve} ms.
`;

/** @param {Awaited<ReturnType<typeof import('./opening.mjs').measureOpening>>} found @param {{ size: number, within: number }} bar */
export const openingText = ({ measured, met }, { size, within }) => {
  const rows = measured.flatMap(({ title, parts }) =>
    parts.map(({ part, longest, busiest, over }) => [
      `${title}: ${part}`,
      number(busiest.cpu),
      busiest.what,
      String(over),
      number(longest),
    ]),
  );
  return `## The main thread's tasks with ${size.toLocaleString('en')} updates or samples

Until the complete trace is drawn and described, while a slider moves, and while every tab is shown. Milliseconds. What a task
computes is what counts: it lasts longer where something else has the processor, as a software GPU has, which a task does not
choose.

${table(['', 'most that a task computes', 'most of it', `tasks that compute for over ${within} ms`, 'longest task'], rows)}

${verdict(met)}: the bar is no task that computes for over ${within} ms.
`;
};

/** @param {Awaited<ReturnType<typeof import('./mixed.mjs').measureMixed>>} found @param {typeof import('./mixed.mjs').mixed} bar */
export const mixedText = ({ held, met }, { actions, every, growth, textures, programs }) => {
  const megabytes = (/** @type {number} */ bytes) => number(bytes / 2 ** 20);
  const rows = held.map((one) => [
    one.actions.toLocaleString('en'),
    megabytes(one.heap),
    String(one.nodes),
    String(one.listeners),
    String(one.tensors),
    megabytes(one.textures),
    String(one.programs),
  ]);
  return `## What the page holds after ${actions.toLocaleString('en')} mixed actions

Problems, optimizers, runs, sliders, tabs, sweeps, undo, themes, languages, dialogs, lessons, typed formulas and playing, in a
random order that is the same each time; after every ${every} the same small experiment is shown and garbage is collected.

${table(['actions', 'heap, MiB', 'nodes', 'listeners', 'tensors', 'textures, MiB', 'programs'], rows)}

${verdict(met)}: the bar is at most ${growth} times the heap, nodes, listeners and tensors after the last actions as after the first
${every}, and never more than ${megabytes(textures)} MiB of textures and ${programs} programs.
`;
};

/** @param {string} machineText @param {readonly string[]} sections */
export const reportText = (machineText, sections) => `# Measured

${machineText}

Written by \`npm run bench\`. Everybody in a table does the same work in the same browser, each in a worker of its own, in turn,
round after round, once untimed and once timed; every answer is compared with the float64 reference. Figures are medians, with
the quartiles in brackets. Ratios are taken round by round: times depend on the machine and on what else it does. Compiling is
over before the rounds begin.

${sections.join('\n')}`;
