export { FormulaError, formulaErrorCodes, type FormulaErrorCode } from './errors';
export { parseExpression, isReserved } from './parse';
export { print } from './print';
export { freeNames, givenNames, MAX_LENGTH, namedConstants, specialNames, type Expression } from './syntax';
export { functionNames, operators } from './operators';
export type { OperatorName } from './node';
export { dependents, Graph, linearize, type Node } from './graph';
export type { NodeId } from './node';
export { addExpression, compileLoss, hessianOf, type LossProgram } from './compile';
export { gradientNodes, hessianNodes } from './differentiate';
export { Code, compileFunction, evaluate, type Registers } from './code';
export { glslNumber, glslOperand, glslPrelude, glslStatements } from './glsl';
export { extendRule, type Extension } from './extend';
export { namesRead, parseRule, readsRate, type Hyperparameter, type Rule } from './rule';
export {
  compileStep,
  fixedInputs,
  updateInputs,
  type GivenName,
  type GivenNumbers,
  type GradientCall,
  type Handed,
  type ScheduleProgram,
  type StepProgram,
  type Value,
  type VectorState,
} from './step';
export { specialize, type SpecialLine } from './specialize';
export { defaultSymbol, expressionTex, numberTex, ruleTex, type TexLine, type TexOptions } from './tex';
