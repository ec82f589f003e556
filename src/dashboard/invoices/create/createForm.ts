import type { CreateInvoice } from '../../../contract/createInvoice.ts';
import type { DataType } from '../../../contract/dataTypes.ts';
import type { CreatableType } from '../../../contract/invoiceTypes.ts';

type KeyOf<Content> = Content extends unknown ? keyof Content : never;

/** Every field of the contract's data types that is typed as text, amounts too. */
export type TextField = Exclude<KeyOf<CreateInvoice>, 'orderId' | 'type' | 'dataType' | 'file'>;

/**
 * The values of the create form: the fields of all data types at once, as typed text, so that switching between types
 * keeps them. Order and invoice type live in the address. Errors in the form are
 * `{ type: 'rule', message: CreateRule }` by the contract, `{ type: refusedType, message }` by Salla or the proxy.
 */
export interface CreateFormValues extends Record<TextField, string> {
  dataType: DataType | null;
  file: ChosenFile | null;
}

/** A chosen file with what the contract checks: its size in bytes and its first `pdfHeadBytes`. */
export interface ChosenFile {
  file: File;
  size: number;
  head: Uint8Array;
  /** An encrypted PDF may ask for a password. */
  encrypted: boolean;
}

const emptyTexts: Readonly<Record<TextField, string>> = {
  invoiceNumber: '',
  subTotal: '',
  shippingCost: '',
  cashOnDeliveryCost: '',
  tax: '',
  taxValue: '',
  total: '',
  url: '',
};

export const textFields: readonly TextField[] = Object.keys(emptyTexts).filter(
  (name): name is TextField => Object.hasOwn(emptyTexts, name),
);

export const emptyForm: CreateFormValues = { dataType: null, ...emptyTexts, file: null };

/** The `type` of a form error that comes from Salla or the proxy; its message is theirs. */
export const refusedType = 'refused';

/** An upload in progress, in bytes. `cancel` is null once all bytes are sent: then Salla may have them. */
export interface UploadState {
  sent: number;
  total: number;
  cancel: (() => void) | null;
}

/** A draft is restored only for the same user, store, order and invoice type. */
export interface DraftOwner {
  storeId: number;
  userId: number;
  orderId: number;
  type: CreatableType;
}

export interface Draft {
  /** Null where there was no draft. */
  restored: {
    /** The file that has to be chosen again. */
    fileName: string | null;
    /** It was submitted with these values, and no answer came. */
    unconfirmed: boolean;
  } | null;
  /**
   * The idempotency key of a submit without an answer, while the values are the submitted ones; else null.
   */
  unconfirmedKey: () => string | null;
  setUnconfirmedKey: (key: string | null) => void;
  /** Deletes the draft: after success, or when the user chose to leave. */
  discard: () => void;
}
