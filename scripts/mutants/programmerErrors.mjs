import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin';

/**
 * What is read of Babel's NodePath.
 * @typedef {{ node: { type: string, callee?: { name?: string } }, parentPath: Path | null }} Path
 */

/** @param {Path | null | undefined} path */
const isRangeError = (path) => path?.node.type === 'NewExpression' && path.node.callee?.name === 'RangeError';

/**
 * The texts of RangeErrors, which say what a programmer did wrong: no program reads them, and what a user can cause has
 * errors of its own. That the error is thrown, and when, stays mutated.
 */
const programmerErrors = {
  /** @param {import('@stryker-mutator/api/ignore').NodePath} node */
  shouldIgnore(node) {
    const { node: text, parentPath: call } = /** @type {Path} */ (node);
    const isText = text.type === 'StringLiteral' || text.type === 'TemplateLiteral';
    return isText && isRangeError(call) && call?.parentPath?.node.type === 'ThrowStatement'
      ? "the text of a programmer's error"
      : undefined;
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'programmer-errors', programmerErrors)];
