import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { paths } from '../../../contract/pagePaths.ts';
import type { Resender } from '../../deliveries/resend/ResendButton.tsx';
import { useStartBatch } from '../../deliveries/resend/useStartBatch.ts';
import { useHost } from '../../host/Host.ts';
import { usePressAgain } from '../../host/reloading.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { useSelectionStores } from './SelectionContext.ts';
import { countCreditNotes, toSelectedOrders } from './selection.ts';

export interface SelectionResend {
  /** Asks for confirmation and sends the selection; ignored while that is pending. */
  press: () => void;
  busy: boolean;
  /** Prefetches what the confirmation needs. */
  prepare: () => void;
}

/** Sends one order as a single resend, several as a batch, whose page opens. */
export function useSelectionResend(resender: Resender): SelectionResend {
  const { selection, selectAll } = useSelectionStores();
  const navigate = useNavigate();
  const { start, prepare } = useStartBatch();
  const pressed = useRef(false);
  const [busy, setBusy] = useState(false);

  async function send(): Promise<void> {
    const selected = selection.getState().selection;
    const orders = toSelectedOrders(selected);
    const [only] = orders;
    if (only === undefined || selectAll.getState().progress.status === 'running') return;
    if (orders.length === 1) {
      if (await resender.resend(only, setBusy)) selection.getState().reset();
      return;
    }
    const creditNotes = countCreditNotes(selected);
    const batchId = await start({ orders, creditNotes }, setBusy);
    if (batchId === null) return;
    selection.getState().reset();
    await navigate({ to: paths.batch, params: { batchId } });
  }

  function press(): void {
    if (pressed.current) return;
    pressed.current = true;
    setBusy(true);
    void send().finally(() => {
      pressed.current = false;
      setBusy(false);
    });
  }

  const host = useHost();
  const { t } = useTranslation();
  usePressAgain('batch', () => {
    if (selection.getState().selection.size > 0) press();
    else host.toast('info', t('pressAgain'));
  });

  return {
    press,
    busy,
    prepare: () => {
      const orders = toSelectedOrders(selection.getState().selection);
      if (orders[0] !== undefined && orders.length === 1) resender.prefetch();
      else prepare();
    },
  };
}
