import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { paths } from '../../../contract/pagePaths.ts';
import type { Resender } from '../../deliveries/resend/ResendButton.tsx';
import { useStartBatch } from '../../deliveries/resend/useStartBatch.ts';
import { useHost } from '../../host/Host.ts';
import { usePressAgain } from '../../host/reloading.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { useSelecting } from './SelectionContext.ts';
import { creditNotesIn, ordersOf } from './selection.ts';

export interface SelectionResend {
  /** Asks once and sends what is selected; while it is under way a press does nothing. */
  press: () => void;
  busy: boolean;
  /** Someone is about to press: fetches ahead what asking takes. */
  prepare: () => void;
}

/** One order goes the way of a single resend, more are a batch, whose page opens when it has begun. */
export function useSelectionResend(resender: Resender): SelectionResend {
  const { selection, gatherer } = useSelecting();
  const navigate = useNavigate();
  const { start, prepare } = useStartBatch();
  const pressed = useRef(false);
  const [busy, setBusy] = useState(false);

  async function send(): Promise<void> {
    const selected = selection.get().selection;
    const orders = ordersOf(selected);
    const [only] = orders;
    if (only === undefined || gatherer.get().state === 'gathering') return;
    if (orders.length === 1) {
      if (await resender.resend(only, setBusy)) selection.forget();
      return;
    }
    const creditNotes = creditNotesIn(selected);
    const batchId = await start({ orders, creditNotes }, setBusy);
    if (batchId === null) return;
    selection.forget();
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
    if (selection.get().selection.size > 0) press();
    else host.toast('info', t('pressAgain'));
  });

  return {
    press,
    busy,
    prepare: () => {
      const orders = ordersOf(selection.get().selection);
      if (orders[0] !== undefined && orders.length === 1) resender.prefetch();
      else prepare();
    },
  };
}
