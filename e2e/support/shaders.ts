import type { Page } from '@playwright/test';
import { planExperiment } from '../../src/engine/plan/plan';
import { trajectorySource } from '../../src/engine/gpu/shaders';
import { MAX_TWO_PASS_CALLS } from '../../src/engine/gpu/strategies';
import { gradientSource, updateSource } from '../../src/engine/gpu/twoPass/shaders';
import { readExperiment } from '../../src/experiment';

/** The integers that the kernels of runs read as uniforms. */
const uniforms = [
  ...['outWidth', 'runs', 'updates', 'first', 'count', 'lead', 'stride', 'stateRow', 'spacing'],
  ...['update', 'before', 'batchSlices'],
];
const tables = [
  'State',
  'Runs',
  'Coefficients',
  'Data',
  ...Array.from({ length: MAX_TWO_PASS_CALLS }, (_, i) => `Gradient${i}`),
];

/** What stands before a kernel's text, as TensorFlow.js writes it. */
const head = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
${uniforms.map((name) => `uniform int ${name};`).join('\n')}
${tables.map((name) => `uniform sampler2D ${name};`).join('\n')}
out vec4 result;
void setOutput(vec4 value) { result = value; }
`;

const problems = [
  { problem: { id: 'booth' }, steps: 5 },
  { problem: { id: 'linear-regression' }, epochs: 1 },
];

/** The shaders of a rule's runs: on a function, on data, and in two passes where it may have them. */
export function shadersOf(rule: string): string[] {
  return problems.flatMap((problem) => {
    const plan = planExperiment(readExperiment({ version: 1, ...problem, runs: [{ rule }] }));
    return plan.runs.flatMap(({ step }) => [
      trajectorySource(plan, step),
      ...(plan.kind === 'data' && step.calls.length <= MAX_TWO_PASS_CALLS
        ? [...step.calls.map((_, call) => gradientSource(plan.training, step, call)), updateSource(step)]
        : []),
    ]);
  });
}

/** The compiler's messages about those of many shaders that do not compile, each with its text. */
export const refusedShaders = (page: Page, sources: readonly string[]): Promise<string[]> =>
  page.evaluate(
    ([texts, first]) => {
      const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
      if (!gl) throw new Error('no WebGL 2');
      const refused = texts.flatMap((text) => {
        const shader = gl.createShader(gl.FRAGMENT_SHADER);
        if (!shader) throw new Error('the context is lost');
        gl.shaderSource(shader, first + text);
        gl.compileShader(shader);
        const isGood = Boolean(gl.getShaderParameter(shader, gl.COMPILE_STATUS));
        const message = gl.getShaderInfoLog(shader) ?? '';
        gl.deleteShader(shader);
        return isGood ? [] : [`${message}\n${text}`];
      });
      // A page may have few contexts at once.
      gl.getExtension('WEBGL_lose_context')?.loseContext();
      return refused;
    },
    [sources, head] as const,
  );
