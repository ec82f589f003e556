/**
 * What Salla says when it refuses an invoice (Salla: Creating an invoice), and the same in English. Salla's
 * spacing varies, so messages are compared without it, and without a full stop at the end.
 */
const english: Readonly<Record<string, string>> = {
  'حقل order id مطلوب': 'The order is missing.',
  'رقم الطلب خاطئ': 'There is no such order.',
  'حقل نوع الفاتورة مطلوب': 'The invoice type is missing.',
  'حقل نوع الفاتورة غير صالحٍ': 'The invoice type is not valid.',
  'تم اصدار فاتورة للطلب سابقا': 'This order has such an invoice already.',
  'لايمكن إصدار فاتورة مسترجع لطلب ليس لديه فاتورة ضرريبية':
    'No credit note can be issued for an order without a tax invoice.',
  'حقل نوع بيانات الفاتورة مطلوب': 'What the invoice is made from is missing.',
  'هذا النوع لايتناسب مع إعدادات طريقة إصدار الفواتير في متجرك':
    'This does not fit the way your store issues invoices.',
  'لا يمكن اضافة فاتورة للطلب , اعدادات اصدار الفواتير في المتجر تتبع المزود الافتراضي':
    'No invoice can be added to the order: the store issues invoices through the default provider.',
  'لا يمكن اضافة الفاتورة هنالك فاتورة مسبقة لهذا الطلب':
    'The invoice can’t be added: this order has an earlier one.',
  'يجب أن ينتهي عنوان (url) بأحد القيم التالية: .pdf': 'The address must end in .pdf.',
  'يجب أن يكون حقل ملفًا من نوع : pdf': 'The file must be a PDF.',
  'رقم الفاتورة مكرر': 'This invoice number was used before.',
};

/** Said of any field, with its name before it. */
const requiredForData = 'مطلوب في حال ما إذا كان نوع بيانات الفاتورة يساوي data';

const withoutSpace = (text: string) => text.replace(/\s/g, '').replace(/\.$/, '');

const byMessage = new Map(
  Object.entries(english).map(([message, translation]) => [withoutSpace(message), translation]),
);

/** A message of Salla's in English; null for one that is not known. */
export function inEnglish(message: string): string | null {
  const plain = withoutSpace(message);
  if (plain.endsWith(withoutSpace(requiredForData))) {
    return 'This is required where the amounts are entered.';
  }
  return byMessage.get(plain) ?? null;
}
