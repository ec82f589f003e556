import { fieldsOfDataType } from '../../../contract/createInvoice.ts';
import type { DataType } from '../../../contract/dataTypes.ts';
import { type CreateFormValues, emptyForm } from './createForm.ts';

/** Reasons about the store's setting or the order, not about a field. */
type StoreReason = 'issuance' | 'invoiceProvider' | 'order';

type FieldName = keyof CreateFormValues;

/** An error's messages by where the page shows them; several about one field are lines of one text. */
export interface Refusal {
  /** In form order. */
  inputs: readonly { name: FieldName; message: string }[];
  orderId: string | null;
  type: string | null;
  store: readonly { reason: StoreReason; message: string }[];
  /** Fields that the form doesn't show, by the API's names. */
  others: readonly { name: string; message: string }[];
}

const storeReasons: ReadonlyMap<string, StoreReason> = new Map([
  // The form always sends a data type, so this is about the store's issuance setting.
  ['dataType', 'issuance'],
  ['invoiceProvider', 'invoiceProvider'],
  ['order', 'order'],
]);

/** Sorts the messages of an `invalid_fields` problem; none is dropped. */
export function sortRefusal(
  fields: Readonly<Record<string, readonly string[]>>,
  dataType: DataType | null,
): Refusal {
  const messages = new Map(Object.entries(fields).map(([name, all]) => [name, all.join('\n')]));
  const take = (name: string): string | null => {
    const message = messages.get(name) ?? null;
    messages.delete(name);
    return message;
  };
  const shown = dataType === null ? [] : fieldsOfDataType(dataType).filter(isFieldName);
  const inputs = shown.flatMap((name) => {
    const message = take(name);
    return message === null ? [] : [{ name, message }];
  });
  const store = [...storeReasons].flatMap(([name, reason]) => {
    const message = take(name);
    return message === null ? [] : [{ reason, message }];
  });
  const [orderId, type] = [take('orderId'), take('type')];
  const others = [...messages].map(([name, message]) => ({ name, message }));
  return { inputs, orderId, type, store, others };
}

function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(emptyForm, name);
}
