import type { GPGPUProgram } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { TABLE_WIDTH } from '../../src/engine/gpu/texels';

/**
 * One run of Adam on Rosenbrock as one would write it by hand for this one purpose: what the generated kernel is held to.
 * The same rule (weight decay and AMSGrad are settings, a run that breaks stops), the same three texels a row
 * (point and m; v and its maximum; loss), a fragment a texel, the same chunk from the same start.
 *
 * Tables, four numbers a texel: State (the start's row), Settings (a, b, beta1, 1 - beta1; beta2, 1 - beta2, eps, weight
 * decay; amsgrad), Rates (one an update: lr, 1 - beta1^t, 1 - beta2^t).
 */
export class HandwrittenAdam implements GPGPUProgram {
  readonly variableNames = ['State', 'Settings', 'Rates'];
  readonly packedInputs = true;
  readonly packedOutput = true;
  readonly enableShapeUniforms = true;
  readonly customUniforms = (['count', 'width'] as const).map((name) => ({ name, type: 'int' as const }));
  readonly userCode = source;

  /** @param outputShape of the generated kernel's result, so that both fill the same texture; `width` is half its second number. */
  constructor(readonly outputShape: number[]) {}
}

const source = `// by hand
vec4 at(sampler2D table, int i) { return texelFetch(table, ivec2(i % ${TABLE_WIDTH}, i / ${TABLE_WIDTH}), 0); }
vec2 slope(vec2 p, float a, float b) {
  float rise = 2.0 * b * (p.y - p.x * p.x);
  return vec2(2.0 * (p.x - a) - 2.0 * p.x * rise, rise);
}
bool finite(vec2 p) { return all(notEqual(floatBitsToUint(p) & 0x7f800000u, uvec2(0x7f800000u))); }
void main() {
  int index = int(gl_FragCoord.y) * width + int(gl_FragCoord.x);
  int part = index % 3;
  int last = index / 3;
  if (last >= count) { setOutput(vec4(0.0)); return; }
  vec4 one = at(Settings, 0);
  vec4 two = at(Settings, 1);
  bool amsgrad = at(Settings, 2).x != 0.0;
  vec4 place = at(State, 0);
  vec4 squares = at(State, 1);
  vec2 p = place.xy, m = place.zw, v = squares.xy, top = squares.zw;
  for (int i = 0; i <= last; i++) {
    vec3 rate = at(Rates, i).xyz;
    vec2 g = slope(p, one.x, one.y) + two.w * p;
    m = one.z * m + one.w * g;
    v = two.x * v + two.y * g * g;
    top = max(top, v);
    p -= rate.x * (m / rate.y) / (sqrt((amsgrad ? top : v) / rate.z) + two.z);
    if (!finite(p)) break;
  }
  float off = p.y - p.x * p.x;
  float loss = (one.x - p.x) * (one.x - p.x) + one.y * off * off;
  setOutput(part == 0 ? vec4(p, m) : part == 1 ? vec4(v, top) : vec4(loss, 0.0, 0.0, 0.0));
}`;
