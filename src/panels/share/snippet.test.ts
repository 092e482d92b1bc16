import { expect, test } from 'vitest';
import { attribute } from './snippet';

test('nothing that is typed leaves its attribute', () => {
  expect(attribute(`"><script>alert('&')</script>`)).toBe("&quot;&gt;&lt;script&gt;alert('&amp;')&lt;/script&gt;");
});
