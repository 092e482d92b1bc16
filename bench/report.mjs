import { cpus } from 'node:os';
import { peersMissing } from './peers.mjs';
import { number, sectionData, sectionText } from './section.mjs';

/** @typedef {import('./section.mjs').Section} Section */
/** @typedef {import('./section.mjs').Bar} Bar */
/** @typedef {import('./measure.mjs').Measured} Measured */

/**
 * @typedef {{ cores: number, softwareGpu: boolean, renderer: string, chromium: string, node: string }} Machine
 * `renderer` is what draws, as the browser names it
 */

/**
 * @param {string} chromium its version @param {string} renderer
 * @returns {Machine}
 */
export const machineOf = (chromium, renderer) => ({
  cores: cpus().length,
  softwareGpu: /swiftshader|llvmpipe|software/i.test(renderer),
  renderer,
  chromium,
  node: process.versions.node,
});

/** @param {Machine} machine */
const machineText = ({ cores, softwareGpu, renderer, chromium, node }) =>
  `${cores} processor cores, ${softwareGpu ? 'a software GPU' : 'a hardware GPU'} (${renderer}), Chromium ${chromium}, Node ${node}.`;

/**
 * What a contest's bars ask, and what was measured.
 * @param {import('./contests.mjs').Contest} contest @param {readonly Measured[]} measured
 * @returns {Bar[]}
 */
const contestBars = ({ bars, entries }, measured) =>
  bars.map(({ entry, ...bar }) => {
    const label = entries.find(({ id }) => id === entry)?.label;
    const found = measured.find(({ name }) => name === label);
    if (!found) throw new RangeError(`nothing was measured of ${entry}`);
    if ('within' in bar) return { of: found.name, figure: found.ms, unit: 'ms', atMost: bar.within };
    return { of: found.name, figure: found.ratio, unit: 'times as long', ...bar };
  });

/** @param {import('./contests.mjs').Contest} contest @param {readonly Measured[]} measured @returns {Section} */
export const contestSection = (contest, measured) => ({
  title: contest.title,
  before: `${contest.note} ${contest.rounds} rounds.`,
  columns: [
    { key: 'ratio', label: `times "${measured[0]?.name}"` },
    { key: 'ms', label: 'milliseconds' },
    { key: 'first', label: 'first call, compiling' },
    { key: 'error', label: 'largest error', show: 'error' },
  ],
  rows: measured.map(({ name, error, ...figures }) => ({ name, figures: { ...figures, error: error ?? NaN } })),
  bars: contestBars(contest, measured),
  notes: [`Answers may be off by ${contest.tolerance}.`],
});

/** The main thread's longest task in words where the browser reports none: it reports tasks of 50 ms and more. @param {number} longest */
const longestTask = (longest) => (longest === 0 ? 'less than 50' : longest);

/**
 * @param {readonly import('./sliders.mjs').Moved[]} moved @param {{ steps: number, moves: number, within: number }} how
 * @returns {Section}
 */
export const slidersSection = (moved, { steps, moves, within }) => ({
  title: `Slider moves: eight runs of ${steps} steps, redrawn in the built page`,
  before: `${moves} notches of one run's learning rate, each after the picture of the one before; then one every frame for two seconds. Milliseconds.`,
  columns: [
    { key: 'picture', label: 'notch to picture, 95% within' },
    { key: 'median', label: 'median' },
    { key: 'inFrame', label: '% within one frame', show: 'count' },
    { key: 'trace', label: 'notch to complete trace, 95% within' },
    { key: 'computing', label: 'median' },
    { key: 'drawing', label: 'trace to picture, median' },
    { key: 'perSecond', label: 'complete traces a second while dragging' },
    { key: 'computes', label: 'most that a task of the main thread computes' },
  ],
  rows: moved.map(({ title, inFrame, ...figures }) => ({
    name: title,
    figures: { ...figures, inFrame: Math.round(inFrame) },
  })),
  bars: moved.flatMap(({ title, picture, computes }) => [
    { of: `${title}, notch to picture, 95% within`, figure: picture, unit: 'ms', atMost: within },
    { of: `${title}, most that a task of the main thread computes`, figure: computes, unit: 'ms', below: within },
  ]),
});

/**
 * @param {Awaited<ReturnType<typeof import('./input.mjs').measureInput>>} measured @param {typeof import('./input.mjs').inputDuringSweep} how
 * @returns {Section}
 */
export const inputSection = ({ answered, sweep, longest }, { side, steps, within, task }) => ({
  title: `Input while a sweep runs: ${(side * side).toLocaleString('en')} runs of ${steps} Adam steps in the built page`,
  before:
    'From an input until what it changes on the screen has been painted, one input after the other until the sweep is complete. Milliseconds.',
  columns: [
    { key: 'count', label: 'inputs', show: 'count' },
    { key: 'most', label: '95% within' },
    { key: 'median', label: 'median' },
    { key: 'longest', label: 'longest' },
    { key: 'atRest', label: '95% within, the sweep being complete' },
  ],
  rows: answered.map(({ title, ...figures }) => ({ name: title, figures })),
  after: `With all that input the sweep took ${number(sweep)} ms; the main thread's longest task took ${longest === 0 ? longestTask(longest) : number(longest)} ms.`,
  bars: [
    ...answered.map(({ title, most }) => ({ of: `${title}, 95% within`, figure: most, unit: 'ms', atMost: within })),
    { of: "the main thread's longest task above 50 ms", figure: longest, unit: 'ms', below: task },
  ],
});

/**
 * @param {Awaited<ReturnType<typeof import('./load.mjs').measureLoads>>} measured @param {typeof import('./load.mjs').loads} how
 * @param {number} bytes
 * @returns {Section}
 */
export const loadSection = (measured, how, bytes) => ({
  title: 'Opening the page: first visits with an empty cache',
  before:
    'Milliseconds. The slow telephone has a processor of a quarter of the speed, 1.6 Mbit/s and a delay of 150 ms.',
  columns: [
    { key: 'paint', label: 'first paint' },
    { key: 'curve', label: 'first curve' },
    { key: 'used', label: 'can be used' },
    { key: 'kilobytes', label: 'kB until then, compressed' },
  ],
  rows: measured.flatMap(({ title, peers, ...ours }) =>
    [{ ...ours, title }, ...peers.map((peer) => ({ ...peer, title: `${peer.title}, ${title}` }))].map(
      ({ title: name, paint, curve, used, bytes: loaded }) => ({
        name,
        figures: { paint, curve, used, kilobytes: loaded.median / 1000 },
      }),
    ),
  ),
  bars: measured.flatMap(({ title, paint, curve, bytes: loaded }, i) => [
    { of: `${title}, first paint`, figure: paint, unit: 'ms', atMost: how[i]?.paint ?? NaN },
    { of: `${title}, first curve`, figure: curve, unit: 'ms', atMost: how[i]?.curve ?? NaN },
    { of: `${title}, until it can be used`, figure: loaded.median / 1000, unit: 'kB', atMost: bytes / 1000 },
  ]),
  notes: peersMissing(),
});

/**
 * @param {Awaited<ReturnType<typeof import('./load.mjs').measureOfflineReloads>>} curve
 * @param {typeof import('./load.mjs').offlineReload} how
 * @returns {Section}
 */
export const offlineSection = (curve, how) => ({
  title: 'Opening the page without a network',
  before:
    'A telephone with a processor of a quarter of the speed, which has the page from a visit before. Milliseconds.',
  columns: [{ key: 'curve', label: 'first curve' }],
  rows: [{ name: 'slow telephone, offline', figures: { curve } }],
  bars: [{ of: 'slow telephone, offline, first curve', figure: curve, unit: 'ms', atMost: how.curve }],
});

/** @typedef {readonly (readonly [part: string, section: Section])[]} Sections */

/** @param {Machine} machine @param {Sections} sections @param {readonly string[]} missing parts that are not measured, as the run goes on or was ended */
export const reportText = (machine, sections, missing) => `# Measured

${machineText(machine)}

Written by \`npm run bench\`, with the same figures in results.json. Everybody in a table does the same work in the same browser,
each in a worker of its own, in turn, round after round, once untimed and once timed; every answer is compared with the float64
reference. Figures are medians, with the quartiles in brackets. Ratios are taken round by round: times depend on the machine and
on what else it does. Compiling is over before the rounds begin.
${missing.length > 0 ? `\nThe run ended before these parts: ${missing.join(', ')}.\n` : ''}
${sections.map(([, section]) => sectionText(section)).join('\n')}`;

/** The same as JSON. @param {Machine} machine @param {Sections} sections */
export const reportData = (machine, sections) =>
  `${JSON.stringify({ machine, sections: sections.map(([part, section]) => sectionData(part, section)) }, null, 2)}\n`;
