import type { CreatableType, DataType } from '../../../contract/createInvoice.ts';

/**
 * The create form: what it holds, and what its parts are to each other.
 *
 * The page (`InvoiceCreatePage`) reads the order and its invoices, then mounts one form for an order. It makes the
 * form with react-hook-form (`useForm<CreateFormValues, unknown, CreateInvoice>`, mode `onTouched`) and puts all
 * parts inside its `FormProvider`; they take values, errors and `setValue` from `useFormContext<CreateFormValues>()`.
 * The order and the type live in the address, everything else in the form.
 *
 * Parts of `fields/`, each drawn for its own data type alone (nothing else is in the document), labels and all:
 *
 *     <DataFields order={Order} source={Invoice | null} />      fields/DataFields.tsx
 *     <UrlField />                                              fields/UrlField.tsx
 *     <FileField upload={UploadState | null} />                 fields/FileField.tsx
 *     <CreateSummary order={Order} source={Invoice | null} type={CreatableType} />   fields/CreateSummary.tsx:
 *       a card for the inline end; says something sensible for each data type, and while none is chosen
 *     prefill(order: Order, source: Invoice | null): Partial<CreateFormValues>      fields/prefill.ts
 *     createResolver({ orderId, type, digits }): Resolver<CreateFormValues, unknown, CreateInvoice>
 *                                                               fields/createResolver.ts
 *       errors: `{ type: 'rule', message: CreateRule }` at the field's name, `dataType` while none is chosen
 *       included; the output's `file` is `{ size, head }`, the page takes the `File` from the values
 *
 * `source` is the tax invoice that a credit note corrects; null for a tax invoice, or where it could not be read.
 * `digits` are the decimals of the order's currency.
 *
 * Errors that Salla or the proxy answered with are set by the page: `{ type: refusedType, message }`, the message
 * as it came. A field draws them with `<Refusal message={message} />` (`Refusal.tsx`, the page's) in place of its
 * help, and its own words for `rule` ones. Inputs pass `ref` from `register` or `Controller`, so that `setFocus`
 * finds them.
 *
 * Beside them: `lib/upload.ts`
 *
 *     upload<Answer>(path, body: FormData, { idempotencyKey, signal, onProgress }): Promise<Answer>
 *       throws as `api.post` does (`ProblemError`, `AbortError`); `onProgress({ sent, total })` in bytes
 *
 * and `create/useDraft.ts`, called once inside the mounted form, reads the draft in an effect and puts it into the
 * form as changes (so that the form is dirty); from then on it keeps what is typed:
 *
 *     useDraft(form: UseFormReturn<CreateFormValues, unknown, CreateInvoice>, of: DraftOf): Draft
 */
export interface CreateFormValues {
  dataType: DataType | null;
  invoiceNumber: string;
  subTotal: string;
  shippingCost: string;
  cashOnDeliveryCost: string;
  tax: string;
  taxValue: string;
  total: string;
  url: string;
  file: ChosenFile | null;
}

/** A file with what its judge looks at: its size in bytes, and its first `pdfHeadBytes`. */
export interface ChosenFile {
  file: File;
  size: number;
  head: Uint8Array;
}

/** Nothing typed. Every data type's fields at once, as typed text: switching keeps them. */
export const emptyForm: CreateFormValues = {
  dataType: null,
  invoiceNumber: '',
  subTotal: '',
  shippingCost: '',
  cashOnDeliveryCost: '',
  tax: '',
  taxValue: '',
  total: '',
  url: '',
  file: null,
};

/** The `type` of an error in the form that Salla or the proxy answered with; its message is theirs. */
export const refusedType = 'refused';

/** An upload under way, in bytes. `cancel` is null once all bytes have left: then Salla may have them. */
export interface UploadState {
  sent: number;
  total: number;
  cancel: (() => void) | null;
}

/** What a draft belongs to: it is given back to the same person, in the same store, for the same invoice alone. */
export interface DraftOf {
  storeId: number;
  userId: number;
  orderId: number;
  type: CreatableType;
}

export interface Draft {
  /** The form was brought back as it was left; null where there was none. */
  restored: {
    /** The file that has to be chosen again. */
    fileName: string | null;
    /** It was submitted like this, and no answer came. */
    unanswered: boolean;
  } | null;
  /**
   * The key of a submit whose answer never came, for the values as they were then: a change of any value
   * forgets it.
   */
  unansweredKey: () => string | null;
  keepUnanswered: (key: string | null) => void;
  /** After success, or when the person said to leave: nothing is kept any more. */
  discard: () => void;
}
