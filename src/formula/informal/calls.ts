import { print } from '../print';
import type { Expression } from '../syntax';
import type { Cursor } from './cursor';
import type { Levels } from './levels';
import { isSign, type Token } from './token';
import { apply, numeral } from './tree';
import { callableOf, inverses, type Callable } from './vocabulary';

/** A function with its arguments: in brackets, or without where it has one; perhaps with a power between, as in sin^2(x). */
export function readCall(cursor: Cursor, reader: Levels): Expression {
  const token = cursor.next();
  const callable = callableOf(token.text);
  if (!callable) throw cursor.problem('unknownFunction', token);
  const exponent = cursor.is('^') ? powerOf(cursor, reader) : null;
  const args = cursor.is('(', '[', '{')
    ? inBrackets(cursor, reader, callable, token)
    : [bare(cursor, reader, callable, token)];
  const result = callable.build(args);
  const isOwn = result.kind === 'apply' && result.operator === callable.name && result.args.length === args.length;
  if (!isOwn) cursor.note('function', token, cursor.last, print(result));
  if (exponent === null) return result;
  const inverse = inverses[callable.name];
  const isInverse = exponent.kind === 'apply' && exponent.operator === 'neg' && isOne(exponent.args[0]);
  if (isInverse && inverse && !cursor.wide(token, cursor.last)) return apply(inverse, ...args);
  cursor.note('power', token, cursor.last, `${callable.name}(…)^…`);
  return apply('pow', result, exponent);
}

const isOne = (expression: Expression | undefined): boolean => expression?.kind === 'number' && expression.value === 1;

/** The exponent right after a function's name. */
function powerOf(cursor: Cursor, reader: Levels): Expression {
  cursor.next();
  if (cursor.take('-')) return apply('neg', reader.atom());
  return reader.atom();
}

function inBrackets(cursor: Cursor, reader: Levels, callable: Callable, token: Token): readonly Expression[] {
  const args = cursor.enclosed(() => {
    const list = [reader.expression()];
    while (cursor.take(',', ';')) list.push(reader.expression());
    return list;
  }, callable.most > 1);
  const { name, least, most } = callable;
  const { at, length } = cursor.last;
  const all = { ...token, length: at + length - token.at };
  // In max(0,5, x) the first comma may be a decimal one.
  const typed = cursor.typed.slice(all.at, all.at + all.length);
  const isUnsure = args.length > 2 && most > args.length && /\d[,，]\d/.test(typed) && /[,，]\s/.test(typed);
  if (args.length >= least && args.length <= most && !isUnsure) return args;
  throw cursor.problem('wrongCount', all, {
    found: name,
    expected: args.length < least ? least : most,
    given: args.length,
  });
}

/** An argument without brackets: what stands close together, up to a sign or another function. */
function bare(cursor: Cursor, reader: Levels, { name, least }: Callable, token: Token): Expression {
  if (least > 1 || !(cursor.opensOperand || cursor.is('-', '+')))
    throw cursor.problem('needsBrackets', token, { found: name });
  const start = cursor.peek();
  const isFunction = (): boolean => cursor.peek().kind === 'function';
  let arg = reader.signed();
  while (cursor.opensOperand && !cursor.peek().spaced && !isFunction() && cursor.peek().kind !== 'number') {
    cursor.noteProduct();
    arg = apply('mul', arg, reader.power());
  }
  if (!isSign(start, '|', '|(')) arg = further(cursor, reader, token, arg);
  cursor.note(
    'brackets',
    token,
    cursor.last,
    `${name}(${cursor.typed.slice(start.at, cursor.last.at + cursor.last.length)})`,
  );
  return arg;
}

/** What stands further off, or below a fraction line, may belong to the argument or not. */
function further(cursor: Cursor, reader: Levels, token: Token, arg: Expression): Expression {
  const isOperand = cursor.opensOperand && cursor.peek().kind !== 'function' && cursor.peek().kind !== 'number';
  if (isOperand) {
    if (!cursor.wide(token, cursor.peek())) return arg;
    return further(cursor, reader, token, apply('mul', arg, reader.power()));
  }
  if (!cursor.is('/') || !cursor.wide(token, cursor.peek(1))) return arg;
  cursor.next();
  return further(cursor, reader, token, apply('div', arg, reader.signed()));
}

/** A root sign with what stands under it: an operand, without brackets if it is one name or number. */
export function readRoot(cursor: Cursor, reader: Levels): Expression {
  const sign = cursor.next();
  const degree = Number(sign.text.slice('root'.length));
  const isBare = !cursor.is('(', '[', '{', '|', '|(');
  if (!cursor.opensOperand) throw cursor.unexpected();
  const start = cursor.peek();
  let under = reader.atom();
  const goesOn = (): boolean => cursor.is('^') || (cursor.opensOperand && !cursor.peek().spaced);
  if (isBare && goesOn() && cursor.wide(sign, cursor.peek(cursor.is('^') ? 1 : 0))) {
    under = cursor.is('^') ? reader.raised(under, start) : under;
    while (cursor.opensOperand && !cursor.peek().spaced) under = apply('mul', under, reader.power());
  }
  const name = degree === 3 ? 'cbrt' : 'sqrt';
  cursor.note('root', sign, sign, name);
  return rootOf(under, numeral(degree));
}

/** \sqrt{x} and \sqrt[3]{x}. */
export function readSqrtCommand(cursor: Cursor, reader: Levels): Expression {
  const sign = cursor.next();
  const degree = cursor.is('[') ? cursor.enclosed(() => reader.expression()) : numeral(2);
  const under = reader.argument();
  cursor.note('root', sign, sign, degree.kind === 'number' && degree.value === 3 ? 'cbrt' : 'sqrt');
  return rootOf(under, degree);
}

function rootOf(under: Expression, degree: Expression): Expression {
  const value = degree.kind === 'number' ? degree.value : Number.NaN;
  if (value === 2) return apply('sqrt', under);
  if (value === 3) return apply('cbrt', under);
  return value === 4 ? apply('sqrt', apply('sqrt', under)) : apply('pow', under, apply('div', numeral(1), degree));
}
