import { namedConstants } from '../syntax';
import { functionNames } from '../operators';
import type { Manner } from './cursor';
import { nearest } from './nearest';
import { Problem, type Suggestion } from './problem';
import { readOr, type Reading, type ReadingOptions } from './read';
import { callableNames } from './vocabulary';

const MOST_SHOWN = 4;
/** More things wrong than these are left to the user, one after the other. */
const MOST_PROBLEMS = 3;
/** Candidates that are followed up; looking further would take too long while a long text is typed. */
const MOST_FOLLOWED = 3;

/**
 * Ways out of a problem, each of which is read without error; the likeliest first. Where none is enough by itself, because
 * something else is wrong too, both are put right.
 */
export function suggestions(typed: string, options: ReadingOptions, problem: Problem): Suggestion[] {
  return waysOut(typed, options, problem, MOST_PROBLEMS);
}

function waysOut(typed: string, options: ReadingOptions, problem: Problem, problems: number): Suggestion[] {
  const tried = new Map<string, Suggestion>();
  for (const candidate of candidates(typed, options, problem)) {
    const key = `${candidate.text} ${candidate.parameters?.join(' ') ?? ''}`;
    if ((candidate.text !== typed || candidate.parameters) && !tried.has(key)) tried.set(key, candidate);
  }
  const results = [...tried.values()].map((candidate) => {
    const inside = candidate.parameters ? { ...options, parameters: candidate.parameters } : options;
    return { candidate, inside, result: readOr(candidate.text, inside, 'ask') };
  });
  const found = results.filter(({ result }) => !(result instanceof Problem)).map(({ candidate }) => candidate);
  if (found.length > 0 || problems <= 1) return found.slice(0, MOST_SHOWN);
  const more: Suggestion[] = [];
  for (const { candidate, inside, result } of results.slice(0, MOST_FOLLOWED)) {
    if (!(result instanceof Problem) || more.length >= MOST_SHOWN) continue;
    more.push(...waysOut(candidate.text, inside, result, problems - 1).map((next) => joined(candidate, next)));
  }
  return more.slice(0, MOST_SHOWN);
}

/** Two ways out, one after the other. */
function joined(first: Suggestion, next: Suggestion): Suggestion {
  const parameters = next.parameters ?? first.parameters;
  return { kind: 'text', text: next.text, ...(parameters && { parameters }) };
}

function attempt(typed: string, options: ReadingOptions, manner: Manner): Reading | null {
  const result = readOr(typed, options, manner);
  return result instanceof Problem ? null : result;
}

const asText = (text: string): Suggestion => ({ kind: 'text', text });

function candidates(typed: string, options: ReadingOptions, problem: Problem): Suggestion[] {
  const { at, length } = problem;
  const before = typed.slice(0, at);
  const after = typed.slice(at + length);
  const found = typed.slice(at, at + length);
  switch (problem.code) {
    case 'ambiguous':
    case 'chained':
      return readings(typed, options);
    case 'unknownFunction':
      return functionsLike(typed, problem);
    case 'unknownName':
    case 'tooManyNames':
      return [...namesLike(typed, options, problem), ...roles(typed, options, problem)];
    case 'numberAfter':
      return [
        `${before.trimEnd()}*${found}${after}`,
        `${before.trimEnd()}^${found}${after}`,
        `${before.trimEnd()}${found}${after}`,
      ].map(asText);
    case 'wrongCount':
      return [...pointsFor(typed, at, length), typed.replace(/,(?=\d)/g, ', ')].map(asText);
    case 'unclosed':
      return [')', '))', ')))', ']', '}', '|'].map((closing) => asText(typed.trimEnd() + closing));
    case 'equation':
      return sides(typed, at, length).map(asText);
    case 'needsBrackets':
      return [];
    default:
      return [before + after, before, `${before}${after.slice(1)}`, before.trimEnd().slice(0, -1) + found + after].map(
        (text) => asText(text.trim()),
      );
  }
}

/** Both readings of a text that has two, in the project's notation. */
function readings(typed: string, options: ReadingOptions): Suggestion[] {
  return (['narrow', 'wide'] as const).flatMap((manner) => {
    const reading = attempt(typed, options, manner);
    if (!reading) return [];
    const { parameters } = reading;
    return [{ kind: 'text' as const, text: reading.formula, ...(isOther(parameters, options) && { parameters }) }];
  });
}

/** Whether a text has said itself which parameters it has, which its formula alone does not say. */
const isOther = (parameters: readonly string[], { parameters: given }: ReadingOptions): boolean =>
  given !== undefined && parameters.join() !== given.join();

/** The functions that a word may mean; `sqr` is a square to some and a root to others. */
function functionsLike(typed: string, { at, length }: Problem): Suggestion[] {
  const word = typed.slice(at, at + length);
  const after = typed.slice(at + length);
  const close = closing(after);
  const squared = word.toLowerCase() === 'sqr' && close > 0 ? [squareOf(after, close)] : [];
  const called = word.length > 1 ? nearest(word, callableNames).map((name) => name + after) : [];
  const [likeliest, ...others] = called;
  return [...(likeliest === undefined ? [] : [likeliest]), ...squared, ...others]
    .slice(0, MOST_SHOWN)
    .map((rest) => asText(typed.slice(0, at) + rest));
}

function squareOf(after: string, close: number): string {
  const inner = after.slice(1, close).trim();
  return `${/^\w+$/.test(inner) ? inner : `(${inner})`}^2${after.slice(close + 1)}`;
}

/** The offset of the bracket that closes the one at the beginning; -1 if none does. */
function closing(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (text.charAt(i) === '(') depth += 1;
    if (text.charAt(i) === ')') depth -= 1;
    if (depth === 0) return i;
  }
  return -1;
}

/** The names that a misspelt one may mean, and the power that `x2` may be. */
function namesLike(typed: string, { parameters = [] }: ReadingOptions, { at, length }: Problem): Suggestion[] {
  const word = typed.slice(at, at + length);
  const power = /^([A-Za-z])(\d)$/.exec(word);
  const likely = word.length > 1 || parameters.includes(word.toLowerCase());
  const known = likely ? nearest(word, [...parameters, ...Object.keys(namedConstants), ...functionNames]) : [];
  return [
    ...known,
    ...(power ? [`${power[1] ?? ''}^${power[2] ?? ''}`, `${power[1] ?? ''}*${power[2] ?? ''}`] : []),
  ].map((name) => asText(typed.slice(0, at) + name + typed.slice(at + length)));
}

/** Names that are not known become parameters, as many as can, or constants with the value 1. */
function roles(typed: string, options: ReadingOptions, { values, code }: Problem): Suggestion[] {
  const most = options.most ?? 2;
  const all = String(values['all']).split(' ');
  // A left side that lists too many goes.
  const text = code === 'tooManyNames' ? typed.replace(/^[^=]*\)\s*(?::=|=>|=|:)\s*/, '') : typed;
  const given = (options.parameters ?? []).filter((name) => new RegExp(`(?<![A-Za-z])${name}(?![A-Za-z])`).test(text));
  const withParameters = subsets(all, most).flatMap((names): Suggestion[] => {
    const parameters = [...given.filter((name) => !names.includes(name)), ...names];
    const constants = all.filter((name) => !names.includes(name));
    return parameters.length > most ? [] : [{ kind: 'parameter', text: text + clauses(constants), parameters, names }];
  });
  const asConstants: Suggestion = { kind: 'constant', text: text + clauses(all), names: all };
  const fit = withParameters.filter(({ names = [] }) => names.length === all.length || given.length === 0);
  return [...fit.slice(0, 1), asConstants, ...withParameters];
}

const clauses = (names: readonly string[]): string => names.map((name) => `, ${name} = 1`).join('');

/** Up to `most` of these names, the most first; the usual variables are chosen before others. */
function subsets(names: readonly string[], most: number): string[][] {
  const rank = (name: string): number => 'xyzuvw'.indexOf(name.charAt(0)) + 1 || 9;
  const ordered = [...names].sort((a, b) => rank(a) - rank(b));
  const all = names.length <= most ? [[...names]] : [ordered.slice(0, most)];
  return [...all, ...ordered.map((name) => [name])];
}

/** A call with decimal commas as points, in every place where one may be. */
function pointsFor(typed: string, at: number, length: number): string[] {
  const call = typed.slice(at, at + length);
  return [...call.matchAll(/(?<=\d)[,，](?=\d)/g)].map(
    ({ index }) => `${typed.slice(0, at)}${call.slice(0, index)}.${call.slice(index + 1)}${typed.slice(at + length)}`,
  );
}

/** One side of an equation, or the difference of both. */
function sides(typed: string, at: number, length: number): string[] {
  const left = typed.slice(0, at).trim();
  const right = typed.slice(at + length).trim();
  return [right, left, `(${left}) - (${right})`, `((${left}) - (${right}))^2`];
}
