import type { Language } from './words.ts';

/** The texts around a selection. */
const english = {
  page: 'Select this page',
  label: 'Selection',
  two: '2 invoices selected',
  three: '3 invoices selected',
  all: /^Select all \d+ invoices$/,
  stop: 'Stop',
  resume: 'Continue',
  waiting: /Waiting for Salla/,
  /** The button that sends the selection. */
  resend: (count: number) => (count === 1 ? 'Send' : `Send ${count}`),
  resendMany: /^Send \d+$/,
  asksAbout: /^Send the invoices of \d+ orders\?$/,
  send: /^Send \d+ emails$/,
  asksAgain: 'Send them once more?',
  left: /skipped/,
  cancel: 'Cancel',
  clear: 'Clear',
  restore: 'Restore selection',
  noAnswer: 'No answer came',
  /** From an invoice back to the list. */
  back: 'Back to invoices',
};

const arabic: typeof english = {
  page: 'حدّد هذه الصفحة',
  label: 'التحديد',
  two: 'المحدد: فاتورتان',
  three: 'المحدد: 3 فواتير',
  all: /^حدّد الكل: \d+ فاتورة$/,
  stop: 'أوقف',
  resume: 'استأنف',
  waiting: /تطلب سلة الانتظار قليلًا/,
  resend: (count) =>
    ({ 1: 'أرسل', 2: 'أرسل فاتورتي طلبين' })[count] ?? `أرسل فواتير ${count} طلبات`,
  resendMany: /^أرسل فواتير \d+ \S+$/,
  asksAbout: /^إرسال (فاتورتي طلبين|فواتير \d+ \S+)؟$/,
  send: /^أرسل (رسالتين|\d+ \S+)$/,
  asksAgain: 'إرسالها مرة أخرى؟',
  left: /لن ت?ُرسل/,
  cancel: 'إلغاء',
  clear: 'ألغِ التحديد',
  restore: 'استعد التحديد',
  noAnswer: 'لم يصل أي رد',
  back: 'العودة إلى الفواتير',
};

export const selectionWords: Readonly<Record<Language, typeof english>> = {
  en: english,
  ar: arabic,
};
