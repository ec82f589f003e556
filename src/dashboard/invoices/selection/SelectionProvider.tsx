import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { maximumPageSize } from '../../../contract/limits.ts';
import { invoiceQueries } from '../../api/invoiceQueries.ts';
import { documentSlots, useReloadGuard } from '../../host/reloading.ts';
import { sessionStorageSlot } from '../../host/reloadSlots.ts';
import { useOpenSession } from '../../host/SessionContext.ts';
import { createGatherer } from './gatherer.ts';
import { keptSelection, type SelectionOwner } from './keptSelection.ts';
import { SelectionContext } from './SelectionContext.ts';
import { createSelectionStore } from './selectionStore.ts';

const key = 'invoice-desk.selection';
/** How long a reload by the page itself may take. */
const reloadMs = 120_000;
const perPage = maximumPageSize;
/** A page that was looked at just now is not asked for again. */
const freshMs = 30_000;

/** Around every page: a selection outlives the list, and belongs to this person in this store. */
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
  const [selecting] = useState(() => createSelecting(owner, queryClient));
  const { selection, gatherer } = selecting;
  // Before the first paint, so that nothing is drawn unselected first.
  useLayoutEffect(() => selection.restore(), [selection]);
  // A frame without storage has it in memory: a cookie takes it over the reload, if it is short enough.
  useReloadGuard(() =>
    keptSelection(documentSlots(key, reloadMs), owner, Date.now).keep(selection.get().selection),
  );
  useEffect(() => gatherer.stop, [gatherer]);
  return <SelectionContext value={selecting}>{children}</SelectionContext>;
}

function createSelecting(owner: SelectionOwner, queryClient: QueryClient) {
  const slot = sessionStorageSlot(key, () => window.sessionStorage);
  const kept = keptSelection([slot], owner, Date.now);
  const overReload = keptSelection(documentSlots(key, reloadMs), owner, Date.now);
  const selection = createSelectionStore({ ...kept, read: overReload.read });
  const gatherer = createGatherer({
    selection,
    fetchPage: (filters, page) =>
      queryClient.fetchQuery({
        ...invoiceQueries.list({ ...filters, page, perPage }),
        staleTime: freshMs,
      }),
    wait: waitFor,
  });
  return { selection, gatherer };
}

/** Comes back after so long, or as soon as the signal says so. */
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
