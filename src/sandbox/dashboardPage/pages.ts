import type { Hono } from 'hono';
import type { PagesPort } from './port.ts';

/** Mounts the pages for people: `/`, `/mailbox` and `/storefront`. */
export function mountPages(app: Hono, sandbox: PagesPort): void {
  app.get('/mailbox', (context) => context.json(sandbox.mailbox()));
}
