import { useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { CreateInvoice } from '../../../contract/createInvoice.ts';
import { useReloadGuard } from '../../host/reloading.ts';
import { partitionedCookieSlot, sessionStorageSlot } from '../../host/reloadSlots.ts';
import type { CreateFormValues, Draft, DraftOf } from './createForm.ts';
import { type DraftKeeper, keepDraft } from './draft.ts';
import { createDraftStore, draftKeptMs } from './draftStore.ts';

const key = 'invoice-desk.draft';

/**
 * Keeps the form over a reload, an ended session and a frame that the host loads anew: in the tab's session storage,
 * or, in a frame without, in a cookie.
 */
export function useDraft(
  form: UseFormReturn<CreateFormValues, unknown, CreateInvoice>,
  { storeId, userId, orderId, type }: DraftOf,
): Draft {
  const keeper = useRef<DraftKeeper | null>(null);
  const [restored, setRestored] = useState<Draft['restored']>(null);
  const { control, getValues, setValue, subscribe } = form;

  useEffect(() => {
    const keptSeconds = draftKeptMs / 1000;
    const slots = [
      sessionStorageSlot(key, () => window.sessionStorage),
      partitionedCookieSlot({ key, keptSeconds }, document),
    ];
    const kept = keepDraft(
      { control, getValues, setValue, subscribe },
      { store: createDraftStore(slots, Date.now), of: { storeId, userId, orderId, type } },
    );
    keeper.current = kept;
    setRestored(kept.restored);
    window.addEventListener('pagehide', kept.flush);
    return () => {
      window.removeEventListener('pagehide', kept.flush);
      kept.stop();
    };
  }, [control, getValues, setValue, subscribe, storeId, userId, orderId, type]);

  // A chosen file can't be kept.
  useReloadGuard(() => getValues('file') === null && (keeper.current?.isKept() ?? true));

  return {
    restored,
    unansweredKey: () => keeper.current?.unansweredKey() ?? null,
    keepUnanswered: (unanswered) => keeper.current?.keepUnanswered(unanswered),
    discard: () => keeper.current?.discard(),
  };
}
