import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from './commands.mjs';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly needs?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: { readonly build: Job; readonly publish: Job };
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const text = read('.github/workflows/pages.yml');
const { permissions, jobs } = parse(text) as Workflow;
const { scripts, engines } = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
};
const stepNamed = (job: Job, action: string): number =>
  job.steps.findIndex(({ uses }) => uses?.startsWith(`${action}@`));

test('every action is pinned by the commit of a version that is written beside it', () => {
  const used = [...text.matchAll(/uses: (.*)/g)].map(([, action = '']) => action);
  expect(used.length).toBe([...jobs.build.steps, ...jobs.publish.steps].filter(({ uses }) => uses).length);
  for (const action of used) expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test('every command is the installation of the exact packages, or one of the project', () => {
  const commands = jobs.build.steps.flatMap(({ run }) => run ?? []);
  const [first, ...others] = commands;
  expect(first).toBe('npm ci');
  for (const command of others) expect(Object.keys(scripts)).toContain(/^npm run ([\w:]+)$/.exec(command)?.[1]);
  // What is too heavy, or does not type, is not published.
  expect(others.slice(-2)).toEqual(['npm run build', 'npm run size']);
  expect(others).toContain('npm run typecheck');
});

test('the folder that the build writes is published, after it was checked, by a Node that the project allows', () => {
  const { steps } = jobs.build;
  const upload = stepNamed(jobs.build, 'actions/upload-pages-artifact');
  expect(upload).toBeGreaterThan(steps.findIndex(({ run }) => run === 'npm run size'));
  expect(steps[upload]?.with).toEqual({ path: 'dist' });
  expect(read('scripts/size.mjs')).toContain("'dist'");
  const node = steps[stepNamed(jobs.build, 'actions/setup-node')]?.with?.['node-version'];
  expect(Number(node)).toBeGreaterThan(Number(/^>=(\d+)\.\d+$/.exec(engines.node)?.[1]));
});

test('only the job that publishes may write, and it waits for the build', () => {
  expect(permissions).toEqual({ contents: 'read' });
  expect(jobs.build.permissions).toBeUndefined();
  expect(jobs.build.steps[stepNamed(jobs.build, 'actions/checkout')]?.with).toEqual({ 'persist-credentials': false });
  expect(jobs.publish.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
  expect(jobs.publish.needs).toBe('build');
  expect(stepNamed(jobs.publish, 'actions/deploy-pages')).toBe(0);
});
