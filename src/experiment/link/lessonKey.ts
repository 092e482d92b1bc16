import * as v from 'valibot';
import { expect } from '../core/expectations';

/** A key of prepared texts, such as `batch-sizes`. Any text of that form: this floor does not know which texts exist. */
export const lessonKey = expect(v.pipe(v.string(), v.maxLength(48), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)), 'choice', {
  allowed: 'a-z, 0-9, -',
});
