import type { Language } from './words.ts';

/** What the screen says around a selection, as a person reads it. */
const english = {
  page: 'Select this page',
  label: 'Selection',
  two: '2 invoices selected',
  three: '3 invoices selected',
  all: /^Select all \d+ invoices$/,
  stop: 'Stop',
  goOn: 'Go on',
  waiting: /Salla asks to wait a moment/,
  /** The button that sends what is selected. */
  resend: (count: number) => (count === 1 ? 'Resend' : `Resend ${count}`),
  resendMany: /^Resend \d+$/,
  asksAbout: /^Resend the invoices of \d+ orders\?$/,
  send: /^Send \d+ emails$/,
  asksAgain: 'Send them once more?',
  left: /left out/,
  cancel: 'Cancel',
  clear: 'Clear',
  bringBack: 'Bring the selection back',
  noAnswer: 'No answer came',
  /** From an invoice back to the list. */
  back: 'Back to the invoices',
};

const arabic: typeof english = {
  page: 'حدّد هذه الصفحة',
  label: 'التحديد',
  two: 'المحدد: فاتورتان',
  three: 'المحدد: 3 فواتير',
  all: /^حدّد الكل: \d+ فاتورة$/,
  stop: 'أوقف',
  goOn: 'استأنف',
  waiting: /تطلب سلة الانتظار قليلًا/,
  resend: (count) =>
    ({ 1: 'أعد الإرسال', 2: 'أعد إرسال فواتير طلبين' })[count] ?? `أعد إرسال فواتير ${count} طلبات`,
  resendMany: /^أعد إرسال فواتير \d+ \S+$/,
  asksAbout: /^إعادة إرسال فواتير (طلبين|\d+ \S+)؟$/,
  send: /^أرسل (رسالتين|\d+ \S+)$/,
  asksAgain: 'إرسالها مرة أخرى؟',
  left: /لن ت?ُرسل/,
  cancel: 'إلغاء',
  clear: 'ألغِ التحديد',
  bringBack: 'استعد التحديد',
  noAnswer: 'لم يصل أي رد',
  back: 'العودة إلى الفواتير',
};

export const selectionWords: Readonly<Record<Language, typeof english>> = {
  en: english,
  ar: arabic,
};
