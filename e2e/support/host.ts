import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';

/**
 * Serves a page that is not ours, from another origin than the page under test, and opens it.
 * @param html what it serves at every path
 * @returns a function that ends the server
 */
export async function openHost(page: Page, html: string): Promise<() => void> {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(html);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  // Another name of the same machine is another site.
  await page.goto(`http://localhost:${port}/`);
  return () => server.close();
}

/** A page around some HTML. */
export const hostPage = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title></head><body>${body}</body></html>`;

/** A fragment inside of an attribute. */
export const inAttribute = (link: string): string => link.replaceAll('&', '&amp;');
