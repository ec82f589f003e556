import type { DataType } from '../../../contract/dataTypes.ts';
import type { CreatableType } from '../../../contract/invoiceTypes.ts';

/**
 * What the create form holds: every data type's fields at once, as typed text, so that switching keeps them. The
 * order and the type live in the address. Its parts are inside a `FormProvider` and take values and errors from it:
 * `{ type: 'rule', message: CreateRule }` by the contract, `{ type: refusedType, message }` by Salla or the proxy.
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
  /** It is encrypted, so it may ask for a password. */
  encrypted: boolean;
}

/** Nothing typed. */
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
