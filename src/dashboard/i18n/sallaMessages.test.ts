import { expect, test } from 'vitest';
import { inEnglish } from './sallaMessages.ts';

/** As documented, spaces and full stops included. */
const documented = [
  'حقل order id مطلوب.',
  'رقم الطلب خاطئ . ',
  'حقل نوع الفاتورة مطلوب.',
  'حقل نوع الفاتورة غير صالحٍ',
  'تم اصدار فاتورة للطلب سابقا',
  'لايمكن إصدار فاتورة مسترجع لطلب ليس لديه فاتورة ضرريبية',
  'حقل نوع بيانات الفاتورة  مطلوب.',
  'هذا النوع لايتناسب مع إعدادات طريقة إصدار الفواتير في متجرك . ',
  'لا يمكن اضافة فاتورة للطلب , اعدادات اصدار الفواتير في المتجر تتبع المزود الافتراضي ',
  'لا يمكن اضافة الفاتورة  هنالك فاتورة مسبقة لهذا الطلب ',
  'يجب أن ينتهي  عنوان (url)  بأحد القيم التالية: .pdf',
  'يجب أن يكون حقل ملفًا من نوع : pdf.',
  'رقم الفاتورة مكرر',
  'حقل رقم الفاتورة مطلوب في حال ما إذا كان نوع بيانات الفاتورة  يساوي data.',
  'حقل الإجمالي مطلوب في حال ما إذا كان نوع بيانات الفاتورة  يساوي data.',
];

/** Of fields, as Salla writes their names. */
const required = [
  'حقل ر قم الفاتورة مطلوب في حال ما إذا كان نوع بيانات الفاتورة  يساوي data.',
  'حقل الاجمالي الكلي مطلوب في حال ما إذا كان نوع بيانات الفاتورة  يساوي data.',
  'حقل الاجمالي  مطلوب في حال ما إذا كان نوع بيانات الفاتورة  يساوي data.',
  'حقل سعر الشحن مطلوب في حال ما إذا كان نوع بيانات الفاتورة  يساوي data.',
  'حقل سعر الدفع عند الإستلام مطلوب في حال ما إذا كان نوع بيانات الفاتورة  يساوي data.',
];

test.each(documented)('«%s» has an English translation', (message) => {
  expect(inEnglish(message)).toMatch(/^[A-Z][ -~’]+\.$/);
});

test.each(required)('«%s» is known, whatever the field is called', (message) => {
  expect(inEnglish(message)).toBe('This is required where the amounts are entered.');
});

test('no two messages but those of missing fields say the same', () => {
  const said = documented.map(inEnglish);
  expect(new Set(said).size).toBe(documented.length - 1);
});

test('spaces that Salla adds or leaves out make no difference', () => {
  expect(inEnglish(' رقم  الفاتورة\u00a0مكرر .')).toBe(inEnglish('رقم الفاتورة مكرر'));
});

test('what is not known is not guessed', () => {
  expect(inEnglish('حصل خطأ غير متوقع')).toBeNull();
});
