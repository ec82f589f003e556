import { fieldsOfDataType } from '../../../contract/createInvoice.ts';
import type { DataType } from '../../../contract/dataTypes.ts';
import { type CreateFormValues, emptyForm } from './createForm.ts';

/** The reasons that belong to no field: what the store is set to, and what the order has. */
type StoreReason = 'issuance' | 'invoiceProvider' | 'order';

type FieldName = keyof CreateFormValues;

/** A refusal's messages by where a person looks for them; several about one thing are lines of one text. */
export interface Refusal {
  /** In the order in which the fields stand. */
  inputs: readonly { name: FieldName; message: string }[];
  orderId: string | null;
  type: string | null;
  store: readonly { reason: StoreReason; message: string }[];
  /** About what the form doesn't show, by the names that the answer has. */
  others: readonly { name: string; message: string }[];
}

const storeReasons: ReadonlyMap<string, StoreReason> = new Map([
  // The form always says a data type, so this is about its fitting the store's setting.
  ['dataType', 'issuance'],
  ['invoiceProvider', 'invoiceProvider'],
  ['order', 'order'],
]);

/** Sorts what an `invalid_fields` answer says; nothing of it gets lost. */
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
