import type { GPGPUProgram } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { DISTINCT_FACTOR, ROUNDING } from '../../src/engine/trace/outcome';
import { TABLE_WIDTH } from '../../src/engine/gpu/texels';
import { earlierSlot, slotCount, staySlot } from '../../src/engine/sweep/keptRows';

/**
 * A sweep of Adam on Rosenbrock over the learning rate and beta1, as one would write it by hand for this one purpose: what
 * the generated kernel is held to. A fragment a run, the same rule (weight decay is a setting, a run that breaks stops),
 * and the same texel about it: loss, best loss, the step since which it is at the minimum, and how it ended. The same
 * points are kept to tell that.
 *
 * Tables, four numbers a texel: Settings (a, b, start; beta2, 1 - beta2, eps, weight decay; reach squared, unseen squared),
 * Columns (lr), Rows (beta1, 1 - beta1), Corrections (one an update of a row: 1 - beta1^t, 1 - beta2^t).
 */
export class HandwrittenSweep implements GPGPUProgram {
  readonly variableNames = ['Settings', 'Columns', 'Rows', 'Corrections'];
  readonly packedInputs = true;
  readonly packedOutput = true;
  readonly enableShapeUniforms = true;
  readonly userCode = source;
  readonly customUniforms;

  /**
   * @param outputShape of the generated kernel's result, so that both fill the same texture; `width` is half its second number
   * @param periods how many lengths of a cycle are looked for: the length of `rounds`
   */
  constructor(
    readonly outputShape: number[],
    periods: number,
  ) {
    this.customUniforms = [
      ...['width', 'count', 'gridWidth', 'updates', 'stay'].map((name) => ({ name, type: 'int' as const })),
      { name: 'rounds', type: 'int' as const, arrayIndex: periods },
      { name: 'stopRows', type: 'int' as const, arrayIndex: slotCount },
      { name: 'stopSlots', type: 'int' as const, arrayIndex: slotCount },
    ];
  }
}

const source = `// a sweep by hand
vec4 at(sampler2D table, int i) { return texelFetch(table, ivec2(i % ${TABLE_WIDTH}, i / ${TABLE_WIDTH}), 0); }
bool finite(float x) { return (floatBitsToUint(x) & 0x7f800000u) != 0x7f800000u; }
float nan() { return uintBitsToFloat(0x7fc00000u); }
float apart(vec2 p, vec2 q) { vec2 d = p - q; return dot(d, d); }

// Where one Newton step from p leads; not a number where the Hessian is not positive definite.
vec2 newton(vec2 p, vec2 ab) {
  float rise = 2.0 * ab.y * (p.y - p.x * p.x);
  vec2 g = vec2(2.0 * (p.x - ab.x) - 2.0 * p.x * rise, rise);
  float xx = 2.0 - 2.0 * rise + 8.0 * ab.y * p.x * p.x, xy = -4.0 * ab.y * p.x, yy = 2.0 * ab.y;
  float det = xx * yy - xy * xy;
  if (!(xx > 0.0 && det > 0.0)) return vec2(nan());
  return p - vec2(yy * g.x - xy * g.y, xx * g.y - xy * g.x) / det;
}

void main() {
  int index = int(gl_FragCoord.y) * width + int(gl_FragCoord.x);
  if (index >= count) { setOutput(vec4(0.0)); return; }
  int row = index / gridWidth;
  vec4 one = at(Settings, 0);
  vec4 two = at(Settings, 1);
  vec2 lengths = at(Settings, 2).xy;
  float lr = at(Columns, index - row * gridWidth).x;
  vec2 beta = at(Rows, row).xy;
  vec2 minimum = vec2(one.x, one.x * one.x);
  vec2 p = one.zw, m = vec2(0.0), v = vec2(0.0);
  vec2 kept[${slotCount}];
  float loss, best = uintBitsToFloat(0x7f800000u);
  int away = -1;
  bool alive = true;
  int i = 0;
  for (int stop = 0; stop < ${slotCount}; stop++) {
    int end = stopRows[stop];
    for (; i < end && alive; i++) {
      away = apart(p, minimum) <= lengths.x ? away : i;
      vec2 correction = at(Corrections, row * updates + i).xy;
      float side = one.x - p.x, off = p.y - p.x * p.x, rise = 2.0 * one.y * off;
      loss = side * side + one.y * off * off;
      alive = finite(loss);
      best = alive && loss < best ? loss : best;
      vec2 g = vec2(-2.0 * side - 2.0 * p.x * rise, rise) + two.w * p;
      m = beta.x * m + beta.y * g;
      v = two.x * v + two.y * (g * g);
      p -= lr * (m / correction.x) / (sqrt(v / correction.y) + two.z);
    }
    kept[stopSlots[stop]] = p;
  }
  if (alive) {
    float side = one.x - p.x, off = p.y - p.x * p.x;
    loss = side * side + one.y * off * off;
    alive = finite(loss);
    best = alive && loss < best ? loss : best;
  }
  bool near = alive && apart(p, minimum) <= lengths.x;
  int ended = 5;
  if (alive) {
    float widest = 0.0;
    for (int k = 0; k < ${slotCount}; k++) if (stopRows[k] >= updates - stay) widest = max(widest, apart(p, kept[stopSlots[k]]));
    ended = widest <= lengths.y ? 3 : 1;
    if (any(lessThan(p, min(vec2(-2.0, -1.0), one.zw))) || any(greaterThan(p, max(vec2(2.0, 3.0), one.zw)))) ended = 4;
    bool arrived = near && updates - away - 1 >= stay;
    if (!near) {
      vec2 target = newton(p, one.xy);
      arrived = apart(p, target) <= lengths.x && apart(kept[${staySlot}], target) <= lengths.x;
    }
    if (arrived) ended = 0;
    vec2 largest = abs(p);
    for (int period = 2; period <= rounds.length() + 1; period++) {
      largest = max(largest, abs(kept[period - 1]));
      if (rounds[period - 2] == 0) break;
      float size = max(largest.x, largest.y) * ${ROUNDING};
      if (apart(p, kept[period]) > size * size || apart(p, kept[period + ${earlierSlot(0) - 2}]) > size * size) continue;
      bool shortest = true;
      for (int j = 1; j < period; j++) if (apart(p, kept[j]) <= ${(DISTINCT_FACTOR ** 2).toFixed(1)} * size * size) shortest = false;
      if (shortest) ended = 2;
      break;
    }
  }
  setOutput(vec4(loss, finite(best) ? best : nan(), near ? float(away + 1) : nan(), float(ended + 8 * (near ? 1 : 0))));
}`;
