import { toJsonSchema } from '@valibot/to-json-schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answerSchema, eventSchema, readRequest, requestSchema } from './protocol';
import { anyRequest } from './testing/arbitraryRequests';

/** A schema as a part of the published one, which names the dialect once. */
function definition(schema: typeof requestSchema | typeof eventSchema | typeof answerSchema): object {
  return { ...toJsonSchema(schema, { target: 'draft-2020-12', errorMode: 'ignore' }), $schema: undefined };
}

/** The JSON Schema of the protocol; `npm run test:unit -- embedding -u` writes it again. */
const written = `${JSON.stringify(
  {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Messages between an embed of Overshoot and the page around it',
    oneOf: [
      { title: 'From the page to the embed', ...definition(requestSchema) },
      { title: 'From the embed: what happened', ...definition(eventSchema) },
      { title: 'From the embed: the answer to a request', ...definition(answerSchema) },
    ],
  },
  null,
  2,
)}\n`;

const file = 'public/embed-messages.schema.json';

describe('messages to an embed', () => {
  test('the published schema is that of the code', async () => {
    await expect(written).toMatchFileSnapshot(`../../../${file}`);
  });

  test('every valid request is read as it is, and the published schema says that it is valid', () => {
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(file, 'utf8')) as object);
    fc.assert(
      fc.property(anyRequest, (request) => {
        expect(readRequest(request)).toEqual({ request });
        expect(validate(request)).toBe(true);
      }),
    );
  });

  test('whatever else comes is refused, with the id where there is one', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (anything) => {
        expect(readRequest(anything)).toMatchObject({ refusal: { overshoot: 1, error: { code: 'malformed' } } });
      }),
    );
    fc.assert(
      fc.property(anyRequest, fc.string(), (request, extra) => {
        fc.pre(!(extra in request) && extra !== '__proto__');
        const read = readRequest({ ...request, [extra]: 1 });
        expect(read).toMatchObject({ refusal: { id: request.id, error: { code: 'malformed' } } });
      }),
    );
  });

  test.each([
    [{ overshoot: 1, id: 1, request: 'eval', code: '1' }, 'request is "eval"'],
    [{ overshoot: 2, id: 1, request: 'play' }, 'overshoot is 2'],
    [{ overshoot: 1, id: 1, request: 'step', step: -1 }, 'step is'],
    [{ overshoot: 1, id: 1, request: 'step', step: 0.5 }, 'step is'],
    [{ overshoot: 1, id: 1, request: 'openLink', link: 'x'.repeat(64_001) }, 'link is'],
    [{ overshoot: 1, request: 'play' }, 'id is undefined'],
  ])('%j', (data, part) => {
    expect(JSON.stringify(readRequest(data))).toContain(JSON.stringify(part).slice(1, -1));
  });
});
