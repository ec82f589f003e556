import { useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { CreateInvoice } from '../../../contract/createInvoice.ts';
import { useReloadGuard } from '../../host/reloading.ts';
import { partitionedCookieSlot, sessionStorageSlot } from '../../host/reloadSlots.ts';
import type { CreateFormValues, Draft, DraftOwner } from './createForm.ts';
import { type DraftTracker, trackDraft } from './draft.ts';
import { createDraftStore, draftKeptMs } from './draftStore.ts';

const key = 'invoice-desk.draft';

/**
 * Keeps the form over a reload, an expired session and a frame reloaded by the host: in session storage or, in a frame
 * without storage, in a cookie.
 */
export function useDraft(
  form: UseFormReturn<CreateFormValues, unknown, CreateInvoice>,
  { storeId, userId, orderId, type }: DraftOwner,
): Draft {
  const keeper = useRef<DraftTracker | null>(null);
  const [restored, setRestored] = useState<Draft['restored']>(null);
  const { control, getValues, setValue, subscribe } = form;

  useEffect(() => {
    const keptSeconds = draftKeptMs / 1000;
    const slots = [
      sessionStorageSlot(key, () => window.sessionStorage),
      partitionedCookieSlot({ key, keptSeconds }, document),
    ];
    const kept = trackDraft(
      { control, getValues, setValue, subscribe },
      { store: createDraftStore(slots, Date.now), owner: { storeId, userId, orderId, type } },
    );
    keeper.current = kept;
    setRestored(kept.restored);
    window.addEventListener('pagehide', kept.flush);
    return () => {
      window.removeEventListener('pagehide', kept.flush);
      kept.stop();
    };
  }, [control, getValues, setValue, subscribe, storeId, userId, orderId, type]);

  // A chosen file can't be stored.
  useReloadGuard(() => getValues('file') === null && (keeper.current?.isStored() ?? true));

  return {
    restored,
    unconfirmedKey: () => keeper.current?.unconfirmedKey() ?? null,
    setUnconfirmedKey: (unconfirmed) => keeper.current?.setUnconfirmedKey(unconfirmed),
    discard: () => keeper.current?.discard(),
  };
}
