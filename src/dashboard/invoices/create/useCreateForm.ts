import { useEffect, useMemo, useRef } from 'react';
import { useForm } from 'react-hook-form';
import type { CreateInvoice } from '../../../contract/createInvoice.ts';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import type { CreatableType } from '../../../contract/invoiceTypes.ts';
import { useOpenSession } from '../../host/SessionContext.ts';
import { type CreateFormValues, emptyForm } from './createForm.ts';
import { onlyFitting } from './dataTypes.ts';
import { createResolver } from './fields/createResolver.ts';
import { currencyOf } from './fields/currencyOf.ts';
import { prefill } from './fields/prefill.ts';
import { useAnsweredLater } from './useAnsweredLater.ts';
import { useCheckedChange } from './useCheckedChange.ts';
import type { Creation } from './useCreation.ts';
import { useDraft } from './useDraft.ts';
import { useHasTyped } from './useHasTyped.ts';
import { useLeaveGuard } from './useLeaveGuard.ts';
import { useSubmit } from './useSubmit.ts';

interface CreateFormParts {
  creation: Creation;
  type: CreatableType;
  onCreated: (invoice: InvoiceSummary) => void;
}

/** The form of one order: what it begins with, its draft, its sending, and the question before it is left. */
export function useCreateForm({ creation, type, onCreated }: CreateFormParts) {
  const { order, source, setting } = creation;
  const { store, user } = useOpenSession();
  const beginning = useMemo<CreateFormValues>(
    () => ({ ...emptyForm, dataType: onlyFitting(setting), ...prefill(order, source) }),
    [order, source, setting],
  );
  const currency = currencyOf(order);
  const resolver = useMemo(
    () => createResolver({ orderId: order.id, type, currency }),
    [order.id, type, currency],
  );
  const form = useForm<CreateFormValues, unknown, CreateInvoice>({
    mode: 'onTouched',
    resolver,
    values: beginning,
    // Another type begins with other amounts; what was typed, and what was said of it, stays.
    resetOptions: {
      keepDirtyValues: true,
      keepErrors: true,
      keepTouched: true,
      keepIsSubmitted: true,
    },
  });
  const done = useRef(false);
  // Listens before the draft comes back: what that brings counts as typed.
  const hasTyped = useHasTyped(form);
  const draft = useDraft(form, { storeId: store.id, userId: user.id, orderId: order.id, type });
  const onAnsweredLater = useAnsweredLater(order, type);
  const { submit, sending, failure, setFailure, uploading } = useSubmit({
    form,
    draft,
    onAnsweredLater,
    onCreated: (invoice) => {
      done.current = true;
      onCreated(invoice);
    },
  });

  const unanswered = failure?.kind === 'unanswered';
  const open = sending ? 'sending' : unanswered ? 'unanswered' : null;
  useLeaveGuard({
    reason: open ?? (hasTyped ? 'typed' : null),
    done,
    orderId: order.id,
    type,
    onLeave: (reason) => {
      // Whoever comes back to what was sent asks about the same invoice.
      if (reason === 'typed') draft.discard();
      else setFailure(null);
    },
  });

  const { restored } = draft;
  useEffect(() => {
    if (restored?.unanswered) setFailure({ kind: 'unanswered', error: null });
  }, [restored, setFailure]);

  const { check, checking } = useCheckedChange(() => setFailure(null));

  return {
    form,
    draft,
    submit,
    sending,
    failure,
    uploading,
    hasTyped,
    /** It was sent, and what came of it is not known yet: it stays as it was sent. */
    locked: open !== null,
    changeUnanswered: () => void check(),
    checking,
  };
}
