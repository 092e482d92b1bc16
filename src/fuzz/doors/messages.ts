import fc from 'fast-check';
import { expect } from 'vitest';
import { answerSchema, readRequest } from '../../workbench/embedding/protocol';
import { anyRequest } from '../../workbench/embedding/testing/arbitraryRequests';
import * as v from 'valibot';
import { changedJson } from '../changedJson';
import { door } from '../door';

const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withTypedArray: true });

/** Messages that the page around an embed sends: obeyed as they are, or answered with what is wrong. */
export const messages = door('messages', fc.oneof(anyRequest, changedJson(anyRequest), anything), (data) => {
  const read = readRequest(data);
  if ('request' in read) {
    // The experiment in it is read later, by the door for experiments.
    if (read.request.request !== 'open') expect(read.request).toEqual(data);
    return 'taken';
  }
  const answer = v.parse(answerSchema, read.refusal);
  if (!('error' in answer)) throw new Error('a refusal without an error');
  expect(answer.error.message).toMatch(/ is .+; expected is ./s);
  return answer.error.code;
});
