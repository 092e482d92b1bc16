import type { SettingValues } from '../../catalogue';
import { numberText } from '../python/lines';

/** Python that appends the samples of a data problem, one by one, to `samples`. */
interface Sampler {
  /** Statements inside the loop over `i`, the sample's index. `uniform` and `normal` are the stream of the data. */
  readonly sample: readonly string[];
  /** The sample as a list: features, then the target. */
  readonly row: string;
  /** How hard it is, for a curriculum. */
  readonly difficulty: string;
  /** Statements after the loop; with them `difficulty` is that of a `row` of all samples. */
  readonly after?: readonly string[];
}

/** `weight*name` as a term of a sum, with its sign; nothing to multiply where the weight is 1. */
const scaled = (weight: number, name: string): string => (weight === 1 ? name : `${numberText(weight)}*${name}`);
const term = (weight: number, name = ''): string => {
  const size = Math.abs(weight);
  return ` ${weight < 0 ? '-' : '+'} ${name === '' ? numberText(size) : scaled(size, name)}`;
};

const value = (settings: SettingValues, name: string): string => numberText(settings[name] ?? Number.NaN);

const linear = (s: SettingValues): Sampler => ({
  sample: ['first, second, error = normal(), normal(), normal()'],
  row:
    `[first, ${scaled(s.scale ?? 1, 'second')}, ${value(s, 'weight1')}*first` +
    `${term(s.weight2 ?? 0, 'second')}${term(s.bias ?? 0)}${term(s.noise ?? 0, 'error')}]`,
  difficulty: 'abs(error)',
});

const clouds = (s: SettingValues): Sampler => ({
  sample: [
    'side = -1 if i % 2 == 0 else 1',
    `center = side*${value(s, 'separation')}/2/math.sqrt(2)`,
    'first, second = center + normal(), center + normal()',
  ],
  row: `[first, ${scaled(s.scale ?? 1, 'second')}, i % 2]`,
  difficulty: '-side*(first + second)',
});

const curves = ['math.sin(math.pi*x)', '-1 if x < 0 else 1', 'math.exp(-20*x*x)'];

const curve = (s: SettingValues): Sampler => ({
  sample: ['x = 2*uniform() - 1', `target = ${curves[s.curve ?? 0] ?? curves[0]}`, 'error = normal()'],
  row: `[x, target + ${value(s, 'noise')}*error]`,
  difficulty: 'abs(error)',
});

const shapes: readonly (readonly string[])[] = [
  [
    'turn = 1 if i % 2 == 0 else -1',
    'first, second = turn*(math.cos(math.pi*u) - 0.5), turn*(math.sin(math.pi*u) - 0.25)',
  ],
  ['radius = 1 if i % 2 == 0 else 0.5', 'first, second = radius*math.cos(2*math.pi*u), radius*math.sin(2*math.pi*u)'],
  ['angle = 2*math.pi*u + math.pi*(i % 2)', 'first, second = u*math.cos(angle), u*math.sin(angle)'],
];

const shape = (s: SettingValues): Sampler => ({
  sample: ['u = uniform()', ...(shapes[s.shape ?? 0] ?? shapes[0] ?? []), 'right, up = normal(), normal()'],
  row: `[first + ${value(s, 'noise')}*right, second + ${value(s, 'noise')}*up, i % 2]`,
  difficulty: 'math.hypot(right, up)',
});

/** The slopes of every dimension are shifted and scaled to mean 0 and an exact standard deviation. */
function slopes(s: SettingValues): Sampler {
  const dimensions = Array.from({ length: s.dimensions ?? 1 }, (_, j) => j);
  const columns = dimensions.flatMap((j) => [value(s, `curvature${j + 1}`), `row[${j}]`]);
  return {
    sample: [],
    row: `[${dimensions.map(() => 'normal()').join(', ')}]`,
    difficulty: `math.hypot(${dimensions.map((j) => `row[${2 * j + 1}]`).join(', ')})`,
    after: [
      `for j in range(${dimensions.length}):`,
      '    center = sum(row[j] for row in samples)/len(samples)',
      '    spread = math.sqrt(sum((row[j] - center)**2 for row in samples)/len(samples))',
      '    for row in samples:',
      `        row[j] = ${value(s, 'noise')}*(row[j] - center)/spread`,
      `samples = [[${columns.join(', ')}] for row in samples]`,
    ],
  };
}

/** Samplers by problem: the Python of catalogue/datasets. A problem without one has its samples written out as numbers. */
export const samplers: Readonly<Record<string, (settings: SettingValues) => Sampler>> = {
  'linear-regression': linear,
  'logistic-regression': clouds,
  'polynomial-regression': curve,
  'network-fit': curve,
  'network-classes': shape,
  'noisy-quadratic': slopes,
};
