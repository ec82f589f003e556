import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { CreateInvoice } from '../../../contract/createInvoice.ts';
import { endpoints } from '../../../contract/endpoints.ts';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import { api } from '../../api/api.ts';
import { invoiceQueries } from '../../api/invoiceQueries.ts';
import { storeQueries } from '../../api/storeQueries.ts';
import { upload } from '../../api/upload.ts';
import { type CreateFormValues, type Draft, refusedType, type UploadState } from './createForm.ts';
import { endsKey, type Failure, failureOf, formOf, ofAskingAgain } from './submission.ts';
import type { LaterOutcome } from './useAnsweredLater.ts';

interface SubmitParts {
  form: UseFormReturn<CreateFormValues, unknown, CreateInvoice>;
  draft: Draft;
  /** Told while the page is still there. */
  onCreated: (invoice: InvoiceSummary) => void;
  /** Told where the page was left before the answer came. */
  onAnsweredLater: (outcome: LaterOutcome) => void;
}

type Created = { data: InvoiceSummary };
type Sent = { input: CreateInvoice; key: string };

/**
 * Sends the form, once at a time and never again after it worked. The key is kept before the call leaves and until
 * an answer decides: whoever asks in between, even after a reload, asks about the same invoice.
 */
export function useSubmit({ form, draft, onCreated, onAnsweredLater }: SubmitParts) {
  const queryClient = useQueryClient();
  const underWay = useRef(false);
  const shown = useRef(false);
  // What left last, as it left: asking again is about that, whatever the form would hold by then.
  const sent = useRef<Sent | null>(null);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [uploading, setUploading] = useState<UploadState | null>(null);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);

  function call(input: CreateInvoice, idempotencyKey: string): Promise<Created> {
    const chosen = form.getValues('file');
    if (input.dataType !== 'file' || chosen === null) {
      return api.post<Created>(endpoints.invoices(), input, { idempotencyKey });
    }
    const abort = new AbortController();
    let whole = false;
    // Salla may have what has left whole: that is not taken back, and its answer is waited for.
    const cancel = () => {
      if (!whole) abort.abort();
    };
    setUploading({ sent: 0, total: chosen.size, cancel });
    return upload<Created>(endpoints.invoices(), formOf(input, chosen.file), {
      idempotencyKey,
      signal: abort.signal,
      onProgress: ({ sent, total }) => {
        whole = sent >= total;
        setUploading({ sent, total, cancel: whole ? null : cancel });
      },
    });
  }

  function fail(found: Failure, wasOpen: boolean) {
    setFailure(found);
    // What was taken back may have been whole by then.
    if (endsKey(found, wasOpen)) draft.keepUnanswered(null);
    if (!shown.current) return onAnsweredLater(found.kind === 'unanswered' ? found.kind : 'failed');
    if (found.kind !== 'refused') return;
    for (const { name, message } of found.refusal.inputs) {
      form.setError(name, { type: refusedType, message });
    }
    // The refusal may have shown how the store issues invoices, or an invoice that is new to us.
    void queryClient.invalidateQueries(storeQueries.current());
    void queryClient.invalidateQueries({ queryKey: invoiceQueries.lists() });
  }

  async function send({ input, key }: Sent): Promise<boolean> {
    const asksAgain = failure?.kind === 'unanswered';
    const wasOpen = asksAgain || draft.unansweredKey() === key;
    sent.current = { input, key };
    draft.keepUnanswered(key);
    setSending(true);
    setFailure(null);
    try {
      const { data } = await call(input, key);
      draft.discard();
      void queryClient.invalidateQueries({ queryKey: invoiceQueries.lists() });
      if (shown.current) onCreated(data);
      else onAnsweredLater('created');
      return true;
    } catch (error) {
      const found = failureOf(error, input.dataType);
      fail(asksAgain ? ofAskingAgain(found) : found, wasOpen);
      return false;
    } finally {
      setSending(false);
      setUploading(null);
    }
  }

  async function submit(): Promise<void> {
    if (underWay.current) return;
    underWay.current = true;
    let created = false;
    const open = failure?.kind === 'unanswered' ? sent.current : null;
    try {
      if (open !== null) created = await send(open);
      else {
        await form.handleSubmit(async (input) => {
          const key = draft.unansweredKey() ?? crypto.randomUUID();
          created = await send({ input, key });
        })();
      }
    } finally {
      underWay.current = created;
    }
  }

  return { submit, sending, failure, setFailure, uploading };
}
