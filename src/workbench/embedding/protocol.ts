import * as v from 'valibot';
import { limits } from '../../experiment';

/*
 * What an embed and the page around it say to each other by postMessage (docs/embedding.md). The JSON Schema in
 * public/embed-messages.schema.json is made from these by protocol.test.ts.
 */

/** The field that marks our messages, and the version of the protocol. */
export const PROTOCOL = 1;

const mark = { overshoot: v.literal(PROTOCOL) };

/** What the host chooses to tell its requests apart; the answer has the same. */
const id = v.union([v.pipe(v.string(), v.maxLength(64)), v.pipe(v.number(), v.safeInteger())]);

const request = <const Name extends string, Fields extends v.ObjectEntries>(name: Name, fields: Fields) =>
  v.strictObject({ ...mark, id, request: v.literal(name), ...fields });

/** Every request of the host. */
export const requestSchema = v.variant('request', [
  /** From now on, events are sent to the origin that asks. */
  request('listen', {}),
  /** Shows an experiment, in the JSON of experiment.schema.json; the stage stays. */
  request('open', { experiment: v.looseObject({}) }),
  /** Shows what a link says: its fragment, or the whole address. */
  request('openLink', { link: v.pipe(v.string(), v.maxLength(limits.linkLength)) }),
  /** Shows a step; `end` is the last one. */
  request('step', { step: v.union([v.pipe(v.number(), v.safeInteger(), v.minValue(0)), v.literal('end')]) }),
  request('play', {}),
  request('pause', {}),
  /** The experiment as it is shown. */
  request('experiment', {}),
  /** How each run ends. */
  request('outcomes', {}),
  /** All rows of each run. */
  request('traces', {}),
]);

export type EmbedRequest = v.InferOutput<typeof requestSchema>;

const event = <const Name extends string, Fields extends v.ObjectEntries>(name: Name, fields: Fields) =>
  v.strictObject({ ...mark, event: v.literal(name), ...fields });

/** Every event. `ready` and `height` go to any host; the others, which say what the user did, to one that listens. */
export const eventSchema = v.variant('event', [
  event('ready', {}),
  /** Pixels of CSS that the stage would fill at the frame's width. */
  event('height', { height: v.number() }),
  /** A control or the start was moved. */
  event('experiment', { experiment: v.looseObject({}) }),
  event('step', { step: v.number() }),
  event('play', {}),
  event('pause', {}),
  /** The runs were played to their end. */
  event('end', {}),
]);

export type EmbedEvent = v.InferOutput<typeof eventSchema>;

/** Why a request was not obeyed. */
const errorCodes = ['origin', 'malformed', 'refused'] as const;

/** `id` is null where the request has none that can be read. */
export const answerSchema = v.union([
  v.strictObject({ ...mark, id, answer: v.unknown() }),
  v.strictObject({
    ...mark,
    id: v.nullable(id),
    error: v.strictObject({ code: v.picklist(errorCodes), message: v.string() }),
  }),
]);

export type EmbedAnswer = v.InferOutput<typeof answerSchema>;

/** A request, or the answer to what is none. */
export function readRequest(data: unknown): { readonly request: EmbedRequest } | { readonly refusal: EmbedAnswer } {
  const read = v.safeParse(requestSchema, data);
  return read.success
    ? { request: read.output }
    : { refusal: refusal(idOf(data), 'malformed', read.issues.map(sentenceOf).join(' ')) };
}

const sentenceOf = (issue: v.BaseIssue<unknown>): string =>
  `${v.getDotPath(issue) ?? 'the message'} is ${issue.received}; expected is ${issue.expected ?? 'something else'}.`;

/** An answer that nothing was done. */
export const refusal = (
  answered: EmbedRequest['id'] | null,
  code: (typeof errorCodes)[number],
  message: string,
): EmbedAnswer => ({ overshoot: PROTOCOL, id: answered, error: { code, message } });

/** The id of a message that may be anything. */
export function idOf(data: unknown): EmbedRequest['id'] | null {
  const read = v.safeParse(v.looseObject({ id }), data);
  return read.success ? read.output.id : null;
}

/** Whether a message says that it is ours. */
export const isMarked = (data: unknown): boolean => v.is(v.looseObject({ overshoot: v.unknown() }), data);
