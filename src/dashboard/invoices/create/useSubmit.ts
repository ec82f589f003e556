import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { CreateInvoice } from '../../../contract/createInvoice.ts';
import { endpoints } from '../../../contract/endpoints.ts';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import type { CreatableType } from '../../../contract/invoiceTypes.ts';
import type { Order } from '../../../contract/order.ts';
import { api } from '../../api/api.ts';
import { invoiceQueries } from '../../api/invoiceQueries.ts';
import { storeQueries } from '../../api/storeQueries.ts';
import { upload } from '../../api/upload.ts';
import { useHost } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { type CreateFormValues, type Draft, refusedType, type UploadState } from './createForm.ts';
import { type Failure, isKeySpent, toFailure, toFormData, toRepeatFailure } from './submission.ts';

interface SubmitOptions {
  form: UseFormReturn<CreateFormValues, unknown, CreateInvoice>;
  draft: Draft;
  /** Called if the page is still open. */
  onCreated: (invoice: InvoiceSummary) => void;
  /** Called if the page was left before the answer came. */
  onLateOutcome: (outcome: LateOutcome) => void;
}

type Created = { data: InvoiceSummary };
type Sent = { input: CreateInvoice; key: string };

/**
 * Sends the form, one call at a time, and never again after success. The idempotency key is stored before the call and
 * kept until the outcome is known: a repeated submit, even after a reload, is about the same invoice.
 */
export function useSubmit({ form, draft, onCreated, onLateOutcome }: SubmitOptions) {
  const queryClient = useQueryClient();
  const isLocked = useRef(false);
  const isMounted = useRef(false);
  // The last request as sent: a repeat sends it unchanged.
  const sent = useRef<Sent | null>(null);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [uploading, setUploading] = useState<UploadState | null>(null);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);

  function call(input: CreateInvoice, idempotencyKey: string): Promise<Created> {
    const chosen = form.getValues('file');
    if (input.dataType !== 'file' || chosen === null) {
      return api(endpoints.createInvoice(), { body: input, idempotencyKey });
    }
    const abort = new AbortController();
    let allSent = false;
    // Once all bytes are sent Salla may have the file: cancelling is over, and the answer is awaited.
    const cancel = () => {
      if (!allSent) abort.abort();
    };
    setUploading({ sent: 0, total: chosen.size, cancel });
    return upload(endpoints.createInvoice(), toFormData(input, chosen.file), {
      idempotencyKey,
      signal: abort.signal,
      onProgress: ({ sent, total }) => {
        allSent = sent >= total;
        setUploading({ sent, total, cancel: allSent ? null : cancel });
      },
    });
  }

  function fail(result: Failure, wasUnconfirmed: boolean) {
    setFailure(result);
    // The key stays after a cancel: all bytes may have been sent by then.
    if (isKeySpent(result, wasUnconfirmed)) draft.setUnconfirmedKey(null);
    if (!isMounted.current)
      return onLateOutcome(result.kind === 'unconfirmed' ? result.kind : 'failed');
    if (result.kind !== 'refused') return;
    for (const { name, message } of result.refusal.inputs) {
      form.setError(name, { type: refusedType, message });
    }
    // The refusal may reveal the store's issuance setting or an invoice we didn't know.
    void queryClient.invalidateQueries(storeQueries.current());
    void queryClient.invalidateQueries({ queryKey: invoiceQueries.lists() });
  }

  async function send({ input, key }: Sent): Promise<boolean> {
    const isRepeat = failure?.kind === 'unconfirmed';
    const wasUnconfirmed = isRepeat || draft.unconfirmedKey() === key;
    sent.current = { input, key };
    draft.setUnconfirmedKey(key);
    setSending(true);
    setFailure(null);
    try {
      const { data } = await call(input, key);
      draft.discard();
      void queryClient.invalidateQueries({ queryKey: invoiceQueries.lists() });
      if (isMounted.current) onCreated(data);
      else onLateOutcome('created');
      return true;
    } catch (error) {
      const result = toFailure(error, input.dataType);
      fail(isRepeat ? toRepeatFailure(result) : result, wasUnconfirmed);
      return false;
    } finally {
      setSending(false);
      setUploading(null);
    }
  }

  async function submit(): Promise<void> {
    if (isLocked.current) return;
    isLocked.current = true;
    let created = false;
    const repeated = failure?.kind === 'unconfirmed' ? sent.current : null;
    try {
      if (repeated !== null) created = await send(repeated);
      else {
        await form.handleSubmit(async (input) => {
          const key = draft.unconfirmedKey() ?? crypto.randomUUID();
          created = await send({ input, key });
        })();
      }
    } finally {
      isLocked.current = created;
    }
  }

  return { submit, sending, failure, setFailure, uploading };
}

/** The outcome of a form that was left while it was being sent. */
type LateOutcome = 'created' | 'failed' | 'unconfirmed';

const kinds = { created: 'success', failed: 'error', unconfirmed: 'warning' } as const;

/** Shows the late outcome as a toast on whatever page is open. */
export function useLateOutcome(
  { id, number }: Pick<Order, 'id' | 'number'>,
  type: CreatableType,
): (outcome: LateOutcome) => void {
  const { t } = useTranslation('create');
  const host = useHost();
  return (outcome) => {
    host.toast(kinds[outcome], t(`later.${outcome}.${type}`, { order: number ?? id }));
  };
}
