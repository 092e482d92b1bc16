import fc from 'fast-check';

/** The reader leaves out a field that would be taken for a prototype; such a request would not be read as it is. */
const fieldName = fc.string().filter((name) => name !== '__proto__');

const valid = fc.oneof(
  fc.constantFrom('listen', 'play', 'pause', 'experiment', 'outcomes', 'traces').map((request) => ({ request })),
  fc.record({ request: fc.constant('open'), experiment: fc.dictionary(fieldName, fc.jsonValue()) }),
  fc.record({ request: fc.constant('openLink'), link: fc.string() }),
  fc.record({ request: fc.constant('step'), step: fc.oneof(fc.nat(), fc.constant('end')) }),
);
const id = fc.oneof(fc.string({ maxLength: 64 }), fc.maxSafeInteger());
/** Every request that a host may send. */
export const anyRequest = fc.tuple(valid, id).map(([fields, own]) => ({ overshoot: 1, id: own, ...fields }));
