import type { i18n as I18n } from 'i18next';
import { createRoot } from 'react-dom/client';
import type { BrowserHost } from '../host/browserHost.ts';
import type { EmbeddedHost } from '../host/embeddedHost.ts';
import type { Watched } from '../host/Host.ts';
import { pageReload, presses } from '../host/reloading.ts';
import type { SessionHolder } from '../host/session.ts';
import { watched } from '../host/watched.ts';
import { App } from './App.tsx';
import { awaitFirstData } from './awaitFirstData.ts';
import { prefetchParts } from './prefetchParts.ts';
import { createQueryClient } from './queryClient.ts';
import { readyWithFirstData } from './readyWithFirstData.ts';
import { createDashboardRouter } from './router.ts';
import type { Stopped } from './StoppedPage.tsx';

interface StartParts {
  host: BrowserHost | EmbeddedHost;
  i18n: I18n;
  session: SessionHolder;
  stopped?: Watched<Stopped | null>;
}

/** Draws the dashboard into the page. */
export async function start(parts: StartParts): Promise<void> {
  const { host, i18n, session, stopped = watched(null) } = parts;
  const container = document.getElementById('root');
  if (container === null) throw new Error('the page has no #root');
  const queryClient = createQueryClient();
  const router = createDashboardRouter(i18n);
  if (session.get().state === 'open') {
    const address = location.pathname + location.search;
    await Promise.all([router.load(), awaitFirstData(queryClient, address)]);
  }
  const place = () => {
    const state = session.get();
    if (state.state !== 'open') return null;
    const { store, user } = state.session;
    return { storeId: store.id, userId: user.id, address: location.pathname + location.search };
  };
  pageReload.connect(host.reload);
  pageReload.addGuard(() => {
    const here = place();
    return here === null || presses.keep(here);
  });
  readyWithFirstData(queryClient, host, () => {
    const here = place();
    if (here !== null) presses.resume(here);
    prefetchParts(host.kind);
  });
  createRoot(container).render(
    <App
      host={host}
      i18n={i18n}
      session={session}
      stopped={stopped}
      queryClient={queryClient}
      router={router}
      startedAt={Date.now()}
    />,
  );
}
