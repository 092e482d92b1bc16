import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

type Result = { readonly printed: string } | { readonly failed: string };

/** The Python that has torch; `npm test` names it. */
const pythonWithTorch = process.env.TORCH_PYTHON ?? '/usr/bin/python3';

/** Runs programs in one Python process. Throws if the process itself fails. */
export function runPrograms(programs: readonly string[]): Result[] {
  const runner = fileURLToPath(new URL('run_programs.py', import.meta.url));
  const { status, stdout, stderr, error } = spawnSync(pythonWithTorch, [runner], {
    input: JSON.stringify(programs),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${pythonWithTorch} failed: ${stderr}`);
  return JSON.parse(stdout) as Result[];
}
