import type { DeliveryReason, SkippedDelivery } from '../../contract/delivery.ts';
import type { DeliveryState } from '../../contract/deliveryStates.ts';
import type { ProblemCode } from '../../contract/problemCodes.ts';

/** What must have words: a new code, state or reason is a compile error until it has. */
interface Needed {
  problems: Record<ProblemCode, { title: string; detail: string }>;
  details: Record<string, string>;
  fields: Record<string, string>;
  batchCsv: {
    columns: readonly string[];
    states: Record<DeliveryState, string>;
    reasons: Record<DeliveryReason, string>;
    givenUp: string;
    waitsForConnection: string;
    from: Record<'tab' | 'embedded', string>;
    skipped: string;
    skippedReasons: Record<SkippedDelivery['reason'] | 'maybe_sent_recently', string>;
  };
}

/** Every text that the proxy says, in English. The other languages have the same keys. */
export const en = {
  /** Of each problem code. */
  problems: {
    invalid_fields: {
      title: 'Some fields are not right',
      detail: 'Correct the fields named here and try again.',
    },
    bad_request: {
      title: 'The request is not right',
      detail: 'The request could not be understood. Check what is named here and try again.',
    },
    unauthenticated: {
      title: 'Not signed in',
      detail: 'Your session has ended. Sign in again to continue.',
    },
    token_rejected: {
      title: 'Salla did not accept the sign-in',
      detail: 'Reload the page in the Salla dashboard, then try again.',
    },
    store_not_connected: {
      title: 'The store is not connected',
      detail: 'Install the app from the Salla App Store, then open this page again.',
    },
    missing_scope: {
      title: 'The app lacks a permission',
      detail:
        'The app needs permission for this store’s orders. Reinstall it and accept the permissions.',
    },
    forbidden: {
      title: 'Not allowed',
      detail: 'You are not allowed to do this. Ask the store’s owner for access.',
    },
    not_found: {
      title: 'Not found',
      detail: 'There is nothing here, or it belongs to another store.',
    },
    conflict: {
      title: 'This is no longer possible',
      detail: 'Something has changed in the meantime. Reload the page and look again.',
    },
    reconnect_store: {
      title: 'The store has to be connected again',
      detail:
        'Salla ended the app’s access to this store. Open the app from the Salla App Store and allow it again.',
    },
    too_large: {
      title: 'Too much at once',
      detail: 'What was sent is larger than what is accepted here.',
    },
    unsupported_media_type: {
      title: 'This kind of content is not accepted',
      detail: 'Send the content as application/json.',
    },
    rate_limited: {
      title: 'Too many requests at once',
      detail: 'Salla asks us to wait a little.',
    },
    internal: {
      title: 'Something went wrong on our side',
      detail: 'The fault is ours. Try again, and give support the code if it keeps happening.',
    },
    salla_unavailable: {
      title: 'Salla is not answering',
      detail: 'Salla can’t be reached or gave an answer we could not read. Try again in a moment.',
    },
    salla_timeout: {
      title: 'Salla took too long',
      detail: 'Salla did not answer in time. Try again in a moment.',
    },
  },
  /** Details that say more than their code's own. */
  details: {
    method_not_allowed: 'This address does not take this kind of request.',
    malformed_json: 'The content is not valid JSON.',
    cut_off: 'The content broke off before its end.',
    malformed_form: 'The form is not valid multipart/form-data, or broke off before its end.',
    file_too_large: 'The file is larger than 10 MB. Send a smaller PDF.',
    json_or_form:
      'Send application/json, or multipart/form-data where a PDF comes with it (data type file).',
    uploads_busy: 'Many files are being uploaded at the moment. Try again in a few seconds.',
    store_busy:
      'This store is busy at the moment: many requests at once have used up what Salla takes in a minute.',
    salla_blocks: 'Salla refuses this app’s requests for a while.',
    not_encoded: 'Send the content as it is, without a Content-Encoding.',
    creation_under_way:
      'This invoice is still being made. Ask again in a moment, with the same Idempotency-Key.',
    maybe_created:
      'Salla gave no clear answer, so the invoice may have been made. Ask again with the same Idempotency-Key: no second one is made.',
    maybe_created_once:
      'Salla gave no clear answer, so the invoice may have been made. Look at the order’s invoices before you ask again.',
    refused_without_field: 'Salla refused this, and named no field.',
    sign_in_first: 'Sign in first.',
    other_site: 'The request came from another site.',
    not_http:
      'This is not a request that HTTP knows. Addresses are ASCII, the rest percent-encoded.',
    headers_too_large: 'The request’s headers are too long: 16 KB are taken.',
    too_slow: 'The request took too long to arrive.',
    bad_host: 'The request names no host, or one that can’t be.',
    not_from_salla: 'This is not signed with the app’s webhook secret.',
    not_for_you: 'This needs the token that it is kept behind.',
    key_used_for_other: 'This Idempotency-Key was used for another request.',
    left_already: 'It is no longer waiting: it has left, or it was cancelled.',
    not_to_be_retried: 'Only one that failed, is unconfirmed or was cancelled can be sent again.',
    retried_already: 'It was sent again already. Look at the newer one.',
    under_way: 'A resend of this order is waiting or going out already.',
    sent_recently: 'This order’s invoice was sent a few minutes ago.',
    maybe_sent_recently:
      'Another resend of this order a few minutes ago may have gone out. Decide about that one first.',
    not_unconfirmed: 'Only an unconfirmed one can be decided.',
    nothing_to_retry: 'Nothing failed in this batch that was not sent again already.',
  },
  /** About one field of a request; `{0}` is the value that the sentence names. */
  fields: {
    required: 'This is required.',
    unknown: 'This is not known here.',
    repeated: 'This was given more than once.',
    wrong_type: 'The value is of the wrong type.',
    wrong_format: 'The value is not in the right format.',
    whole_number: 'This must be a whole number.',
    date: 'This must be a date such as 2026-01-31.',
    one_of: 'This must be one of: {0}.',
    at_least: 'This must be at least {0}.',
    at_most: 'This must be at most {0}.',
    too_short: 'This must have at least {0}.',
    too_long: 'This must have at most {0}.',
    before_from: 'This must not be before the first day.',
    not_of_order: 'This is not an invoice of this order.',
    not_to_be_retried_here:
      'This is not a failed, unconfirmed or cancelled delivery of this batch.',
    not_unconfirmed_here: 'This is not an unconfirmed delivery of this batch.',
    retried_already: 'This was sent again already.',
    not_a_path: 'This must be a path of this site.',
    order_id: 'This must be the order’s id, a whole number such as 1557892161.',
    amount_required: 'This is required. Write 0 where there is none.',
    number_required: 'The invoice’s number is required, such as INV-2026/001.',
    url_required: 'The PDF’s address is required, such as https://example.com/invoice.pdf',
    file_required: 'The PDF is required. Send it as multipart/form-data, in a part named file.',
    text: 'This must be text.',
    not_a_number: 'This is not a number. Write one such as 1234.50, without quotes.',
    thousands_marks: 'Write the number without marks between thousands: 1234.50, not 1,234.50.',
    negative: 'This can’t be below 0. A credit note’s amounts are positive as well.',
    too_large: 'This number is too large. It may be at most {0}.',
    text_too_long: 'This is too long. It may have at most {0} characters.',
    decimals: 'This has more decimals than are taken here. It may have at most {0}.',
    number_shape:
      'Use letters and digits, with spaces or . _ # / - between them, such as INV-2026/001.',
    not_https:
      'This must be a whole address that begins with https:// and has no spaces, user name or # in it, as in https://example.com/invoice.pdf',
    pdf_ending: 'The address must end in .pdf with nothing after it: Salla takes no other.',
    pdf_capitals:
      'The address must end in .pdf in small letters: Salla takes no other. Rename the file where it is stored, and send its new address.',
    empty_file: 'The file is empty. Send a PDF that has content.',
    file_too_large: 'The file is larger than 10 MB. Send a smaller PDF.',
    not_pdf: 'This is not a PDF, whatever its name says. Send a PDF.',
    form_for_file:
      'multipart/form-data is for the data type file alone. Send the others as application/json.',
    unknown_order: 'The store has no order with this id. Use the order’s id, not its number.',
    no_tax_invoice:
      'This order has no tax invoice that a credit note could correct. Create the tax invoice first.',
    has_tax_invoice: 'This order has a tax invoice already, and an order has no more than one.',
    has_credit_note: 'This order has a credit note already, and an order has no more than one.',
    salla_said: 'Salla said: “{0}”',
    maybe_another:
      'A new invoice of this order appeared meanwhile, and it is not certain that it is this one. Look at the order’s invoices.',
  },
  /** The exported result of a batch. */
  batchCsv: {
    columns: [
      'Order number',
      'Order ID',
      'Customer',
      'Invoice ID',
      'State',
      'Reason',
      'Salla said',
      'Attempts',
      'Requested by',
      'From',
      'Requested at (Riyadh time)',
      'Finished at (Riyadh time)',
      'Decided by',
    ],
    states: {
      queued: 'Queued',
      sending: 'Going out',
      sent: 'Salla accepted it',
      failed: 'Failed',
      unconfirmed: 'Unconfirmed',
      canceled: 'Cancelled',
    },
    reasons: {
      no_email: 'No email on this order',
      not_found: 'Salla no longer has this order or its invoice',
      refused: 'Salla refused it',
      forbidden: 'Salla does not allow this app to send',
      reconnect: 'The connection to Salla had ended',
      salla_error: 'Salla broke off with an error',
      interrupted: 'The sending was interrupted',
      timeout: 'Salla did not answer in time',
    },
    // In place of `salla_error`, if Salla accepted it at no attempt and it was given up.
    givenUp: 'Salla could not take it for a day',
    // In place of `reconnect`, while it still waits for that.
    waitsForConnection: 'Waits until the store is connected to Salla again',
    from: {
      tab: 'Browser',
      embedded: 'Salla dashboard',
    },
    skipped: 'Skipped',
    skippedReasons: {
      sent_recently: 'Sent minutes ago',
      maybe_sent_recently: 'May have been sent minutes ago',
      already_queued: 'Already queued or being sent',
    },
  },
} as const satisfies Needed;

type SameKeys<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string
    ? string
    : Words[Key] extends readonly string[]
      ? readonly string[]
      : SameKeys<Words[Key]>;
};

/** The same keys in any language. */
export type ProxyWords = SameKeys<typeof en>;
