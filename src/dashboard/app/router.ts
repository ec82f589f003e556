import { createRouter } from '@tanstack/react-router';
import type { i18n as I18n } from 'i18next';
import { CrashedPage } from './CrashedPage.tsx';
import { routeTree } from './routes.tsx';

declare module '@tanstack/react-router' {
  interface Register {
    router: DashboardRouter;
  }
}

export type DashboardRouter = ReturnType<typeof createDashboardRouter>;

export function createDashboardRouter(i18n: I18n) {
  const router = createRouter({
    routeTree,
    // For the pages whose words come with them.
    context: { i18n },
    // Plain queries (`?page=2&orderId=1`), as they are written by hand and shared; the routes read them.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch,
    // What a route does not know is taken off the address.
    search: { strict: true },
    defaultPreload: 'intent',
    // In the place of the page alone: the bar and what else surrounds it stay.
    defaultErrorComponent: CrashedPage,
    scrollRestoration: true,
  });
  // It remembers the places of what it saw scroll, and browsers tell of that a frame later: too late for
  // the click that follows at once.
  router.subscribe('onBeforeNavigate', () => document.dispatchEvent(new Event('scroll')));
  return router;
}

function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined) query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
