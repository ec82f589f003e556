import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { maximumPageSize } from '../../../contract/limits.ts';
import { invoiceQueries } from '../../api/invoiceQueries.ts';
import { documentSlots, useReloadGuard } from '../../host/reloading.ts';
import { sessionStorageSlot } from '../../host/reloadSlots.ts';
import { useOpenSession } from '../../host/SessionContext.ts';
import { SelectionContext } from './SelectionContext.ts';
import { createSelectAllStore } from './selectAll.ts';
import { createSelectionStorage, type SelectionOwner } from './selectionStorage.ts';
import { createSelectionStore, loadSelection, selectionKey } from './selectionStore.ts';

/** How long a reload by the page itself may take: the cookie's age. */
const reloadMs = 120_000;
/** A page loaded more recently is taken from the cache. */
const freshMs = 30_000;

/** Wraps every page: a selection outlives the list, and belongs to one user of one store. */
export function SelectionProvider({ children }: { children: ReactNode }) {
  const { store, user } = useOpenSession();
  const queryClient = useQueryClient();
  const owner = { storeId: store.id, userId: user.id };
  return (
    <Owned key={`${owner.storeId} ${owner.userId}`} owner={owner} queryClient={queryClient}>
      {children}
    </Owned>
  );
}

interface OwnedProps {
  owner: SelectionOwner;
  queryClient: QueryClient;
  children: ReactNode;
}

function Owned({ owner, queryClient, children }: OwnedProps) {
  const [stores] = useState(() => createStores(owner, queryClient));
  const { selection, selectAll } = stores;
  // Before the first paint, so that no row flashes unselected.
  useLayoutEffect(() => loadSelection(selection), [selection]);
  // A frame without storage has the selection in memory: a cookie keeps it over the reload, if it is short enough.
  useReloadGuard(() => reloadStorage(owner).write(selection.getState().selection));
  useEffect(() => selectAll.getState().stop, [selectAll]);
  return <SelectionContext value={stores}>{children}</SelectionContext>;
}

/** Session storage or, for a reload by the page itself, a cookie. */
function reloadStorage(owner: SelectionOwner) {
  return createSelectionStorage(documentSlots(selectionKey, reloadMs), owner, Date.now);
}

function createStores(owner: SelectionOwner, queryClient: QueryClient) {
  const slot = sessionStorageSlot(selectionKey, () => window.sessionStorage);
  const storage = createSelectionStorage([slot], owner, Date.now);
  const { getItem } = reloadStorage(owner);
  const selection = createSelectionStore({ ...storage, getItem });
  const selectAll = createSelectAllStore({
    selection,
    fetchPage: (filters, page) =>
      queryClient.fetchQuery({
        ...invoiceQueries.list({ ...filters, page, perPage: maximumPageSize }),
        staleTime: freshMs,
      }),
    wait: waitFor,
  });
  return { selection, selectAll };
}

/** Resolves after `ms`, or when the signal aborts. */
function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const stop = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', stop, { once: true });
  });
}
