import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { i18n as I18n } from 'i18next';
import { type ReactNode, useSyncExternalStore } from 'react';
import { NowProvider } from '../components/Now.tsx';
import { BrowserHostSurface } from '../host/BrowserHostSurface.tsx';
import type { BrowserHost } from '../host/browserHost.ts';
import type { EmbeddedHost } from '../host/embeddedHost.ts';
import type { Watched } from '../host/Host.ts';
import { HostProvider } from '../host/HostProvider.tsx';
import { SessionContext } from '../host/SessionContext.ts';
import type { SessionHolder } from '../host/session.ts';
import { WordsProvider } from '../i18n/useTranslation.tsx';
import { BrowserHostContext } from './BrowserHostContext.ts';
import { DocumentLayout } from './DocumentLayout.tsx';
import { EmbeddedHostContext } from './EmbeddedHostContext.ts';
import { MissingPartNotice } from './MissingPartNotice.tsx';
import type { DashboardRouter } from './router.ts';
import { type Stopped, StoppedPage } from './StoppedPage.tsx';

interface AppProps {
  host: BrowserHost | EmbeddedHost;
  i18n: I18n;
  session: SessionHolder;
  stopped: Watched<Stopped | null>;
  queryClient: QueryClient;
  router: DashboardRouter;
  /** Epoch ms. */
  startedAt: number;
}

/** Everything that pages may ask for, around the page at the address. */
export function App({ host, i18n, session, stopped, queryClient, router, startedAt }: AppProps) {
  const why = useSyncExternalStore(stopped.subscribe, stopped.get, stopped.get);
  return (
    <WithHost host={host}>
      <WordsProvider i18n={i18n}>
        <NowProvider initial={startedAt}>
          <QueryClientProvider client={queryClient}>
            <SessionContext value={session}>
              <DocumentLayout />
              {why !== null && host.kind === 'embedded' ? (
                <StoppedPage stopped={why} host={host} />
              ) : (
                <RouterProvider router={router} />
              )}
              <MissingPartNotice />
              {host.kind === 'tab' ? <BrowserHostSurface host={host} /> : null}
            </SessionContext>
          </QueryClientProvider>
        </NowProvider>
      </WordsProvider>
    </WithHost>
  );
}

/** The host as every part sees it, and as what it is for the few that differ. */
function WithHost({ host, children }: { host: AppProps['host']; children: ReactNode }) {
  return (
    <HostProvider host={host}>
      <BrowserHostContext value={host.kind === 'tab' ? host : null}>
        <EmbeddedHostContext value={host.kind === 'embedded' ? host : null}>
          {children}
        </EmbeddedHostContext>
      </BrowserHostContext>
    </HostProvider>
  );
}
