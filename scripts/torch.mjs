import { spawnSync } from 'node:child_process';
import { installFromDebian } from './debian.mjs';

/**
 * The Python that runs the code which the page writes for PyTorch.
 * @typedef {{ path: string, version: string }} Torch
 */

/** Debian's Python comes second: `python3` may be another one, with a newer torch. */
const names = ['python3', '/usr/bin/python3', 'python'];

/**
 * The version of torch that a Python has, or null.
 * @param {string} path
 */
const versionIn = (path) => {
  const { status, stdout } = spawnSync(path, ['-c', 'import torch; print(torch.__version__)'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
};

/** @returns {Torch | null} */
const findTorch = () => {
  const asked = process.env['TORCH_PYTHON'];
  for (const path of asked ? [asked] : names) {
    const version = versionIn(path);
    if (version !== null) return { path, version };
  }
  return null;
};

/**
 * A Python with torch: the one that TORCH_PYTHON names, the system's, or Debian's package python3-torch, which is
 * installed where there is none.
 * @returns {Torch | null} null where there is none and none can be installed
 */
export const findOrInstallTorch = () => {
  const found = findTorch();
  if (found || process.env['TORCH_PYTHON']) return found;
  console.log("No Python with torch here: installing Debian's package python3-torch.");
  return installFromDebian('python3-torch') ? findTorch() : null;
};
