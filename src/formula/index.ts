export { FormulaError, formulaErrorCodes, formulaSentence, type FormulaErrorCode } from './errors';
export { parseExpression, isReserved } from './parse';
export { print } from './print';
export { MAX_LENGTH, namedConstants, specialNames, type Expression } from './syntax';
export { operators } from './operators';
export type { OperatorName } from './node';
export { dependents, Graph, linearize } from './graph';
export type { NodeId } from './node';
export { addExpression, compileLoss, hessianOf, type LossProgram } from './compile';
export { gradientNodes } from './differentiate';
export { Code, compileFunction, evaluate, type Registers, type Round } from './code';
export { originOf, type Origin } from './origin';
export { glslNumber, glslOperand, glslPrelude, glslStatements } from './glsl';
export { namesRead, parseRule, plainRule, readsRate, type Hyperparameter, type Rule } from './rule';
export {
  callArguments,
  compileStep,
  fixedInputs,
  readsLoss,
  updateInputs,
  type ParameterInputName,
  type StepProgram,
  type Value,
} from './step';
