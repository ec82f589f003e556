import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type UseFormReturn, useForm } from 'react-hook-form';
import type { CreateInvoice } from '../../../contract/createInvoice.ts';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import type { CreatableType } from '../../../contract/invoiceTypes.ts';
import { invoiceQueries } from '../../api/invoiceQueries.ts';
import { useHost } from '../../host/Host.ts';
import { useOpenSession } from '../../host/SessionContext.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { type CreateFormValues, emptyForm } from './createForm.ts';
import { prefill, toOrderCurrency } from './dataTypes/amounts/prefill.ts';
import { findOnlyFitting } from './dataTypes/fitsIssuance.ts';
import { createResolver } from './fields/createResolver.ts';
import type { CreationData } from './useCreationData.ts';
import { useDraft } from './useDraft.ts';
import { useLeaveGuard } from './useLeaveGuard.ts';
import { useLateOutcome, useSubmit } from './useSubmit.ts';

interface CreateFormOptions {
  creation: CreationData;
  type: CreatableType;
  onCreated: (invoice: InvoiceSummary) => void;
}

/** The create form of one order: prefill, draft, submit, and the question before leaving. */
export function useCreateForm({ creation, type, onCreated }: CreateFormOptions) {
  const { order, source, setting } = creation;
  const { store, user } = useOpenSession();
  const beginning = useMemo<CreateFormValues>(
    () => ({ ...emptyForm, dataType: findOnlyFitting(setting), ...prefill(order, source) }),
    [order, source, setting],
  );
  const currency = toOrderCurrency(order);
  const resolver = useMemo(
    () => createResolver({ orderId: order.id, type, currency }),
    [order.id, type, currency],
  );
  const form = useForm<CreateFormValues, unknown, CreateInvoice>({
    mode: 'onTouched',
    resolver,
    values: beginning,
    // Another invoice type has other prefilled amounts; typed values and their errors stay.
    resetOptions: {
      keepDirtyValues: true,
      keepErrors: true,
      keepTouched: true,
      keepIsSubmitted: true,
    },
  });
  const done = useRef(false);
  // Subscribes before the draft is restored, so that restored values count as typed.
  const hasTyped = useHasTyped(form);
  const draft = useDraft(form, { storeId: store.id, userId: user.id, orderId: order.id, type });
  const onLateOutcome = useLateOutcome(order, type);
  const { submit, sending, failure, setFailure, uploading } = useSubmit({
    form,
    draft,
    onLateOutcome,
    onCreated: (invoice) => {
      done.current = true;
      onCreated(invoice);
    },
  });

  const unconfirmed = failure?.kind === 'unconfirmed';
  const open = sending ? 'sending' : unconfirmed ? 'unconfirmed' : null;
  useLeaveGuard({
    reason: open ?? (hasTyped ? 'typed' : null),
    done,
    orderId: order.id,
    type,
    onLeave: (reason) => {
      // A draft with an unconfirmed outcome stays, so that a return repeats the same request.
      if (reason === 'typed') draft.discard();
      else setFailure(null);
    },
  });

  const { restored } = draft;
  useEffect(() => {
    if (restored?.unconfirmed) setFailure({ kind: 'unconfirmed', error: null });
  }, [restored, setFailure]);

  const { check, checking } = useEditAfterCheck(() => setFailure(null));

  return {
    form,
    draft,
    submit,
    sending,
    failure,
    uploading,
    hasTyped,
    /** The submit is running or its outcome is unconfirmed: the form can't be changed. */
    locked: open !== null,
    changeUnconfirmed: () => void check(),
    checking,
  };
}

/**
 * Whether there are typed values to lose; a chosen data type alone doesn't count. Rerenders the form only when this
 * changes, not at the first key in every field.
 */
function useHasTyped({
  subscribe,
}: UseFormReturn<CreateFormValues, unknown, CreateInvoice>): boolean {
  const [hasTyped, setHasTyped] = useState(false);
  useEffect(
    () =>
      subscribe({
        formState: { dirtyFields: true },
        callback: ({ dirtyFields = {} }) => {
          const { dataType: _, ...typed } = dirtyFields;
          setHasTyped(Object.keys(typed).length > 0);
        },
      }),
    [subscribe],
  );
  return hasTyped;
}

/**
 * Unlocks a form with an unconfirmed outcome after the order's invoices were loaded again: they show whether it was
 * created.
 */
function useEditAfterCheck(onChecked: () => void) {
  const { t } = useTranslation('create');
  const host = useHost();
  const queryClient = useQueryClient();
  const [checking, setChecking] = useState(false);

  async function check(): Promise<void> {
    setChecking(true);
    try {
      const queryKey = invoiceQueries.lists();
      await queryClient.refetchQueries({ queryKey, type: 'active' }, { throwOnError: true });
      onChecked();
      // The focused button is gone, and the order's invoices are at the top.
      document.querySelector<HTMLElement>('h1')?.focus();
    } catch {
      host.toast('error', t('alert.changeFailed'));
    } finally {
      setChecking(false);
    }
  }

  return { check, checking };
}
