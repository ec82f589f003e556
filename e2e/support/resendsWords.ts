import type { Language } from './words.ts';

/** The texts of batches on the page of resends. */
const english = {
  earlier: 'Resends of several orders',
  twoAccepted: 'Salla accepted 2',
  twoMore: 'Show 2 more',
  ofTwo: 'Resend of 2 orders',
  partAccepted: /^[1-9]\d* of 12 accepted by Salla$/,
};

const arabic: typeof english = {
  earlier: 'مجموعات الإرسال السابقة',
  twoAccepted: 'قبلت سلة رسالتين',
  twoMore: 'اعرض مجموعتين أخريين',
  ofTwo: 'إعادة إرسال فواتير طلبين',
  partAccepted: /^قبلت سلة [1-9]\d* من 12/,
};

export const resendsWords: Readonly<Record<Language, typeof english>> = {
  en: english,
  ar: arabic,
};
