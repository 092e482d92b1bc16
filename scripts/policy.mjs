/**
 * What the built page may load, sent by every server of ours as a `Content-Security-Policy` header.
 * No address but our own, and no `eval`: a formula that came with a link is never run as JavaScript.
 * Inline styles are allowed because React, Radix and KaTeX position elements with style attributes.
 */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
