import type { InvoiceKind, Issuance } from './model.ts';

/** Why a request is refused, by field, in Salla's words ("Creating an invoice: what is refused with 422"). */
export type Refusal = Readonly<Record<string, readonly string[]>>;

const dataTypes = ['data', 'url', 'file', 'order'] as const;
type DataType = (typeof dataTypes)[number];

/**
 * The amounts that `data` asks for, in the order's currency; `tax` is the percent. The names are Salla's letter by letter,
 * with the space at the end of one; those of the two taxes are documented nowhere.
 */
const amountFields = {
  total: 'الاجمالي الكلي',
  sub_total: 'الاجمالي ',
  shipping_cost: 'سعر الشحن',
  cash_on_delivery_cost: 'سعر الدفع عند الإستلام',
  tax: 'نسبة الضريبة',
  tax_value: 'قيمة الضريبة',
} as const;
export type AmountField = keyof typeof amountFields;

export type InvoiceContent =
  | { dataType: 'order' }
  | { dataType: 'url'; url: string }
  | { dataType: 'file'; file: Uint8Array }
  | { dataType: 'data'; invoiceNumber: string; amounts: Record<AmountField, number> };

/** A request that is whole; whether the shop takes it depends on the order. */
export interface CreateRequest {
  orderId: number;
  kind: InvoiceKind;
  content: InvoiceContent;
}

export type ReadRequest =
  | { outcome: 'read'; request: CreateRequest }
  | { outcome: 'refused'; fields: Refusal };

const messages = {
  orderIdMissing: 'حقل order id مطلوب.',
  orderUnknown: 'رقم الطلب خاطئ . ',
  typeMissing: 'حقل نوع الفاتورة مطلوب.',
  typeInvalid: 'حقل نوع الفاتورة غير صالحٍ',
  invoicedBefore: 'تم اصدار فاتورة للطلب سابقا',
  noTaxInvoice: 'لايمكن إصدار فاتورة مسترجع لطلب ليس لديه فاتورة ضرريبية',
  dataTypeMissing: 'حقل نوع بيانات الفاتورة  مطلوب.',
  dataTypeUnfit: 'هذا النوع لايتناسب مع إعدادات طريقة إصدار الفواتير في متجرك . ',
  defaultProvider:
    'لا يمكن اضافة فاتورة للطلب , اعدادات اصدار الفواتير في المتجر تتبع المزود الافتراضي ',
  inTheWay: 'لا يمكن اضافة الفاتورة  هنالك فاتورة مسبقة لهذا الطلب ',
  urlEnding: 'يجب أن ينتهي  عنوان (url)  بأحد القيم التالية: .pdf',
  notPdf: 'يجب أن يكون حقل ملفًا من نوع : pdf.',
  numberRepeated: 'رقم الفاتورة مكرر',
  requiredForData: (label: string) =>
    `حقل ${label} مطلوب في حال ما إذا كان نوع بيانات الفاتورة  يساوي data.`,
  notANumber: (label: string) => `يجب على حقل ${label} أن يكون رقمًا.`,
};

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** A number, or text that is one, as a form sends it; null for 1e309, which JSON can write and nothing can count. */
function readNumber(value: unknown): number | null {
  const isText = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
  const number = isText ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

type Body = Readonly<Record<string, unknown>>;
type Fields = Record<string, string[]>;

function readData(body: Body, fields: Fields): InvoiceContent {
  const given = body.invoice_number;
  const number = typeof given === 'string' || typeof given === 'number' ? String(given) : '';
  if (number === '') fields.invoice_number = [messages.requiredForData('ر قم الفاتورة')];
  const readAmount = (field: AmountField): number => {
    const label = amountFields[field];
    const amount = readNumber(body[field]);
    if (isMissing(body[field])) fields[field] = [messages.requiredForData(label)];
    else if (amount === null) fields[field] = [messages.notANumber(label)];
    return amount ?? 0;
  };
  return {
    dataType: 'data',
    invoiceNumber: number,
    amounts: {
      total: readAmount('total'),
      sub_total: readAmount('sub_total'),
      shipping_cost: readAmount('shipping_cost'),
      cash_on_delivery_cost: readAmount('cash_on_delivery_cost'),
      tax: readAmount('tax'),
      tax_value: readAmount('tax_value'),
    },
  };
}

function readUrl(body: Body, fields: Fields): InvoiceContent {
  const url = typeof body.url === 'string' ? body.url : '';
  // `ends_with:.pdf` of the framework that Salla's messages are of tells capitals from small letters.
  if (!url.endsWith('.pdf')) fields.url = [messages.urlEnding];
  return { dataType: 'url', url };
}

/** Files that begin as these are of their own kind, whatever they hold. */
const otherHeads = [
  '504b0304',
  '52617221',
  '377abcaf',
  '1f8b',
  '7b5c727466',
  '47494638',
  '89504e47',
  'ffd8ff',
];

/** By its content, as a server tells a file's kind: a PDF's header may have a kilobyte before it. */
function isPdf(file: Uint8Array): boolean {
  const head = Buffer.from(file.subarray(0, 1024));
  const at = head.indexOf('%PDF-');
  if (at === -1) return false;
  const isMarkup = head
    .toString('latin1')
    .replace('\u00ef\u00bb\u00bf', '')
    .trimStart()
    .startsWith('<');
  return !isMarkup && !otherHeads.some((start) => head.toString('hex').startsWith(start));
}

function readFile(body: Body, fields: Fields): InvoiceContent {
  const file = body.file instanceof Uint8Array ? body.file : new Uint8Array();
  if (!isPdf(file)) fields.file = [messages.notPdf];
  return { dataType: 'file', file };
}

function readContent(dataType: DataType, body: Body, fields: Fields): InvoiceContent {
  switch (dataType) {
    case 'data':
      return readData(body, fields);
    case 'url':
      return readUrl(body, fields);
    case 'file':
      return readFile(body, fields);
    case 'order':
      return { dataType: 'order' };
  }
}

/** Reads a body, of JSON or of a form whose `file` came as bytes. */
export function readCreateRequest(body: Body): ReadRequest {
  const fields: Fields = {};
  const given = readNumber(body.order_id);
  const orderId = given !== null && Number.isSafeInteger(given) && given > 0 ? given : null;
  if (isMissing(body.order_id)) fields.order_id = [messages.orderIdMissing];
  else if (orderId === null) fields.order_id = [messages.orderUnknown];

  const kind = body.type === 'tax_invoice' || body.type === 'credit_note' ? body.type : null;
  if (isMissing(body.type)) fields.type = [messages.typeMissing];
  else if (kind === null) fields.type = [messages.typeInvalid];

  const dataType = dataTypes.find((one) => one === body.data_type) ?? null;
  if (isMissing(body.data_type)) fields.data_type = [messages.dataTypeMissing];
  else if (dataType === null) fields.data_type = [messages.dataTypeUnfit];

  const content = dataType === null ? null : readContent(dataType, body, fields);
  if (orderId === null || kind === null || content === null || Object.keys(fields).length > 0) {
    return { outcome: 'refused', fields };
  }
  return { outcome: 'read', request: { orderId, kind, content } };
}

/** What the refusal of a whole request depends on. */
export interface OrderFacts {
  issuance: Issuance;
  /** The order's invoices, null where the store has no such order. */
  invoices: readonly { kind: InvoiceKind; isDocument: boolean }[] | null;
  numberIsTaken(number: string): boolean;
}

/** Why the shop does not take a request that is whole; null where it does. */
export function refuse({ kind, content }: CreateRequest, facts: OrderFacts): Refusal | null {
  const { invoices, issuance } = facts;
  if (invoices === null) return { order_id: [messages.orderUnknown] };
  if (issuance === 'default_provider') return { invoice_provider: [messages.defaultProvider] };
  if ((content.dataType === 'order') !== (issuance === 'salla')) {
    return { data_type: [messages.dataTypeUnfit] };
  }
  const fields: Fields = {};
  const same = invoices.find((invoice) => invoice.kind === kind);
  // Salla can't issue from the order what stands there as somebody's PDF already.
  if (same?.isDocument && content.dataType === 'order') fields.order = [messages.inTheWay];
  else if (same !== undefined) fields.type = [messages.invoicedBefore];
  else if (kind === 'credit_note' && !invoices.some((invoice) => invoice.kind === 'tax_invoice')) {
    fields.type = [messages.noTaxInvoice];
  }
  if (content.dataType === 'data' && facts.numberIsTaken(content.invoiceNumber)) {
    fields.invoice_number = [messages.numberRepeated];
  }
  return Object.keys(fields).length > 0 ? fields : null;
}
