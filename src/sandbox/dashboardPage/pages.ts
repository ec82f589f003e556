import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { mountAssets } from './assets.ts';
import { renderInstallPage } from './consentPage.ts';
import { renderDashboardPage } from './dashboardPage.ts';
import { assetsPath } from './document.ts';
import { renderMailboxPage } from './mailboxPage.ts';
import type { Markup } from './markup.ts';
import {
  appRouteOf,
  type DashboardQuery,
  readAppRoute,
  readDashboardQuery,
  readLook,
  readStorefrontQuery,
} from './pageQuery.ts';
import { scriptedPolicy, storefrontPolicy } from './policy.ts';
import type { PagesPort } from './port.ts';
import { renderStorefrontPage } from './storefrontPage.ts';

/** Seconds, as Salla's dashboard gives out: short, but longer than a page takes to be read. */
const normalLifetimeSeconds = 3600;

const TokenRequest = z.object({ lifetimeSeconds: z.number().optional() });

/** Whether the app took the webhook; null: it did not answer. */
function accepted(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300;
}

function send(context: Context, markup: Markup, policy: string): Response | Promise<Response> {
  return context.html(markup.toString(), 200, {
    'Content-Security-Policy': policy,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
  });
}

/** Mounts the pages for people: `/`, `/mailbox`, `/storefront` and where the app is installed, and what their scripts ask for. */
export function mountPages(app: Hono, port: PagesPort): void {
  mountAssets(app);

  const sendDashboard = (context: Context, query: DashboardQuery) =>
    send(
      context,
      renderDashboardPage(query, port),
      scriptedPolicy(new URL(port.framedAppUrl).origin),
    );
  app.get('/', (context) => sendDashboard(context, readDashboardQuery(context.req.query())));
  const appRoute = appRouteOf(port.app.id);
  app.on('GET', [appRoute, `${appRoute}/*`], (context) =>
    sendDashboard(context, readAppRoute(new URL(context.req.url), port.app.id)),
  );
  app.get('/mailbox', (context) =>
    send(context, renderMailboxPage(readLook(context.req.query()), port), scriptedPolicy()),
  );
  app.get('/storefront', (context) => {
    const query = readStorefrontQuery(context.req.query());
    return send(context, renderStorefrontPage(query, port), storefrontPolicy());
  });

  const installPath = `/apps/install/${port.app.id}`;
  app.get(installPath, (context) =>
    context.html(renderInstallPage({ appName: port.app.name, action: installPath }), 200, {
      'Cache-Control': 'no-store',
    }),
  );

  // Any site that the person visits can post to this machine; browsers say which one did.
  for (const path of [`${assetsPath}/*`, installPath]) {
    app.post(path, async (context, next) => {
      if (context.req.header('Sec-Fetch-Site') !== 'same-origin') return context.text('', 403);
      return next();
    });
  }
  app.post(installPath, async (context) => {
    await port.install();
    return context.redirect('/', 303);
  });
  app.post(`${assetsPath}/token`, async (context) => {
    const request = TokenRequest.safeParse(await context.req.json().catch(() => null));
    if (!request.success) return context.text('', 400);
    const { lifetimeSeconds = normalLifetimeSeconds } = request.data;
    return context.json({ token: port.issueEmbeddedToken(lifetimeSeconds) });
  });
  app.post(`${assetsPath}/install`, async (context) =>
    context.json({ appRefused: !accepted(await port.install()) }),
  );
  app.post(`${assetsPath}/uninstall`, async (context) =>
    context.json({ appRefused: !accepted(await port.uninstall()) }),
  );
}
