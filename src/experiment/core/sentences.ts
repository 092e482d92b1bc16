import type { Complaint, ComplaintCode } from './complaints';

/** For scripts only; the screen says the same through the message catalogue, in the person's language. */
const sentences: Readonly<Record<ComplaintCode, string>> = {
  object: '{field} is {value}; an object with {allowed} is expected.',
  list: '{field} is {value}; a list is expected, of length {range}.',
  missing: '{field} is missing (found {value}); expected: {allowed}.',
  unknownKey: '{field} is not known here (its value is {value}); known are: {allowed}.',
  choice: '{field} is {value}; allowed are: {allowed}.',
  number: '{field} is {value}; a number is expected: {range}.',
  integer: '{field} is {value}; a whole number is expected: {range}.',
  batchSize: '{field} is {value}; "all" or a whole number is expected: {range}.',
  flag: '{field} is {value}; allowed are: {allowed}.',
  text: '{field} is {value}; a text of at most {max} characters is expected.',
  formula: '{field} is {value}, which cannot be read: {message}.',
  name: '{field} is {value}; a letter, then letters, digits or _, is expected, at most {max} characters, and no function or constant.',
  sameName: '{field} is {value}, which is named twice; allowed are {allowed}.',
  onlyData: '{field} is {value}; only data problems have it, allowed here are: {allowed}.',
  onlyFunction: '{field} is {value}; data problems do not have it, allowed here are: {allowed}.',
  visits:
    '{field} is {value}, which visits {visits} samples; there is room for {max}, so {field} may be at most {epochs}.',
  updates:
    '{field} is {value}, which makes {updates} updates; at most {max} are allowed, so {field} may be at most {epochs}.',
  view: '{field} is {value}; every parameter is expected once, one or two with a range, for example {allowed}.',
  duplicate: '{field} stands twice in the link, the second time as {value}; allowed: {allowed}.',
  encoding: '{field} is {value}, which cannot be decoded; expected: {allowed}.',
  linkLength: '{field} is too long ({value}); at most {max} characters are allowed.',
  newerLink: '{field} is {value}: the link was made by a newer version; versions up to {max} are known.',
};

/** One complaint as an English sentence that names the field, the value and what is allowed. */
export function sentence(complaint: Complaint): string {
  const values: Readonly<Record<string, string | number>> = {
    ...complaint.allowed,
    field: complaint.field,
    value: complaint.value,
  };
  // A parameter named twice, say, has no other placeholders than these: complaints.test.ts holds every code to it.
  return sentences[complaint.code].replace(/\{(\w+)\}/g, (_, key: string) => String(values[key]));
}
