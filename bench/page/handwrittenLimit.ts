import type { GPGPUProgram } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { TABLE_WIDTH } from '../../src/engine/gpu/texels';

/**
 * What the shader does in an update: all of it, with or without the checks that an unknown loss needs; all but roots and
 * divisions; or nothing.
 */
export type UpdateParts = 'checked' | 'update' | 'multiplications' | 'nothing';

/** Neighbours in a row that a fragment computes, and updates between two tests of the loop: the fastest on a software GPU. */
const RUNS = 4;
export const UNROLLED = 8;

const runs = Array.from({ length: RUNS }, (_, k) => k);

/**
 * The sweep of Adam on Rosenbrock, final losses alone, with nothing in it that its own numbers do not need: no weight decay, no
 * AMSGrad, reciprocals in place of divisions by what is known before. `checked` is what the engine's shader does beside that:
 * a root of a negative number is NaN on every device, and a run that breaks keeps its first loss that is not finite.
 *
 * Tables, four numbers a texel: Settings (a, b, start; beta2, 1 - beta2), Columns (four learning rates), Rows (beta1,
 * 1 - beta1), Corrections (two updates of a row: their factor of the rate, their eps).
 */
export class HandwrittenLimit implements GPGPUProgram {
  readonly variableNames = ['Settings', 'Columns', 'Rows', 'Corrections'];
  readonly packedInputs = true;
  readonly packedOutput = true;
  readonly enableShapeUniforms = true;
  readonly customUniforms = (['width', 'count', 'gridWidth', 'updates'] as const).map((name) => ({
    name,
    type: 'int' as const,
  }));
  readonly userCode;

  /** @param outputShape of the generated kernel's result, so that both fill the same texture; `width` is half its second number */
  constructor(
    readonly outputShape: number[],
    parts: UpdateParts,
  ) {
    this.userCode = source(parts);
  }
}

/** With s = sqrt(1 - beta2^t), lr m / (1 - beta1^t) / (sqrt(v / s^2) + eps) is lr s / (1 - beta1^t) m / (sqrt(v) + eps s). */
const steps: Readonly<Record<UpdateParts, string>> = {
  checked: `kept = mix(kept, loss(p, ab), finite(kept));
  vec2 root = mix(vec2(uintBitsToFloat(0x7fc00000u)), sqrt(v), greaterThanEqual(v, vec2(0.0)));
  p -= lr * correction.x * m / (root + correction.y)`,
  update: 'p -= lr * correction.x * m / (sqrt(v) + correction.y)',
  multiplications: 'p -= lr * correction.x * m * (v + correction.y)',
  nothing: '',
};

const source = (parts: UpdateParts): string => `// ${parts} by hand
vec4 at(sampler2D table, int i) { return texelFetch(table, ivec2(i & ${TABLE_WIDTH - 1}, i >> ${Math.log2(TABLE_WIDTH)}), 0); }
bool finite(float x) { return (floatBitsToUint(x) & 0x7f800000u) != 0x7f800000u; }
float loss(vec2 p, vec2 ab) { float side = ab.x - p.x, off = p.y - p.x * p.x; return side * side + ab.y * off * off; }
void update(inout vec2 p, inout vec2 m, inout vec2 v, inout float kept, float lr, vec2 ab, vec2 beta, vec2 beta2, vec2 correction) {
  float rise = ab.y * (p.y - p.x * p.x), side = ab.x - p.x;
  rise += rise;
  float along = p.x * rise;
  vec2 g = vec2(-(side + side) - (along + along), rise);
  m = beta.x * m + beta.y * g;
  v = beta2.x * v + beta2.y * (g * g);
  ${steps[parts]};
}
void main() {
  int index = int(gl_FragCoord.y) * width + int(gl_FragCoord.x);
  if (index >= count) { setOutput(vec4(0.0)); return; }
  int perRow = gridWidth / ${RUNS};
  int row = index / perRow;
  vec4 one = at(Settings, 0);
  vec2 beta2 = at(Settings, 1).xy, beta = at(Rows, row).xy, ab = one.xy;
  vec4 lr = at(Columns, index - row * perRow);
  ${runs.map((k) => `vec2 p${k} = one.zw, m${k} = vec2(0.0), v${k} = vec2(0.0); float kept${k} = 0.0;`).join('\n  ')}
  ${parts === 'nothing' ? '' : loop}
  setOutput(vec4(${runs.map((k) => `mix(kept${k}, loss(p${k}, ab), finite(kept${k}))`).join(', ')}));
}`;

const loop = `for (int i = 0; i < updates; i += ${UNROLLED}) {
    vec4 two;
    ${Array.from({ length: UNROLLED / 2 }, (_, pair) => pair)
      .map(
        (pair) => `two = at(Corrections, ((row * updates + i) >> 1) + ${pair});
    ${['two.xy', 'two.zw']
      .flatMap((correction) =>
        runs.map((k) => `update(p${k}, m${k}, v${k}, kept${k}, lr[${k}], ab, beta, beta2, ${correction});`),
      )
      .join('\n    ')}`,
      )
      .join('\n    ')}
  }`;
