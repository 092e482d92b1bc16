import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './commands.mjs';

/** The page that may stand in a frame of any other page (docs/embedding.md). */
const embed = /\/embed\.html(?:[?#]|$)/;

/** The built page's scripts that stand in its HTML, each by the hash of its text. */
const inlineScripts = () => {
  const built = join(root, 'dist', 'index.html');
  const html = existsSync(built) ? readFileSync(built, 'utf8') : '';
  return [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
};

/**
 * What the built page may load, sent by every server of ours as a `Content-Security-Policy` header.
 * No address but our own, and no `eval`: a formula that came with a link is never run as JavaScript. Of scripts in the HTML
 * only the one that the build put there runs, which chooses theme and language before the first paint.
 * Inline styles are allowed because React, Radix and KaTeX position elements with style attributes.
 * Only embed.html may be shown in a frame, also by slides that are opened from the disk (`*` leaves files out): nothing on it
 * can be pressed that would matter outside of it.
 * @param {string} [address] path of what is asked for; the page by default
 */
export const contentSecurityPolicy = (address = '/') =>
  [
    // Also for the web app's manifest: WebKit does not know manifest-src, and complains about it.
    "default-src 'self'",
    ['script-src', "'self'", ...inlineScripts()].join(' '),
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `frame-ancestors ${embed.test(address) ? '* file:' : "'none'"}`,
    // Text becomes HTML or the address of a script only through our one policy (src/trust.ts).
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
